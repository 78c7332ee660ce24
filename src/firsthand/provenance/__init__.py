"""Provenance: where what is said first entered the record, and through whom it went.

- wording: passages that two reports share, and which way they went
- citation: what a report says it has from another
- people: who may be one across reports
- origins: how many originating sources stand behind a statement, as an interval
- trace: all of it, for a case
"""
