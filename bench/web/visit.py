"""A visitor who asks for pages as a browser does, counts bytes on the wire, and has a watch."""

import html
import http.client
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

_ASSETS = re.compile(r'<(?:link|img|script)\b[^>]*?\b(?:href|src)="([^"]+)"')


@dataclass
class Visitor:
    """One connection that stays open, with its cookies."""

    host: str
    cookies: SimpleCookie = field(default_factory=SimpleCookie)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(self.host, timeout=60)

    def get(self, path: str) -> tuple[int, bytes, dict[str, str], float]:
        """Status, body as sent, headers, and milliseconds from asking to the last byte."""
        sent = {
            "Accept": "text/html",
            "Accept-Encoding": "br, gzip",
            "Cookie": "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items()),
        }
        begun = time.perf_counter()
        self._connection.request("GET", path, headers=sent)
        answer = self._connection.getresponse()
        body = answer.read()
        taken = (time.perf_counter() - begun) * 1000
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies.load(value)
        return answer.status, body, {name.lower(): value for name, value in answer.getheaders()}, taken

    def text(self, body: bytes, headers: dict[str, str]) -> str:
        """A body unpacked."""
        return _unpacked(body, headers.get("content-encoding", "")).decode()

    def weigh(self, path: str) -> tuple[int, int]:
        """Bytes of a page, and of it with all that it loads, as somebody who was never here gets them."""
        status, body, headers, _ = self.get(path)
        if status != 200:
            raise ValueError(f"{path}: {status}")
        page = len(body)
        # What stands further down is fetched when it is scrolled to; it is counted all the same.
        assets = {urljoin(path, html.unescape(link)) for link in _ASSETS.findall(self.text(body, headers))}
        return page, page + sum(len(self.get(asset)[1]) for asset in sorted(assets))


def enter(address: str) -> Visitor:
    """Comes in by the one-time link that the server printed."""
    parts = urlsplit(address)
    visitor = Visitor(parts.netloc)
    status, *_ = visitor.get(parts.path)
    if status != 302:
        raise ValueError(f"the link does not let in: {status}")
    return visitor


def _unpacked(body: bytes, encoding: str) -> bytes:
    if encoding == "br":
        import brotli

        return bytes(brotli.decompress(body))
    if encoding == "gzip":
        import gzip

        return gzip.decompress(body)
    return body
