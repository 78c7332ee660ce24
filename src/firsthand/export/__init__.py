"""What was found, for people and for other programs: one file a format."""
