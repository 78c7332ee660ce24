"""The tags of HTML by what they do to words, and the names publishing systems give to parts."""

from __future__ import annotations

from typing import Final

from firsthand.ingest.report import BlockKind as Kind

BLOCK_TAGS: Final = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu "
    "nav ol p pre section summary table tbody tfoot thead tr ul caption".split()
)
WHOLE_TAGS: Final = frozenset("html body article main".split())
WORDS_TAGS: Final = frozenset("p li td th blockquote h1 h2 h3 h4 h5 h6 a b i em strong".split())
PAGE_ROLES: Final = frozenset("navigation banner contentinfo complementary search".split())
HIDDEN_TAGS: Final = frozenset(
    "head script style noscript template svg math iframe object embed canvas video audio "
    "map button select option input textarea datalist".split()
)
PAGE_TAGS: Final = frozenset("nav footer form dialog menu".split())
PAGE_WORDS: Final = frozenset(
    "nav navbar navigation menu sidebar footer related newsletter newsletters sharing share "
    "social comment comments cookie cookies consent promo advert advertisement ad ads "
    "sponsor sponsored breadcrumb breadcrumbs subscribe subscription recommended recirc "
    "mostread mostpopular trending teaser teasers toolbar masthead paywall tags signup".split()
)
KIND_WORDS: Final[dict[str, Kind]] = {
    "pullquote": Kind.PULL_QUOTE,
    "credit": Kind.CREDIT, "credits": Kind.CREDIT, "copyright": Kind.CREDIT,
    "photographer": Kind.CREDIT,
    "caption": Kind.CAPTION, "figcaption": Kind.CAPTION,
    "byline": Kind.BYLINE, "author": Kind.BYLINE, "authors": Kind.BYLINE,
    "dateline": Kind.DATELINE, "timestamp": Kind.DATELINE, "pubdate": Kind.DATELINE,
    "published": Kind.DATELINE, "datepublished": Kind.DATELINE,
    "keypoint": Kind.KEY_POINT, "keypoints": Kind.KEY_POINT, "highlights": Kind.KEY_POINT,
    "standfirst": Kind.KEY_POINT, "dek": Kind.KEY_POINT, "strapline": Kind.KEY_POINT,
    "keytakeaways": Kind.KEY_POINT, "tldr": Kind.KEY_POINT,
    "correction": Kind.CORRECTION, "corrections": Kind.CORRECTION,
    "clarification": Kind.CORRECTION, "editorsnote": Kind.CORRECTION,
    "footnote": Kind.FOOTNOTE, "footnotes": Kind.FOOTNOTE,
    "endnote": Kind.FOOTNOTE, "endnotes": Kind.FOOTNOTE,
}  # fmt: skip
KIND_TAG: Final[dict[str, Kind]] = {
    "h1": Kind.HEADLINE, "h2": Kind.SUBHEADING, "h3": Kind.SUBHEADING, "h4": Kind.SUBHEADING,
    "h5": Kind.SUBHEADING, "h6": Kind.SUBHEADING, "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION, "time": Kind.DATELINE, "tr": Kind.TABLE,
}  # fmt: skip
