"""What is broken, huge, hostile or merely odd gives a right result or one clear line."""

from __future__ import annotations

import io
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from firsthand.cli.jobs import Failure, Outcome, in_order
from firsthand.export import jsonl, page
from firsthand.ingest.load import Received
from firsthand.pipeline import Options, ReaderName, Reading, read_received
from firsthand.reading.model.network import LATEST
from firsthand.text import Span

STORY = (
    "Guards beat prisoners, witness says\n\n"
    "A former guard said on Tuesday that he saw three prisoners beaten at the camp.\n\n"
    "“They were beaten every day,” said Ann Ito, a former guard. “Nobody was allowed to speak.”\n\n"
    "According to the ministry, the camp was closed in 2004 and no one had been hurt there.\n"
)
CAFE = "The café owner, José Müller, said the ministry was wrong. “It was not so,” he said.\n" * 9
ANY_LANGUAGE = Options(any_language=True)
BY_RULES = Options(any_language=True, reader=ReaderName.RULES)
"""For input of a size that the network, at thousands of words a second, reads in a minute."""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


# ---- making documents, and looking at what became of them


def html(body: str, head: str = "") -> str:
    return f"<html><head>{head}<title>T</title></head><body><article>{body}</article></body></html>"


def pdf(text: str, password: str = "", *, filled: bool = False) -> bytes:
    made = io.BytesIO()
    encrypt = pdfencrypt.StandardEncryption(password) if password else None
    sheet = canvas.Canvas(made, encrypt=encrypt)
    if filled:
        sheet.rect(100, 100, 300, 300, fill=1)
    for at, line in enumerate(text.replace("“", '"').replace("”", '"').split("\n")):
        sheet.drawString(50, 800 - 14 * at, line)
    sheet.save()
    return made.getvalue()


def word(text: str) -> bytes:
    document, made = docx.Document(), io.BytesIO()
    for paragraph in text.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(made)
    return made.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def package(main: str, target: str = "word/document.xml") -> dict[str, str]:
    """The fewest parts that make a file of Word's."""
    relation = f'<Relationship Id="r1" Type="{OFFICE}" Target="{target}"/>'
    relations = f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'
    return {"_rels/.rels": relations, target: main}


def outcome(path: Path, content: bytes | str, options: Options = Options()) -> Outcome:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    path.write_bytes(raw)
    return next(in_order([str(path)], options, 1))


def reading(path: Path, content: bytes | str, options: Options = Options()) -> Reading:
    """The reading, every span of which is plausible."""
    found = outcome(path, content, options)
    assert isinstance(found, Reading), found.reason
    assert_plausible(found)
    return found


def failure(path: Path, content: bytes | str, options: Options = Options()) -> str:
    """The one line that names the file, and is no fault of ours."""
    found = outcome(path, content, options)
    assert isinstance(found, Failure), found.report.text[:200]
    assert_clear(found, path)
    return found.reason


def assert_clear(found: Failure, path: Path) -> None:
    assert found.reason.startswith(str(path))
    assert "fault in Firsthand" not in found.reason
    assert "\n" not in found.reason


def assert_plausible(found: Reading) -> None:
    text = found.report.text
    at = 0
    for block in found.report.blocks:
        assert block.span.start >= at
        at = block.span.end
        assert_trimmed(text, block.span)
        assert all(block.span.contains(placed.span) for placed in block.places)
    for attribution in found:
        assert attribution.content
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert_trimmed(text, span)
    assert json.loads(jsonl.line(found.record))["text"] == text


