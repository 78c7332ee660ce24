"""The picture of where what is said comes from, in steps of pure functions.

- names: what reports and sources are called, and the numbers that reports bear
- width: how much room words take, and where they are cut
- sources, channels, parents, reports: what stands in each column
- graph: the three columns and what joins them
- order: an order with few crossings
- cards, stacking, places, lines: where everything stands
- listed: the same in words, under the picture
"""
