"""Connections to the public internet alone: an address that somebody gives must not lead into our own net."""

import http.client
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

# Where IPv4 is reached through a translator, the last four bytes are the address.
_TRANSLATED = IPv6Network("64:ff9b::/96")


def is_public(host: str) -> bool:
    """Whether a numeric address is one of the public internet, whatever it is wrapped in."""
    try:
        number = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, IPv6Address):
        if number.sixtofour is not None or number.teredo is not None:
            return False
        if number.ipv4_mapped is not None:
            return is_public(str(number.ipv4_mapped))
        if number in _TRANSLATED:
            return is_public(str(IPv4Address(int(number) & 0xFFFFFFFF)))
    return number.is_global and not number.is_multicast


def connect(address: tuple[str, int], timeout: Any = None, source_address: Any = None) -> socket.socket:
    """A connection to the first of a name's public numbers: what was looked at is what is connected to.

    Raises OSError where there is none, or none answers.
    """
    host, port = address
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [place for *_, place in found if is_public(str(place[0]))]
    if not places:
        raise OSError("it is not an address of the public internet")
    failure = OSError("no answer")
    for place in places:
        try:
            return socket.create_connection((str(place[0]), port), timeout, source_address)
        except OSError as error:
            failure = error
    raise failure


class _Plain(http.client.HTTPConnection):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = connect


class _Secure(http.client.HTTPSConnection):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = connect


class PublicHTTPHandler(HTTPHandler):
    """HTTP to public addresses alone."""

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_Plain, req)


class PublicHTTPSHandler(HTTPSHandler):
    """HTTPS to public addresses alone."""

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_Secure, req)
