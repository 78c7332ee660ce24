"""Makes the PDF and Word files of the sample case from the readable text in `source/`.

source.py reads a text, page.py sets it as a PDF, word.py writes it as a Word file.
"""
