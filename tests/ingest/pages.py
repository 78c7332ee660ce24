"""Invented reports, laid out as publishing systems lay them out; no place or person is real."""

from __future__ import annotations

LEAD = (
    "Dockers at Varn Quay were held in a locked shed for two nights before the port's "
    "anniversary, according to a crane driver who has since left the island."
)
SECOND = (
    "Ilse Marrow, who worked at the quay until 2016, said the men were counted every hour and "
    "were given nothing to drink, and that two of them were later taken to the fort."
)
QUOTED = (
    "“They read our names from a list and put those who answered into the shed,” she told the "
    "Tessel Courier, adding that nobody had said why."
)
DENIED = (
    "The port authority denied the account and said that the shed had been closed for repairs "
    "since the spring, a claim that the newspaper could not check."
)
CAVEAT = (
    "Marrow appeared to be describing the year before the anniversary rather than the festival "
    "itself, which she had watched on television from the mainland."
)
BODY = (LEAD, SECOND, QUOTED, DENIED, CAVEAT)


def paragraphs(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


PLAIN = """\
• The quay turns one hundred this summer and the whole town has been invited.
  • But a crane driver told the Tessel Courier what goes on behind the north shed.
  • Ilse Marrow, who kept the quay's accounts, says wages were held back for a year.
  • Other letters seen by the paper complain of the same thing.

Dockers of Varn Quay were shut in a shed on the eve of the anniversary, according to a crane \
driver who has since left the island.

Ilse Marrow, who moved to the mainland in 2008, said the foremen counted the men twice a night and \
kept the keys in the office.

Speaking to the Courier at her kitchen table, Marrow said “nobody was paid in June” and that “the \
ledger went missing the day after.”

Varn dockers

Photo: source Quayside Pictures

Her account covers the winter before the festival and not the week of the boat race.

Osric Vane

Photo: A crane driver says the dockers and rowers are harbour master Osric Vane's prisoners. \
source Reuters

The shed has one door and no window. A man who is late loses two days of wages.

Rowers are prisoners

Tam Oduya, whose son rowed for the quay until last year, called the boathouse "a cage," and would \
say no more about the shed.

"My boy slept on the sacks with the others," he said, adding: "They took his boots. Ask Vane about \
the boots."

The regatta ends on Sunday"""

WORDPRESS = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Dockers held in shed before regatta - Tessel Courier</title>
<meta property="og:site_name" content="Tessel Courier">
<meta property="og:title" content="Dockers held in shed before regatta">
<meta name="author" content="Runa Feld">
<meta property="article:published_time" content="2018-02-21T09:14:00+00:00">
<style>.entry {{ color: black }}</style><script>var tracker = "none";</script></head>
<body class="post-template-default single single-post">
<header class="site-header"><a href="/">Tessel Courier</a>
<nav class="main-navigation"><ul><li><a href="/news">News</a></li>
<li><a href="/sea">Sea</a></li></ul></nav></header>
<main id="primary"><article class="post type-post status-publish">
<header class="entry-header"><h1 class="entry-title">Dockers held in shed before regatta</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published"
datetime="2018-02-21">21 February 2018</time></span> <span class="byline">by Runa Feld</span></div>
</header>
<div class="entry-content"><p>{LEAD}</p>
<figure class="wp-block-image"><img src="quay.jpg" alt="not shown">
<figcaption class="wp-element-caption">The shed at Varn Quay. Photo: Ann Ito</figcaption></figure>
<p>{SECOND}</p><p>{QUOTED}</p><h2 class="wp-block-heading">What the port says</h2>
<p>{DENIED} The <a href="https://port.example/shed">authority’s notice </a>gives no date.</p>
<blockquote class="wp-block-pullquote"><p>“They read our names from a list”</p></blockquote>
<p>{CAVEAT}</p>
<div class="share-buttons"><h3>Share this:</h3><ul><li>Print</li></ul></div>
<p class="correction">Correction: An earlier version of this article misspelt the fort.</p></div>
</article>
<div id="comments" class="comments-area"><h2>2 thoughts on “Dockers held”</h2><p>I was there and
it was not like that at all, said my uncle, who ran the canteen at the quay.</p></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul>
<li><a href="/eel">Eel prices fall again, traders say</a></li></ul></section></aside>
<footer class="site-footer">© 2018 Tessel Courier</footer></body></html>"""

TABLE_LAYOUT = f"""<html><head><title>Varn Bulletin</title></head><body bgcolor="white">
<table width="760"><tr><td width="140"><a href="/">Home</a><br><a href="/a">Archive</a></td>
<td><font size="5"><b>Two nights in the shed</b></font><br><br>{LEAD}<br><br>{SECOND}
<br>&nbsp;<br>{QUOTED}<br><br>{DENIED}<br>
<br>{CAVEAT}</td></tr></table></body></html>"""

SIDEBAR = f"""<html lang="en"><head><title>Dockers held in shed</title></head><body>
<div class="wrap"><div class="story"><h1>Dockers held in shed</h1>{paragraphs(*BODY)}</div>
<div class="sidebar-right"><h3>Most read</h3>{
    "".join(
        f'<div class="teaser"><h4><a href="/{n}">Mayor of Oskerholm says pier {n} is safe</a></h4>'
        f"<p>The mayor said on Monday that pier {n} would open in the spring after all.</p></div>"
        for n in range(1, 41)
    )
}</div></div></body></html>"""

FOOTNOTED = f"""<html lang="en"><head><title>The detention of dockers: findings</title></head>
<body><div id="content"><h1>The detention of dockers: findings</h1>
<h2>I. Summary</h2>
<p>1. {LEAD}<sup><a href="#fn1" id="ref1">1</a></sup></p>
<p>2. {SECOND}<sup><a href="#fn2" id="ref2">2</a></sup> They were not charged.<sup><a
href="#fn3" id="ref3">3</a></sup></p>
<p>3. Two were hurt.<sup><a href="#fn4" id="ref4">4</a></sup></p>
<p>4. {DENIED}</p>
<table><tr><th>Month</th><th>Held</th></tr><tr><td>May</td><td>12</td></tr></table>
<hr><ol class="footnotes"><li id="fn1">Interview with a crane driver, 3 May 2018.
<a href="#ref1">↩</a></li><li id="fn2">Interview VQ-12, on file.<a href="#ref2">↩</a></li>
<li id="fn3">Ibid.<a href="#ref3">↩</a></li><li id="fn4">See <a
href="https://fort.example/ledger.pdf">the ledger of the fort</a>, page 9.</li></ol>
</div></body></html>"""

WORD_EXPORT = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-GB">
<div class="WordSection1"><p class="MsoTitle">Statement on the shed<o:p></o:p></p>
<p class="MsoNormal">{LEAD}<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a><o:p></o:p></p>
<p class="MsoNormal">{SECOND}</p></div><br clear="all"><hr>
<div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a>
Interview with a crane driver, 3 May 2018.</p></div></body></html>"""

WIKI = f"""<html lang="en"><head><title>Varn Quay</title></head><body><div id="mw-content-text">
<h1 id="firstHeading">Varn Quay</h1><div class="mw-parser-output"><p>{LEAD}<sup id="cite_ref-1"
class="reference"><a href="#cite_note-1"><span class="cite-bracket">[</span>1<span
class="cite-bracket">]</span></a></sup></p><p>{SECOND}<sup id="cite_ref-Orsk%C3%A4_2-0"
class="reference"><a href="#cite_note-Orsk%C3%A4-2">[2]</a></sup></p><p>{DENIED}</p>
<h2>References</h2><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a
href="#cite_ref-1">^</a></span> <span class="reference-text">Marrow, <i>The Shed</i>, page
12.</span></li><li id="cite_note-Orskä-2"><span class="reference-text">Orskä, “Two nights”, Tessel
Courier.</span></li></ol></div></div></body></html>"""

LIVE_BLOG = f"""<html lang="en"><head><title>Regatta live</title></head><body><main>
<h1>Regatta live: quay is silent on shed</h1><div class="liveblog">{
    "".join(
        f'<article class="live-post" id="post-{n}"><time datetime="T1{n}:05">1{n}.05</time>'
        f"<h2>Update number {n} of the day</h2><p>{text}</p></article>"
        for n, text in enumerate(BODY)
    )
}</div></main></body></html>"""

AMP = f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8">
<title>Dockers held in shed</title><script type="application/ld+json">{{"@context":
"https://schema.org", "@type": "NewsArticle", "headline": "Dockers held in shed",
"datePublished": "2018-02-21T09:14:00Z", "author": {{"@type": "Person", "name": "Runa Feld"}},
"publisher": {{"@type": "Organization", "name": "Tessel Courier"}}}}</script>
<style amp-boilerplate>body {{ visibility: hidden }}</style></head><body>
<amp-sidebar id="menu"><ul><li><a href="/">Home</a></li></ul></amp-sidebar>
<article><h1>Dockers held in shed</h1><amp-img src="a.jpg" width="1" height="1"></amp-img>
{paragraphs(*BODY)}</article><amp-analytics><script>{{"a": 1}}</script></amp-analytics>
</body></html>"""

DIVS = f"""<html lang="en"><head><title>Dockers held in shed</title></head><body>
<div class="page"><div class="title"><h1>Dockers held in shed</h1></div>
<div class="text">{"".join(f"<div><span>{text}</span></div>" for text in BODY)}</div></div>
</body></html>"""
