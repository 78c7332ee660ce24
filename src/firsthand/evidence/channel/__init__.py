"""Through whom the words came, and in what circumstances they were spoken."""
