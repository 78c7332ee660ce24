"""The branch of the reader's network that sees names, and who a pronoun stands for."""
