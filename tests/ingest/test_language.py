"""Whether a text is English, the one language that is read."""

from __future__ import annotations

import pytest

from firsthand.errors import NotEnglish
from firsthand.ingest.language import require_english
from firsthand.ingest.load import Received, load
from tests.ingest.pages import BODY, PLAIN

GERMAN = (
    "Die Männer wurden zwei Nächte lang in einem Schuppen am Kai festgehalten, sagte eine "
    "Kranführerin, die die Insel inzwischen verlassen hat. Niemand habe ihnen gesagt, warum. Der "
    "Hafen bestritt das und erklärte, der Schuppen sei seit dem Frühjahr geschlossen gewesen. "
)
FRENCH = (
    "Les dockers ont été enfermés pendant deux nuits dans un hangar du quai, selon une grutière "
    "qui a quitté l'île depuis lors. Personne ne leur a dit pourquoi. Le port a démenti ce récit "
    "et a déclaré que le hangar était fermé depuis le printemps pour des travaux. "
)
DUTCH = (
    "De havenarbeiders werden twee nachten in een loods opgesloten, volgens een kraanmachinist "
    "die het eiland heeft verlaten. Niemand zei waarom. De haven ontkende dit en verklaarde dat "
    "de loods sinds het voorjaar gesloten was voor herstel, wat niet kon worden nagegaan. "
)
ARABIC = "قالت سائقة الرافعة إن الرجال احتجزوا ليلتين في المستودع قبل الذكرى السنوية للميناء. "
CHINESE = (
    "一名离开该岛的起重机司机说，工人在周年纪念前两夜被关在上锁的棚屋里。港务局否认了这一说法。"
)


@pytest.mark.parametrize("text", [PLAIN, " ".join(BODY), " ".join(BODY).upper()])
def test_english_is_read(text: str) -> None:
    """Reports in English pass, in capitals too."""
    require_english(text, "a.txt")


@pytest.mark.parametrize("text", [GERMAN, FRENCH, DUTCH, ARABIC * 4, CHINESE * 10])
def test_another_language_gives_one_line_that_says_what_to_do(text: str) -> None:
    """The line names the file, the reason and the option."""
    with pytest.raises(NotEnglish, match=r"a\.txt: .*English.*--any-language"):
        require_english(text, "a.txt")


@pytest.mark.parametrize("text", ["", "Nein.", "Osric Vane, Ilse Marrow, Tam Oduya", "١٢٣"])
def test_a_few_words_tell_nothing(text: str) -> None:
    """Too short a text is read."""
    require_english(text, "a.txt")


def test_english_with_names_and_quotations_of_another_language_is_read() -> None:
    """A foreign sentence within an English report does not refuse it."""
    require_english(f"{' '.join(BODY)} “{FRENCH}” she wrote.", "a.txt")


def test_a_person_can_have_another_language_read() -> None:
    """The option reads what the check would refuse, unchanged."""
    report = load(Received(GERMAN.encode(), "a.txt"), any_language=True)
    assert report.text == GERMAN


def test_english_menus_around_a_foreign_report_do_not_count() -> None:
    """Only what is the report's is looked at."""
    menu = "".join(
        f"<nav><a href='/{n}'>All of the news that is in it</a></nav>" for n in range(40)
    )
    page = f"<html><body>{menu}<article><h1>Der Kai</h1><p>{GERMAN}</p></article></body></html>"
    with pytest.raises(NotEnglish):
        load(Received(page.encode(), "a.html"))
