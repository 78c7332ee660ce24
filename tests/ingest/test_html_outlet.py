"""Whose a page is, by its title or the foot of the page."""

from __future__ import annotations

import pytest
from lxml import html

from firsthand.ingest.html_outlet import outlet_of


def outlet(title: str, foot: str = "") -> str | None:
    head, body = f"<head><title>{title}</title></head>", f"<p>Text.</p><footer>{foot}</footer>"
    return outlet_of(html.fromstring(f"<html>{head}<body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Olympian drugged by own team, then they grabbed her passport | The Gong", "The Gong"),
        ("Ministry rejects claims about army prison - Ledova Chronicle", "Ledova Chronicle"),
        ("Mbarro-Matin | The shame of Tessabre, told by one who was there", "Mbarro-Matin"),
        ("Ferry sinks in the strait, and nobody says how many were aboard", None),
        ("Ferry sinks in the strait – what we know of the crew so far", None),
        ("What the board was told in May and did not say | press release 2018", None),
        ("", None),
    ],
)
def test_a_title_ends_or_begins_with_the_name_of_its_site(title: str, name: str | None) -> None:
    """The short part with capitals; a headline in two parts has none."""
    assert outlet(title) == name


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("© BuzzLane 2024. We use cookies!", "BuzzLane"),
        ("(c) 2022 The Belarde Weekly Tide. All rights reserved", "The Belarde Weekly Tide"),
        ("© 2024 All rights reserved", None),
        ("we (c)ould not", None),
    ],
)
def test_a_line_of_copyright_names_the_site(foot: str, name: str | None) -> None:
    """Where the title does not."""
    assert outlet("Ferry sinks", foot) == name


def test_a_title_goes_before_the_foot_of_the_page() -> None:
    """The publishing house may be another."""
    assert outlet("The ferry that nobody counted | Sun Flash", "© Tide Group 2024") == "Sun Flash"
