"""A `Report` to its `Attribution`s."""
