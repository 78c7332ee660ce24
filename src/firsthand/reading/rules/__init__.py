"""The reader by rules: no weights, no tagger.

tokens, words        what a word is, and its closed classes
cues, groups         reporting verbs, and the verb group around one
subjects, clauses    where a noun phrase or a clause begins and ends
frames, verbs, ...   how each verb takes what is said
reported, accord     a sentence; "according to"
paragraphs, reader   a paragraph; a page
scores               how often each rule is right
"""
