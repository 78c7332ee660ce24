"""Who names whom: outlets under all their names, and where a report says it has something from one.

- dating: as of when a report stands
- naming: names of outlets, bare and compared
- houses: under which names the reports of a case can be cited
- mentions: where a report names an outlet, a document or an address
- shelf: the reports by outlet and date
- choosing: which report of an outlet is meant
- resolving: all of it, for every report of a case
"""
