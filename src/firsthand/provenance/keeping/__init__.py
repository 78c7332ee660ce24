"""A trace kept, so that one report more changes what it touches and no more.

Each stage of `trace` is kept by the least that it hangs on, and hands what has changed to the next:

- buckets, units, matching, one_more: the units of all reports, and which of them match
- shared_words: what two reports share, by pair of reports
- readers, names, naming: which outlet a name means, and which report
- copies: who copies whom, by pair; citing: who cites whom, by report, and the circles
- sources: what is known of each source, by report; said: whose words are alike, by pair of reports
- alike: how surely two sources are one, by block; ties, joined, persons: who is one, by those who
  are tied to each other
- speaking: who has what from whom, by report, and the voices, by person
- touching, grouped: what stands behind each group
- kept: all of it
"""

from firsthand.provenance.keeping.kept import KeptTrace, Update

__all__ = ["KeptTrace", "Update"]
