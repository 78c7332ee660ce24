"""Reading a URL: from a real server on this machine, with nothing asked of the network."""

from __future__ import annotations

import gzip
import ipaddress
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from firsthand.errors import FetchError, RefusedAddress, TooLarge
from firsthand.ingest.fetch import Address, Fetcher, is_public
from firsthand.ingest.receive import receive

PAGE = "<p>She said “no”.</p>".encode("cp1252")
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the first part of the path; remembers what it was asked."""

    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        try:
            ANSWERS[self.path.split("/")[1]](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, to: str) -> None:
        self.answer(302, Location=to)

    def log_message(self, format: str, *args: object) -> None:
        """The tests' output stays quiet."""


class Site(ThreadingHTTPServer):
    """A server that any port will do for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}"


def drip(handler: Handler, piece: bytes) -> None:
    """Sends a little again and again, for as long as the test waits, and 5 s at most."""
    for _ in range(50):
        if handler.server.released.wait(0.1):
            return
        handler.wfile.write(piece)
        handler.wfile.flush()


def drip_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    drip(handler, b"said ")


def drip_packed(handler: Handler) -> None:
    """A gzip stream of empty blocks, which unpacks to nothing for ever."""
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(b"\x1f\x8b\x08\0\0\0\0\0\0\xff")
    drip(handler, b"\0\0\0\xff\xff")


def drip_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    drip(handler, b"x")


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"220 this is a mail server\r\n")


def bomb(handler: Handler) -> None:
    handler.answer(200, gzip.compress(b"\0" * 30_000_000), Content_Encoding="gzip")


def unending(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(3000):
        handler.wfile.write(b"said " * 1000)


ANSWERS: dict[str, Answer] = {
    "page": lambda h: h.answer(200, PAGE, Content_Type="text/html; charset=windows-1252"),
    "gzip": lambda h: h.answer(200, gzip.compress(PAGE), Content_Encoding="gzip"),
    "twice": lambda h: h.answer(200, PAGE, Content_Encoding="gzip, gzip"),
    "brotli": lambda h: h.answer(200, PAGE, Content_Encoding="br"),
    "damaged": lambda h: h.answer(200, PAGE, Content_Encoding="gzip"),
    "moved": lambda h: h.redirect("/page"),
    "loop": lambda h: h.redirect("/loop"),
    "private": lambda h: h.redirect(f"http://127.0.0.2:{h.server.server_port}/page"),
    "file": lambda h: h.redirect("file:///etc/hostname"),
    "secret": lambda h: h.redirect(f"http://a:b@127.0.0.1:{h.server.server_port}/page"),
    "nowhere": lambda h: h.redirect("http://[/"),
    "hops": lambda h: h.redirect(f"/hops/{int(h.path.split('/')[2]) - 1}"
                                 if h.path != "/hops/1" else "/page"),
    "missing": lambda h: h.answer(404, b"not here"),
    "broken": lambda h: h.answer(500),
    "bomb": bomb,
    "unending": unending,
    "drip": drip_body,
    "packed": drip_packed,
    "head": drip_head,
    "mail": no_http,
}  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.released.set()
        server.shutdown()
        thread.join()


def only_one(address: Address) -> bool:
    return str(address) == "127.0.0.1"


def fetcher(seconds: float = 5.0, most_bytes: int = 1_000_000) -> Fetcher:
    """One that may read 127.0.0.1 and no other address."""
    return Fetcher(only_one, most_bytes, seconds)


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    """Bytes as sent, the name the user gave, the media type and the encoding."""
    url = f"{site.url}/page"
    received = fetcher().fetch(url)
    assert (received.content, received.name) == (PAGE, url)
    assert (received.media_type, received.charset) == (
        "text/html; charset=windows-1252", "windows-1252",
    )  # fmt: skip


def test_the_server_learns_the_name_asked_for_and_nothing_of_the_user(site: Site) -> None:
    """The Host is that of the URL, though the connection goes to the checked address."""
    fetcher().fetch(f"http://localhost:{site.server_port}/page")
    ((_, headers),) = site.asked
    assert headers["Host"] == f"localhost:{site.server_port}"
    assert headers["User-Agent"] == "firsthand"
    assert {"Authorization", "Cookie", "Referer"}.isdisjoint(headers)


def test_the_environments_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable cannot send what the user reads to another machine."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    assert fetcher().fetch(f"{site.url}/page").content == PAGE


def test_a_packed_page_is_unpacked(site: Site) -> None:
    """gzip is read as what it holds."""
    assert fetcher().fetch(f"{site.url}/gzip").content == PAGE


@pytest.mark.parametrize("path", ["moved", "hops/4"])
def test_redirects_are_followed_and_the_name_stays(site: Site, path: str) -> None:
    """What the user named is what the report came from."""
    received = fetcher().fetch(f"{site.url}/{path}")
    assert (received.content, received.name) == (PAGE, f"{site.url}/{path}")


@pytest.mark.parametrize("path", ["loop", "hops/6"])
def test_too_many_redirects_end(site: Site, path: str) -> None:
    """A loop is given up after five."""
    with pytest.raises(FetchError, match=f"/{path}: it redirects more than 5 times"):
        fetcher().fetch(f"{site.url}/{path}")
    assert len(site.asked) == 6


def test_a_redirect_to_an_address_that_is_not_permitted_is_refused(site: Site) -> None:
    """Each hop is checked again, before anything is asked there."""
    with pytest.raises(RefusedAddress, match=r"/private: .*127\.0\.0\.2"):
        fetcher().fetch(f"{site.url}/private")
    assert [path for path, _ in site.asked] == ["/private"]


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    """A server cannot make the reader open what lies on the user's disk."""
    with pytest.raises(RefusedAddress, match="only http and https"):
        fetcher().fetch(f"{site.url}/file")


