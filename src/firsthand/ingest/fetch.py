"""Reads one URL that the user named, and nothing else.

Only http and https, no private address (a page could else be made to read the user's own
network), each redirect checked again. A name is resolved once, checked, and the connection made
to that very address, so that a second answer of the name server changes nothing. Proxies and
credentials of the environment are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

import httpx

from firsthand.errors import FetchError, RefusedAddress, TooLarge
from firsthand.ingest import limits
from firsthand.ingest.load import Received

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_CODINGS = ("", "identity", "gzip", "deflate")
"""One at most: packed twice, a few bytes can fill the memory before a limit sees them."""


def is_public(address: Address) -> bool:
    """Whether an address lies in the public network, also where one is wrapped in another."""
    if isinstance(address, ipaddress.IPv6Address):
        found = (address.ipv4_mapped, address.sixtofour, *(address.teredo or ()), _nat64(address))
        wrapped = [inner for inner in found if inner is not None]
        if address not in _GLOBAL_UNICAST or not all(map(is_public, wrapped)):
            return bool(wrapped) and all(map(is_public, wrapped))
    return address.is_global and not address.is_multicast


def _nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address in one of RFC 6052's well-known prefix."""
    inside = address in ipaddress.ip_network("64:ff9b::/96")
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if inside else None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How URLs are read: which addresses are `permitted`, and the limits in bytes and seconds."""

    permitted: Callable[[Address], bool] = is_public
    most_bytes: int = limits.MAX_FETCH_BYTES
    seconds: float = limits.FETCH_SECONDS

    def fetch(self, url: str) -> Received:
        """The bytes at a URL, named by it; raises `FetchError`, `RefusedAddress`, `TooLarge`.

        A thread reads, so that neither a name server nor a server that sends a byte now and
        then (which no timeout of a socket ends) holds the caller beyond the limit.
        """
        answer: SimpleQueue[Received | Exception] = SimpleQueue()
        Thread(target=lambda: answer.put(self._answer(url)), daemon=True).start()
        try:
            received = answer.get(timeout=self.seconds)
        except Empty:
            raise self._late(url) from None
        if isinstance(received, Exception):
            raise received
        return received

    def _answer(self, url: str) -> Received | Exception:
        try:
            return self._fetched(url, time.monotonic() + self.seconds)
        except Exception as error:
            return error

    def _late(self, url: str) -> FetchError:
        return FetchError(url, f"not read within {self.seconds:.0f} seconds")

    def _fetched(self, url: str, deadline: float) -> Received:
        timeout = httpx.Timeout(min(10.0, self.seconds))
        try:
            with httpx.Client(timeout=timeout, trust_env=False) as client:
                return self._followed(client, url, deadline)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            reason = f"could not be read ({type(error).__name__}: {error})"
            raise FetchError(url, reason) from error

    def _followed(self, client: httpx.Client, url: str, deadline: float) -> Received:
        at = httpx.URL(url)
        for _ in range(limits.MAX_REDIRECTS + 1):
            request = self._request(client, at, url)
            response = client.send(request, stream=True)
            try:
                if not response.has_redirect_location:
                    return self._received(response, url, deadline)
                at = at.join(response.headers["location"])
            finally:
                response.close()
        raise FetchError(url, f"it redirects more than {limits.MAX_REDIRECTS} times")

    def _request(self, client: httpx.Client, at: httpx.URL, url: str) -> httpx.Request:
        """A request to the checked address itself; the name travels in Host and SNI."""
        if at.scheme not in ("http", "https") or not at.host:
            raise RefusedAddress(url, f"only http and https are read, not {at.scheme or 'this'}")
        if at.userinfo:
            raise RefusedAddress(url, "it carries a user name or password; leave them out")
        headers = {"Host": at.netloc.decode("ascii"), "User-Agent": "firsthand",
                   "Accept-Encoding": "gzip"}  # fmt: skip
        extensions = {"sni_hostname": at.host} if at.scheme == "https" else {}
        to = at.copy_with(host=str(self._address(at, url)))
        return client.build_request("GET", to, headers=headers, extensions=extensions)

    def _address(self, at: httpx.URL, url: str) -> Address:
        try:
            found = socket.getaddrinfo(at.host, at.port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise FetchError(url, f"no host is known as {at.host}") from error
        addresses = [ipaddress.ip_address(entry[4][0]) for entry in found]
        if not all(map(self.permitted, addresses)):
            reason = f"{at.host} is a private address (--allow-private reads it)"
            raise RefusedAddress(url, reason)
        return addresses[0]

    def _received(self, response: httpx.Response, url: str, deadline: float) -> Received:
        if response.status_code != httpx.codes.OK:
            raise FetchError(url, f"the server answered {response.status_code}")
        coding = response.headers.get("content-encoding", "").strip().lower()
        if coding not in _CODINGS:
            raise FetchError(url, f"it is packed as {coding}, which is not read")
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > self.most_bytes:
                raise TooLarge(url, f"over {self.most_bytes:,} bytes")
            if time.monotonic() > deadline:
                raise self._late(url)
        media_type = response.headers.get("content-type")
        return Received(bytes(content), url, media_type, response.charset_encoding)
