"""A calendar from an address, against a server on this machine: limits, redirections, and secrets kept."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from backstride.cli.fetching import fetched, is_address, shown
from backstride.cli.refusal import BadInput
from backstride.runs.read.plans import fetch
from backstride.runs.read.plans.public import connect, is_public

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class Server(BaseHTTPRequestHandler):
    """Answers by the last part of the path."""

    def do_GET(self) -> None:
        match self.path.rsplit("/", 1)[-1]:
            case "ok.ics":
                self._answer(200, CALENDAR)
            case "large":
                self._answer(200, b"x" * 5000)
            case "to-file":
                self._answer(302, location="file:///etc/hosts")
            case "to-ok":
                self._answer(301, location="ok.ics")
            case "round":
                self._answer(302, location="round")
            case "silent":
                time.sleep(1)
            case "drip":
                self.send_response(200)
                self.end_headers()
                for _ in range(20):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
            case _:
                self._answer(404)

    def _answer(self, code: int, body: bytes = b"", location: str = "") -> None:
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")


def test_a_calendar_is_fetched_and_a_redirection_followed(host: str) -> None:
    assert fetched(f"{host}/ok.ics") == CALENDAR
    assert fetched(f"{host}/private-key/to-ok") == CALENDAR


@pytest.mark.parametrize(
    ("path", "reason"),
    [("none", "404"), ("to-file", "302 .redirects"), ("round", "302 .redirects")],
)
def test_what_the_server_says_instead(host: str, path: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as refusal:
        fetched(f"{host}/private-key/{path}")
    assert str(refusal.value).startswith(f"{host}: ")
    assert "private-key" not in str(refusal.value)
    assert "hosts" not in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_too_large(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 4000)
    with pytest.raises(BadInput, match="larger than"):
        fetched(f"{host}/large")


def test_too_slow(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "ANSWER_S", 0.2)
    with pytest.raises(BadInput, match="no answer within"):
        fetched(f"{host}/silent")
    monkeypatch.setattr(fetch, "WHOLE_S", 0.2)
    with pytest.raises(BadInput, match="not done within"):
        fetched(f"{host}/drip")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/x.ics",
        "http://127.0.0.1:99999/x.ics",
        "http:///x.ics",
        "http://[::1/x.ics",
        "http://127.0.0.1/a b\n",
        "webcal://127.0.0.1:1/x.ics",
    ],
)
def test_no_server_there(address: str) -> None:
    with pytest.raises(BadInput, match="cannot be fetched"):
        fetched(address)


@pytest.mark.parametrize("address", ["file:///etc/hosts", "ftp://example.org/x", "data://x", "gopher://x"])
def test_other_addresses_are_not_opened(address: str) -> None:
    assert is_address(address)
    with pytest.raises(BadInput, match="only http, https and webcal"):
        fetched(address)


def test_the_secret_of_an_address_is_not_shown() -> None:
    assert (
        shown("https://calendar.example.org:8443/private-123/basic.ics?key=1")
        == "https://calendar.example.org:8443"
    )
    assert shown("https://me:secret@example.org/x") == "https://example.org"
    with pytest.raises(BadInput, match="not sent") as refusal:
        fetched("https://me:secret@example.org/x")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::808:808"])
def test_public_numbers(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
        ),
        *(
            "::1",
            "::",
            "fe80::1%eth0",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "ff02::1",
        ),
        *("", "example.org", "1.2.3"),
    ],
)
def test_numbers_of_a_network_of_ones_own(number: str) -> None:
    assert not is_public(number)


def test_a_name_is_judged_by_the_numbers_behind_it(host: str) -> None:
    port = int(host.rpartition(":")[2])
    with pytest.raises(OSError, match="not an address of the public internet"):
        connect(("localhost", port))
    with pytest.raises(fetch.NotFetched, match="not an address of the public internet"):
        fetch.fetched(f"http://localhost:{port}/ok.ics", public_only=True)
