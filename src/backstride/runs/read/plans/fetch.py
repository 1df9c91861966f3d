"""A calendar from its address: over HTTP alone, within limits, and its secret kept out of sight."""

import http.client
import time
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    BaseHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from backstride.runs.read.plans.public import PublicHTTPHandler, PublicHTTPSHandler

MOST_BYTES = 20 * 2**20
ANSWER_S, WHOLE_S = 15.0, 60.0  # until the server says something; until all of it is here
_CHUNK = 2**16
_SCHEMES = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}


class NotFetched(ValueError):
    """Nothing could be fetched; one line that names the host alone."""


def is_address(source: str) -> bool:
    """Whether it is an address and no file."""
    return "://" in source


def shown(address: str) -> str:
    """An address without its path, which for a private calendar is the key to it."""
    try:
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.hostname or ''}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return address.partition("://")[0] + "://"


def fetched(address: str, *, public_only: bool = False) -> bytes:
    """What stands at an address: http, https, or webcal, which is https.

    `public_only` is for a server of many: it refuses every machine that is not on the public internet, by the
    number that is connected to, redirections included, and takes no proxy.

    Raises:
        NotFetched: another kind of address, no answer, an error, more than 20 MiB or 60 s; names the host.
    """
    where = shown(address)
    scheme = address.partition("://")[0].lower()
    if scheme not in _SCHEMES:
        raise NotFetched(f"{where}: only http, https and webcal addresses can be fetched")
    if "@" in address.partition("://")[2].partition("/")[0]:
        raise NotFetched(f"{where}: a name or password in an address is not sent; give the private address")
    try:
        request = Request(
            f"{_SCHEMES[scheme]}://{address.partition('://')[2]}",
            headers={"User-Agent": "backstride", "Accept": "text/calendar, */*"},
        )
        with _opener(public_only=public_only).open(request, timeout=ANSWER_S) as answer:
            return _all(answer, where)
    except HTTPError as error:
        error.close()
        # Of a redirection urllib would name the whole address, which may be the key to somebody's calendar.
        why = "redirects in a circle or to no web address" if 300 <= error.code < 400 else _why(error.reason)
        raise NotFetched(f"{where}: the server answers {error.code} ({why})") from None
    except URLError as error:
        raise NotFetched(f"{where}: cannot be fetched: {_why(error.reason)}") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise NotFetched(f"{where}: cannot be fetched: {_why(error)}") from None


def _all(answer: http.client.HTTPResponse, where: str) -> bytes:
    until = time.monotonic() + WHOLE_S
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk
        if len(data) > MOST_BYTES:
            raise NotFetched(f"{where}: larger than {MOST_BYTES // 2**20} MiB")
        if time.monotonic() > until:
            raise NotFetched(f"{where}: not done within {WHOLE_S:.0f} s")
    return bytes(data)


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirections, and only to where it may go anyway."""

    max_redirections = 5

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        allowed = ("https",) if req.type == "https" else ("http", "https")
        if urlsplit(newurl).scheme.lower() not in allowed:
            raise URLError(f"it redirects to {shown(newurl)}, where a calendar is not fetched from")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(*, public_only: bool) -> OpenerDirector:
    """The usual opener, but without files, FTP and data addresses."""
    opener = OpenerDirector()
    ways: tuple[BaseHandler, ...] = (ProxyHandler(), HTTPHandler(), HTTPSHandler())
    for handler in (
        *((PublicHTTPHandler(), PublicHTTPSHandler()) if public_only else ways),
        _Redirects(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _why(error: object) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {ANSWER_S:.0f} s"
    text = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return " ".join(text.split())[:200] or type(error).__name__