def test_a_redirect_with_a_password_is_refused(site: Site) -> None:
    """No page makes the reader sign in somewhere."""
    with pytest.raises(RefusedAddress, match="password"):
        fetcher().fetch(f"{site.url}/secret")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hostname", "ftp://files.example/a.txt", "gopher://a.example", "data://text",
     "javascript://a", "http://", "https:///a", "://a"],
)  # fmt: skip
def test_other_schemes_and_urls_without_a_host_are_refused(url: str) -> None:
    """Only http and https, to a named host."""
    with pytest.raises(FetchError):
        fetcher().fetch(url)


def test_a_password_in_the_url_is_refused(site: Site) -> None:
    """It would stand in the report as where it came from."""
    with pytest.raises(RefusedAddress, match="user name or password"):
        fetcher().fetch(f"http://user:secret@127.0.0.1:{site.server_port}/page")
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0.0.0.0", "[::1]", "10.0.0.1",
     "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "169.254.169.254", "192.168.1.1", "[fe80::1]"],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_read_unless_allowed(host: str) -> None:
    """The address that a name stands for is checked, not the name."""
    with pytest.raises(FetchError):
        Fetcher(seconds=2).fetch(f"http://{host}:1/")


def test_the_line_says_how_a_private_address_can_be_read() -> None:
    """The user is told of the flag."""
    with pytest.raises(RefusedAddress, match="--allow-private"):
        receive("http://127.0.0.1:1/")


def test_a_private_address_is_read_where_it_is_allowed(site: Site) -> None:
    """The flag leads into the user's own network."""
    assert receive(f"{site.url}/page", allow_private=True).content == PAGE


@pytest.mark.parametrize(("path", "status"), [("missing", 404), ("broken", 500)])
def test_what_the_server_refuses_gives_one_line(site: Site, path: str, status: int) -> None:
    """The words of an error page are not read as a report."""
    with pytest.raises(FetchError, match=f"/{path}: the server answered {status}"):
        fetcher().fetch(f"{site.url}/{path}")


def test_a_page_without_end_is_given_up_at_the_limit(site: Site) -> None:
    """More bytes than the limit are not read."""
    with pytest.raises(TooLarge, match="1,000,000 bytes"):
        fetcher().fetch(f"{site.url}/unending")


def test_a_bomb_is_given_up_at_the_limit(site: Site) -> None:
    """The limit counts what is unpacked."""
    with pytest.raises(TooLarge):
        fetcher().fetch(f"{site.url}/bomb")


@pytest.mark.parametrize("path", ["twice", "brotli"])
def test_what_is_packed_in_another_way_is_refused(site: Site, path: str) -> None:
    """Packing twice can hide a gigabyte in a packet; other packings are not known here."""
    with pytest.raises(FetchError, match="packed"):
        fetcher().fetch(f"{site.url}/{path}")


@pytest.mark.parametrize("path", ["damaged", "mail", "nowhere"])
def test_an_answer_that_makes_no_sense_gives_one_line(site: Site, path: str) -> None:
    """Broken packing, another protocol or a broken address are told, without a traceback."""
    with pytest.raises(FetchError, match=f"/{path}: "):
        fetcher().fetch(f"{site.url}/{path}")


@pytest.mark.parametrize("path", ["drip", "packed", "head"])
def test_a_server_that_drips_is_given_up_in_time(site: Site, path: str) -> None:
    """A byte now and then, in body, packing or head, does not hold the reader."""
    begun = time.perf_counter()
    with pytest.raises(FetchError, match="not read within"):
        fetcher(seconds=0.5).fetch(f"{site.url}/{path}")
    assert time.perf_counter() - begun < 2


def test_a_port_where_nobody_listens_gives_one_line() -> None:
    """The line names the URL and what went wrong."""
    with Site() as closed:
        url = f"{closed.url}/page"
    with pytest.raises(FetchError, match="could not be read"):
        fetcher().fetch(url)


@pytest.mark.parametrize("host", ["a..b", "x" * 70, "[::1"])
def test_a_host_that_no_one_can_have_gives_one_line(host: str) -> None:
    """Names that break the rules of names are not looked up, or not found."""
    with pytest.raises(FetchError, match="http://"):
        Fetcher(seconds=5).fetch(f"http://{host}/")


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_addresses_are_public(address: str) -> None:
    """Also where a public IPv4 address travels within an IPv6 one."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.0", "255.255.255.255", "224.0.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1",
     "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "4000::1",
     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "::127.0.0.1",
     "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1",
     "2001:0:808:808::f5ff:fffe"],
)  # fmt: skip
def test_private_addresses_are_private_however_they_are_wrapped(address: str) -> None:
    """IPv4-mapped, 6to4, NAT64 and Teredo addresses are what they hold."""
    assert not is_public(ipaddress.ip_address(address))
