"""What the words show of a statement, and what in a report has no source."""
