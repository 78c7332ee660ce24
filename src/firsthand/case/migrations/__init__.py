"""How the tables of a case came to be, step by step; each step is a file in `versions`."""
