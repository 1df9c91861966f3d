"""Calendars at addresses: fetched by a job, and never from where a server must not reach."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from backstride.runs.read.plans import public
from backstride.web import clock
from backstride.web.commands.calendars import add_calendar_address
from backstride.web.jobs.calendars import fetch_due
from backstride.web.keeping.plans import NotRead, fetch
from backstride.web.models import CalendarSource, PlannedRun, Runner
from web.planning import NOW, day, ics, planned
from web.working import text_of, work


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setenv("NO_PROXY", "*")


class Server(BaseHTTPRequestHandler):
    """A calendar whose contents a test sets; `/away` leads to it from elsewhere."""

    calendar = b""

    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/away" else 200)
        if self.path == "/away":
            self.send_header("Location", "/secret-key/plan.ics")
        self.end_headers()
        self.wfile.write(b"" if self.path == "/away" else self.calendar)

    def log_message(self, *_args: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_address_is_fetched_by_a_job_and_again_each_day(
    client_of: Any, runner: Runner, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Server.calendar = ics((1, "Run 8 km"))
    client = client_of(runner)
    client.post("/runs/add/address/", {"address": f"{host}/secret-key/plan.ics"})
    assert "Being fetched" in text_of(client.get("/calendar/"))
    assert work() == 1
    assert planned(runner) == [(1, "easy", 8000)]
    page = client.get("/calendar/").content.decode()
    assert host in page
    assert "secret-key" not in page
    assert fetch_due() == 0
    Server.calendar = ics((1, "Run 9 km"))
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=20))
    assert fetch_due() == 0
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=12, minutes=1, days=1))
    assert (fetch_due(), fetch_due()) == (1, 0)
    Server.calendar = ics((2, "Run 9 km"))
    assert work() == 1
    assert [(p.kind, p.distance_m) for p in PlannedRun.objects.filter(day=day(2))] == [("easy", 9000)]


def test_what_cannot_be_fetched_leaves_what_was_read(client_of: Any, runner: Runner, host: str) -> None:
    Server.calendar = ics((1, "Run 8 km"))
    add_calendar_address(runner, by=runner.user, address=f"{host}/plan.ics")
    work()
    Server.calendar = b"<html>sign in</html>"
    CalendarSource.objects.update(checked_at=NOW - timedelta(days=2))
    fetch_due()
    work()
    assert planned(runner) == [(1, "easy", 8000)]
    assert "It could not be read" in text_of(client_of(runner).get("/calendar/"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "gopher://x",
        "data:text/calendar,x",
        "/etc/passwd",
        "x" * 3000,
    ],
)
def test_other_addresses_are_refused_at_once(client_of: Any, runner: Runner, address: str) -> None:
    answer = client_of(runner).post("/runs/add/address/", {"address": address})
    assert answer.status_code == 200
    assert CalendarSource.objects.count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://10.0.0.1/x",
        "http://192.168.1.1/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "http://100.64.0.1/x",
        "http://[fd00::1]/x",
        "http://224.0.0.1/x",
    ],
)
def test_a_server_does_not_reach_into_its_own_network(settings: Any, address: str) -> None:
    settings.HOME = False
    with pytest.raises(NotRead, match="not an address of the public internet"):
        fetch(address)


def test_a_server_does_not_follow_into_its_own_network(
    settings: Any, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Server.calendar = ics((1, "Run 8 km"))
    assert fetch(f"{host}/away") == Server.calendar  # at home both are reached
    settings.HOME = False
    # As if the first machine stood on the internet, and what it names did not.
    first = iter([True])
    monkeypatch.setattr(public, "is_public", lambda _number: next(first, False))
    with pytest.raises(NotRead, match="not an address of the public internet"):
        fetch(f"{host}/away")
    assert next(first, None) is None  # the first one was asked