def assert_trimmed(text: str, span: Span) -> None:
    words = span.of(text)
    assert words == words.strip() != ""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Far more than is needed on a slow machine, far less than what grows with the square."""
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds


def assert_grows_with(read: Callable[[int], object], size: int) -> None:
    """Four times the input costs about four times as much: with the square it would be sixteen.

    In processor time, so that it holds on a slow or busy machine as well.
    """
    part = _cost(read, size // 4)
    assert _cost(read, size) < 8 * part + 1


def _cost(read: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    read(size)
    return time.process_time() - began


def command(
    *arguments: str | Path | bytes, environment: dict[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """The real command; no failure of it may show a traceback."""
    made = [sys.executable, "-m", "firsthand", "read", *arguments]
    env = {**os.environ, **(environment or {})}
    options = {"stdout": subprocess.PIPE, "stdin": subprocess.DEVNULL, "timeout": 60, **options}
    done = subprocess.run(made, env=env, stderr=subprocess.PIPE, check=False, **options)
    assert b"Traceback" not in done.stderr
    return done


# ---- nothing to read


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.md", "a"])
def test_an_empty_file_is_called_empty(tmp_path: Path, name: str) -> None:
    assert "is empty" in failure(tmp_path / name, b"")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", " \n\t\r\n" * 99),
        ("a.txt", "\u3000\u00a0\u2028\ufeff\u200b\n" * 9),
        ("a.txt", "\ufeff"),
        ("a.txt", '"' * 10_000),
        ("a.html", "<html><body> &nbsp; <p> </p></body></html>"),
        ("a.html", html("<div hidden>Ann said no.</div><script>said</script>")),
    ],
)
def test_white_space_signs_and_hidden_words_are_no_report(
    tmp_path: Path, name: str, content: str
) -> None:
    reason = failure(tmp_path / name, content)
    assert "empty" in reason or "no words" in reason or "no text" in reason


def test_a_picture_of_a_page_asks_for_ocr(tmp_path: Path) -> None:
    assert "OCR" in failure(tmp_path / "scan.pdf", pdf("", filled=True))


def test_an_encrypted_pdf_asks_for_a_copy_without_a_password(tmp_path: Path) -> None:
    assert "password" in failure(tmp_path / "secret.pdf", pdf(STORY, "secret"))


# ---- broken, and called by another name


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", pdf(STORY)), ("a.docx", word(STORY)), ("a.html", html(STORY).encode())],
    ids=["pdf", "docx", "html"],
)
def test_cut_and_flipped_files_give_a_reading_or_a_line(
    tmp_path: Path, name: str, content: bytes
) -> None:
    chance = random.Random(7)
    for _ in range(25):
        broken = bytearray(content[: chance.choice([len(content), chance.randrange(len(content))])])
        for _ in range(chance.choice([1, 3, 20])):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        found = outcome(tmp_path / name, bytes(broken))
        if isinstance(found, Failure):
            assert_clear(found, tmp_path / name)
        else:
            assert_plausible(found)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", pdf(STORY)),
        ("a.html", word(STORY)),
        ("a.pdf", html(STORY).encode()),
        ("a.docx", STORY.encode()),
        ("a", word(STORY)),
    ],
)
def test_the_bytes_decide_the_format_and_not_the_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert "no one had been hurt" in reading(tmp_path / name, content).report.text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (rb"{\rtf1\ansi Ann said no.}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "program"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        (b"SQLite format 3\x00" + bytes(200), "binary"),
        (random.Random(1).randbytes(5000), "binary"),
        (STORY.encode().replace(b"camp", b"ca\0mp", 1), "binary"),
        (zipped({"a.txt": STORY}), "not a Word document"),
        (zipped(package("<workbook/>", "xl/workbook.xml")), "not a Word document"),
        (zipped(package("<p/>", "ppt/presentation.xml")), "not a Word document"),
        (zipped({"mimetype": "application/epub+zip"}), "not a Word document"),
        (zipped({"content.xml": "<a/>"}), "not a Word document"),
        (word(STORY)[:2000], "damaged"),
    ],
)
def test_what_is_no_report_is_named_for_what_it_is(
    tmp_path: Path, content: bytes, words: str
) -> None:
    assert words in failure(tmp_path / "a.docx", content)


# ---- Word packages that unpack to harm


@pytest.mark.parametrize(
    "parts",
    [
        package(f'<document xmlns="{WORD}">{" " * 80_000_000}</document>'),
        package("<a/>") | {f"word/media/{n}": "" for n in range(10_001)},
        package("<a/>") | {"word/media/a.bin": "0" * 210_000_000},
    ],
    ids=["one huge part", "very many parts", "a huge picture"],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, parts: dict[str, str]) -> None:
    content = zipped(parts)
    with within(5):
        failure(tmp_path / "bomb.docx", content)


def test_a_part_that_lies_about_its_size_is_not_unpacked_beyond_the_limit(tmp_path: Path) -> None:
    honest = zipped(package(f'<document xmlns="{WORD}">{" " * 70_000_000}</document>'))
    size = (len(f'<document xmlns="{WORD}"></document>') + 70_000_000).to_bytes(4, "little")
    assert honest.count(size) == 2
    with within(5):
        failure(tmp_path / "liar.docx", honest.replace(size, (1000).to_bytes(4, "little")))


def test_entities_in_a_word_document_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    paragraph = "<p><r><t>Ann said &e9; no.</t></r></p>"
    main = f'<!DOCTYPE d [{entities}]><document xmlns="{WORD}"><body>{paragraph}</body></document>'
    with within(5):
        found = outcome(tmp_path / "lol.docx", zipped(package(main)))
    assert isinstance(found, Failure) or len(found.report.text) < 1000


def test_entities_in_a_word_document_read_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hunter2")
    entity = f'<!DOCTYPE d [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    paragraph = "<p><r><t>Ann said &s; no.</t></r></p>"
    main = f'{entity}<document xmlns="{WORD}"><body>{paragraph}</body></document>'
    found = outcome(tmp_path / "xxe.docx", zipped(package(main)))
    assert isinstance(found, Failure) or "hunter2" not in found.report.text


# ---- encodings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_byte_order_mark_decides(tmp_path: Path, name: str, encoding: str) -> None:
    content = (html(STORY) if name == "a.html" else STORY).encode(encoding)
    assert "“They were beaten every day,”" in reading(tmp_path / name, content).report.text


def test_utf_16_cut_in_a_character_is_damaged(tmp_path: Path) -> None:
    assert "UTF-16" in failure(tmp_path / "a.txt", STORY.encode("utf-16")[:-1])


def test_utf_16_without_a_mark_is_refused(tmp_path: Path) -> None:
    failure(tmp_path / "a.txt", STORY.encode("utf-16-le"))


def test_an_undeclared_western_text_is_read_as_browsers_do_and_said(tmp_path: Path) -> None:
    found = reading(tmp_path / "a.txt", CAFE.encode("cp1252"))
    assert found.report.text == CAFE
    assert "cp1252" in found.report.warnings[0]


def test_utf_8_cut_in_a_character_keeps_the_rest_and_says_so(tmp_path: Path) -> None:
    cut = STORY.encode()[: STORY.encode().index("”".encode()) + 1]
    found = reading(tmp_path / "a.txt", cut)
    assert "“They were beaten every day,\ufffd" in found.report.text
    assert "1 damaged place is" in found.report.warnings[0]


@pytest.mark.parametrize(
    "label",
    ["iso-8859-1", "us-ascii", "klingon", "utf-16", "utf-7", "idna", "punycode", "undefined",
     "unicode_escape", "rot13", "zlib", "é", "a" * 300],
)  # fmt: skip
def test_a_wrong_or_unknown_label_does_no_harm(tmp_path: Path, label: str) -> None:
    content = html(CAFE, f'<meta charset="{label}">')
    for encoding in ("utf-8", "cp1252"):
        found = reading(tmp_path / "a.html", content.encode(encoding))
        assert "The café owner, José Müller, said" in found.report.text
        assert "“It was not so,” he said." in found.report.text


def test_a_hostile_label_costs_no_time(tmp_path: Path) -> None:
    content = html(CAFE * 300, '<meta charset="punycode">').encode("cp1252")
    with within(10):
        reading(tmp_path / "a.html", content, BY_RULES)


def test_the_network_reads_a_thousand_lines_in_seconds(tmp_path: Path) -> None:
    with within(15):
        reading(tmp_path / "a.txt", "Ann Ito said on Monday that the gate was shut.\n" * 1000)


# ---- other languages


@pytest.mark.parametrize(
    "words",
    [
        "Die Wachen schlugen die Gefangenen, sagte die Zeugin am Dienstag. ",
        "북한 응원단은 올림픽 기간 동안 엄격한 감시를 받았다고 증인이 말했다. ",
        "قال الشاهد إن الحراس ضربوا السجناء كل يوم. ",
        "證人說,警衛每天毆打囚犯。部長說,報告是不真實的。",
    ],
)
def test_a_text_that_is_not_english_says_so_in_a_line(tmp_path: Path, words: str) -> None:
    assert "English" in failure(tmp_path / "a.txt", words * 20)
    reading(tmp_path / "a.txt", words * 20, ANY_LANGUAGE)


def test_english_with_much_korean_in_it_is_english(tmp_path: Path) -> None:
    korean = "그녀는 아무도 말할 수 없었다고 전했다."
    reading(tmp_path / "a.txt", f"She said “{korean}” on Tuesday. It was not the first.\n" * 20)


# ---- much of it

FILLERS = {
    "letters": "a", "capitals": "A", "spaces": " ", "straight quotes": '"', "openers": "“",
    "closers": "”", "apostrophes": "'", "both quotes": "\"'", "said": "said ",
    "he said": "He said ",
    "hyphens": "A-", "figures": "1.", "brackets": "(", "stops": ".", "accents": "\u0301",
    "a joined emoji": "\U0001f469\u200d", "tags": "<b>", "names": "Ann Ito ", "initials": "A. ",
    "according to": "according to ", "who said": "who said that ", "unclosed": "“Yes, she said, ",
    "colons": "Ann: ", "commas": ", ", "nested": "“‘", "guillemets": "«»", "notes": "[1] ",
    "overrides": "\u202e", "lines": "\n", "returns": "a\r", "dashes": "— ", "possessives": "' s",
}  # fmt: skip


@pytest.mark.parametrize("unit", FILLERS.values(), ids=FILLERS)
def test_a_paragraph_of_anything_is_read_in_time_that_grows_with_it(
    tmp_path: Path, unit: str
) -> None:
    def read(size: int) -> None:
        filler = (unit * size)[:size]
        reading(tmp_path / "a.txt", f"Ann Ito said that {filler} it was so.", BY_RULES)

    assert_grows_with(read, 40_000)


@pytest.mark.parametrize("unit", ["said ", '"', "A-"])
def test_a_paragraph_that_no_person_writes_is_left_to_the_rules(tmp_path: Path, unit: str) -> None:
    filler = (unit * 60_000)[:60_000]
    with within(8):
        found = reading(tmp_path / "a.txt", f"Ann Ito said that {filler} it was so.", ANY_LANGUAGE)
    assert all(a.pattern != LATEST for a in found)


@pytest.mark.parametrize(
    "line", ["a\n", "Ann Ito said no.\n", "Ann: yes.\n", "Photo: AP\n", "“No\n"]
)
def test_ten_thousand_lines_are_read_in_time_that_grows_with_them(
    tmp_path: Path, line: str
) -> None:
    assert_grows_with(lambda lines: reading(tmp_path / "a.txt", line * lines, BY_RULES), 10_000)


def test_more_lines_than_a_report_has_are_refused(tmp_path: Path) -> None:
    with within(10):
        assert "200,000" in failure(tmp_path / "a.txt", "a\n" * 200_001)


def test_fifty_megabytes_of_text_are_refused_at_once(tmp_path: Path) -> None:
    with within(10):
        assert "5,000,000 characters" in failure(tmp_path / "a.txt", STORY * 140_000)


def test_fifty_megabytes_of_markdown_are_refused_at_once(tmp_path: Path) -> None:
    with within(10):
        assert "5,000,000 characters" in failure(tmp_path / "a.md", STORY * 140_000)


@pytest.mark.parametrize("nested", [">" * 5000, "\n".join("  " * n + "- x" for n in range(500))])
def test_deeply_nested_markdown_loses_nothing_unsaid(tmp_path: Path, nested: str) -> None:
    assert "nested" in failure(tmp_path / "a.md", f"{nested} Ann Ito said no.")


def test_a_row_of_very_many_cells_is_read_without_a_verdict(tmp_path: Path) -> None:
    with within(12):
        row = f"<table><tr>{'<td>Ann said no</td>' * 20_000}"
        reading(tmp_path / "a.html", html(row), BY_RULES)


def test_a_page_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    with within(20):
        assert "split it" in failure(tmp_path / "a.html", html("<p>Ann said no.</p>" * 2_600_000))


def test_a_page_may_hold_megabytes_that_are_no_words(tmp_path: Path) -> None:
    noise = f"<script>{'a=1;' * 2_000_000}</script><!--{'x' * 2_000_000}-->"
    picture = f'<img src="data:image/png;base64,{"A" * 2_000_000}">'
    with within(10):
        found = reading(tmp_path / "a.html", html(f"<p>{STORY}</p>{noise}{picture}<p>{STORY}</p>"))
    assert "a=1" not in found.report.text


@pytest.mark.parametrize(
    "nested",
    ["<div>" * 10_000, "<b>" * 10_000, "<blockquote>" * 10_000, "<ul><li>" * 10_000,
     "<table><tr><td>" * 10_000, "<div>" * 1_000_000],
    ids=["div", "b", "blockquote", "lists", "tables", "a million"],
)  # fmt: skip
def test_deeply_nested_tags_give_a_line(tmp_path: Path, nested: str) -> None:
    with within(5):
        assert "nested" in failure(tmp_path / "a.html", html(f"{nested}Ann Ito said no."))


def test_many_paragraphs_in_deep_tags_fill_no_memory(tmp_path: Path) -> None:
    deep = "<div>" * 1900 + "<p>Ann Ito said no.</p>" * 20_000
    with within(15):
        assert "nested" in failure(tmp_path / "a.html", html(deep))


@pytest.mark.parametrize(
    "body",
    [
        f"<p {' '.join(f'a{n}=1' for n in range(300_000))}>Ann Ito said no.</p>",
        "".join(f"<span id=i{n}>x </span>" for n in range(200_001)),
        "".join(f'<a href="#i{n}">{n}</a> ' for n in range(200_001)),
        "<p>Ann Ito said no." + "<br>" * 200_001,
    ],
    ids=["attributes", "ids", "anchors", "breaks"],
)
def test_a_page_of_nothing_but_markup_is_refused_at_once(tmp_path: Path, body: str) -> None:
    with within(8):
        failure(tmp_path / "a.html", html(body))


# ---- odd characters

PIECES = st.sampled_from(
    ["\u2028", "\u2029", "\x85", "\f", "\v", "\x1c", "\ufeff", "\u200b", "\u00a0", "\r", "\r\n",
     "\x1b[31m", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "e\u0301", "\U0001f469\u200d",
     "\u05d0\u05d1", "북한", "“", "”", '"', "'", "‘", "’", "«", "»", "(", ")", "[1]", ".", ",", ":",
     "\n", "\U0001f467",
     " ", " said ", "Ann Ito", " that ", "according to ", "the men were beaten", "She ", "<b>", "&",
     "<p>", "</p>", "<br>", "&#0;", "&#xD800;", "&#x1b;", "&lt;script&gt;", "1", "—", "- "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["a.txt", "a.html", "a.md"]))
@settings(max_examples=150, deadline=None)
def test_for_all_mixtures_of_odd_characters_spans_quote_the_text(text: str, name: str) -> None:
    content = f"Ann Ito said that {text} it was so.".encode()
    found = read_received(Received(content, name), ANY_LANGUAGE)
    assert_plausible(found)
    if name == "a.txt":
        assert found.report.text == content.decode()
    assert_harmless(found)


def assert_harmless(found: Reading) -> None:
    """Nothing of the document acts in a terminal or on the page."""
    assert not set(str(found)) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066")
    made = page.head("x") + page.fragment(found.record) + page.tail()
    assert not set(made) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066")
    root = lxml_html.document_fromstring(made)
    assert not root.xpath("//script | //b | //img | //@*[starts-with(name(), 'on')]")


def test_markup_in_titles_and_names_is_shown_and_not_obeyed() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    shown = evil.replace("<", "&lt;")
    head = f"<title>{shown}</title><meta property='og:site_name' content='{evil}'>"
    body = f"<h1>{shown}</h1><p>Ann Ito said “{shown}” on Tuesday.</p>"
    assert_harmless(read_received(Received(html(body, head).encode(), f"{evil}.html")))


# ---- names, folders, and what is no file


@pytest.mark.parametrize(
    "name",
    [b"a b.txt", b"a\nb.txt", b"\xff\xfe.txt", b"\x1b[31mred.txt", b"a\rb.txt", b"[red].txt"],
)
def test_a_strange_name_is_read_and_cannot_act_on_the_terminal(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path / os.fsdecode(name))
    Path(os.fsdecode(path)).write_text(STORY, encoding="utf-8")
    made = path + b".html"
    done = command(path, path + b".missing", "--json", "--html", made)
    assert done.returncode == 1
    assert json.loads(done.stdout)["file"].encode("utf-8", "surrogateescape") == path
    assert not set(done.stderr) & {0x1B, 0x0D}
    assert done.stderr.count(b"\n") == 3


@pytest.mark.parametrize("name", ["", "x" * 5000, "no/such.txt", "/dev/zero", "/dev/null"])
def test_what_is_no_file_gives_a_line(name: str) -> None:
    found = next(in_order([name], Options(), 1))
    assert isinstance(found, Failure)
    assert "fault in" not in found.reason


def test_a_pipe_with_a_name_and_a_link_to_itself_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    done = command(tmp_path, timeout=20)
    assert done.returncode == 1
    assert b"pipe.txt: it is not an ordinary file" in done.stderr
    assert b"self.txt: cannot be opened" in done.stderr


def test_a_folder_is_walked_once_whatever_its_links(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "up").symlink_to(tmp_path)
    assert len(command(tmp_path, "--json").stdout.splitlines()) == 1


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert b"no report in this folder" in command(tmp_path).stderr


def test_a_name_too_long_gives_a_line() -> None:
    done = command("x" * 5000)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_what_may_not_be_opened_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    (tmp_path / "closed.txt").touch(0o000)
    from firsthand.ingest.receive import named

    with as_an_ordinary_user(tmp_path):
        outcomes = list(in_order(named([str(tmp_path)]), Options(), 1))
    (tmp_path / "closed").chmod(0o700)
    lines = [found.reason for found in outcomes if isinstance(found, Failure)]
    assert [isinstance(found, Reading) for found in outcomes].count(True) == 1
    assert len(lines) == 2
    assert all("Permission denied" in line for line in lines)


@contextmanager
def as_an_ordinary_user(folder: Path) -> Iterator[None]:
    """Root may open whatever it likes, so for a while this process is not root."""
    if os.geteuid() != 0:
        yield
        return
    owners = [folder, *folder.iterdir()]
    parents = [p for p in folder.parents if p.is_relative_to("/tmp") and p != Path("/tmp")]
    modes = {p: p.stat().st_mode for p in parents}
    for path in owners:
        os.chown(path, 65534, 65534)
    for parent in parents:
        parent.chmod(modes[parent] | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        for parent in parents:
            parent.chmod(modes[parent])


# ---- where the page goes


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_page_never_takes_the_place_of_a_report_or_of_a_foreign_file(
    tmp_path: Path, story: Path
) -> None:
    foreign, link, pipe = tmp_path / "mine.html", tmp_path / "link.html", tmp_path / "pipe"
    foreign.write_text("<p>mine</p>")
    link.symlink_to(story)
    os.mkfifo(pipe)
    for target in (story, link, foreign, pipe, tmp_path, tmp_path / "no" / "a.html", "x" * 300):
        done = command(story, "--html", target, timeout=20, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1
    assert story.read_text(encoding="utf-8") == STORY
    assert foreign.read_text() == "<p>mine</p>"


def test_a_full_disk_leaves_the_old_page_and_nothing_else(tmp_path: Path, story: Path) -> None:
    made = tmp_path / "page.html"
    assert command(story, "--html", made).returncode == 0
    before = made.read_bytes()
    story.write_text(STORY * 200, encoding="utf-8")
    done = command(story, "--html", made, preexec_fn=small_files_only)
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert made.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["page.html", "story.txt"]


def small_files_only() -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


# ---- streams and surroundings


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_output_gives_a_line(story: Path, form: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = command(story, *form, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"standard output cannot be written")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("form", [[], ["--json"], ["--json", "--jobs", "2"]])
def test_a_reader_that_leaves_early_gives_no_traceback(tmp_path: Path, form: list[str]) -> None:
    names = [str(tmp_path / f"{n}.txt") for n in range(4)]
    for name in names:
        Path(name).write_text(STORY * 100, encoding="utf-8")
    made = [sys.executable, "-m", "firsthand", "read", *names, *form]
    with subprocess.Popen(made, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        os.read(process.stdout.fileno(), 10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 1


@pytest.mark.parametrize(
    ("arguments", "closed"), [("story.txt", ">&-"), ("story.txt --json", ">&-"), ("-", "<&-")]
)
def test_a_closed_stream_gives_a_line(story: Path, arguments: str, closed: str) -> None:
    line = f'"{sys.executable}" -m firsthand read {arguments} {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=story.parent, stderr=subprocess.PIPE, check=False, timeout=30
    )
    assert done.returncode == 1
    assert done.stderr.endswith(b" is closed\n")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"COLUMNS": "20"},
        {"COLUMNS": "0"},
    ],
)
def test_poor_terminals_show_all_the_same(story: Path, environment: dict[str, str]) -> None:
    done = command(story, "missing.txt", environment=environment)
    assert b"They were beaten every day" in b" ".join(done.stdout.split())
    assert done.stderr.endswith(b"missing.txt: cannot be opened (No such file or directory)\n")


def test_bad_reports_among_good_ones_stop_none_in_several_processes(
    tmp_path: Path, story: Path
) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "cut.docx").write_bytes(word(STORY)[:2000])
    (tmp_path / "good.html").write_text(html(STORY), encoding="utf-8")
    names = ["empty.pdf", "story.txt", "cut.docx", "missing", "good.html"]
    done = command(*names, "--json", "--jobs", "2", cwd=tmp_path)
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [
        "story.txt", "good.html",
    ]  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"3 of 5 could not be read:\n")
    assert done.stderr.count(b"\n") == 4


def _heeds_ctrl_c() -> None:
    """A shell starts what it puts in the background deaf to Ctrl-C, and so may a CI machine."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_run_without_a_traceback(tmp_path: Path, jobs: str) -> None:
    names = [f"{n}.txt" for n in range(5)]
    for name in names:
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    made = [sys.executable, "-m", "firsthand", "read", *names, "-", "--json", "--jobs", jobs]
    with subprocess.Popen(
        made, cwd=tmp_path, start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=_heeds_ctrl_c,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert b"Traceback" not in process.stderr.read()
