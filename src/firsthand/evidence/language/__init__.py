"""Sentences, clauses, inflections and word lists that the rules share."""
