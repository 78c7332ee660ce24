"""The case file: reports, what was read from them, and what people decided.

One append-only log of events (`events`, `entry`) in one store (`store`). Everything else is a
projection of it: what holds of a report (`fold`), and the tables that lists and searches use
(`rows`). `casefile.Case` is what a program uses.
"""
