"""Remakes the PDF and Word files of the sample case from `source/`: `make examples`.

The files are kept in the repository; this is
run only when a text in `source/` changes, and then `gold.json` must follow.
"""

from pathlib import Path

from making.page import make_pdf
from making.source import read_source
from making.word import make_docx

HERE = Path(__file__).parent
MAKERS = {".pdf": make_pdf, ".docx": make_docx}


def main() -> None:
    """Make every file that has a source, and say which."""
    for source in sorted((HERE / "source").glob("*.txt")):
        document = read_source(source)
        target = HERE / "reports" / document.facts["file"]
        MAKERS[target.suffix](document, target)
        print(target.name)


if __name__ == "__main__":
    main()
