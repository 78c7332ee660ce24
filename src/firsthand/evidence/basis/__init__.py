"""How a source would know: by its own words, by the report's, and what it is to the matter."""
