"""Reminders: at the runner's time of day, once, with nothing of their health in it, and easily ended."""

import base64
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core import mail
from django.core.management import call_command
from django.test import Client

from backstride.web import clock
from backstride.web.commands import reminders as commands
from backstride.web.commands.changing import Refused
from backstride.web.commands.reminders import add_device, set_reminder, stop_reminders
from backstride.web.commands.sessions import log_session
from backstride.web.deciding.weeks import current_week
from backstride.web.jobs import reminders as jobs
from backstride.web.jobs.reminders import remind_due, unsubscribe_token
from backstride.web.keeping.push import public_key
from backstride.web.models import PushDevice, Reminder, Runner
from web.working import text_of, work

SEVEN = time(7, 0)


class Clock:
    """The web's clock, set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda: self.at)

    def set(self, text: str) -> None:
        self.at = datetime.fromisoformat(text).astimezone(UTC)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def _ways(settings: Any, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    settings.MAIL = True
    if "always_a_session" in request.fixturenames:
        monkeypatch.setattr(jobs, "has_session", lambda _runner: True)


@pytest.fixture
def always_a_session() -> None:
    """What is planned does not matter here, only when."""


def with_reminder(runner: Runner, at: time = SEVEN, zone: str = "Asia/Kuala_Lumpur", **more: Any) -> Runner:
    Runner.objects.filter(pk=runner.pk).update(time_zone=zone)
    Reminder.objects.create(runner=runner, at=at, **{"mail": True, **more})
    runner.user.email = "jane@example.org"
    runner.user.save()
    runner.refresh_from_db()
    return runner


def sent() -> int:
    """How many mails are sent by what is due now."""
    before = len(mail.outbox)
    remind_due()
    work()
    return len(mail.outbox) - before


def test_it_comes_once_at_its_time(runner: Runner, at: Clock, always_a_session: None) -> None:
    with_reminder(runner)
    for moment, mails in (("06:59", 0), ("07:00", 1), ("07:01", 0), ("09:30", 0), ("23:59", 0)):
        at.set(f"2026-11-20T{moment}:00+08:00")
        assert sent() == mails, moment
    at.set("2026-11-21T07:00:30+08:00")
    assert sent() == 1


def test_a_server_that_slept_sends_a_little_late_or_not_at_all(
    runner: Runner, at: Clock, always_a_session: None
) -> None:
    with_reminder(runner)
    at.set("2026-11-20T08:59:00+08:00")
    assert sent() == 1
    at.set("2026-11-21T09:01:00+08:00")
    assert sent() == 0
    at.set("2026-11-22T07:00:00+08:00")
    assert sent() == 1


def minutes(start: str, end: str) -> Iterator[datetime]:
    moment, last = (datetime.fromisoformat(text).astimezone(UTC) for text in (start, end))
    while moment < last:
        yield moment
        moment += timedelta(minutes=10)


SPRING = ("2026-03-28T00:00+01:00", "2026-03-31T00:00+02:00")
AUTUMN = ("2026-10-24T00:00+02:00", "2026-10-27T00:00+01:00")


@pytest.mark.parametrize(
    ("when", "span", "expected"),
    [
        # The clock goes from 02:00 to 03:00: half past two is not there, and is due when it would be past.
        (time(2, 30), SPRING, ["28 02:30", "29 03:00", "30 02:30"]),
        # It goes from 03:00 back to 02:00: half past two comes twice, and counts once.
        (time(2, 30), AUTUMN, ["24 02:30", "25 02:30", "26 02:30"]),
        (time(7, 0), SPRING, ["28 07:00", "29 07:00", "30 07:00"]),
        (time(0, 0), AUTUMN, ["24 00:00", "25 00:00", "26 00:00"]),
        (time(23, 50), SPRING, ["28 23:50", "29 23:50", "30 23:50"]),
    ],
)  # fmt: skip
def test_a_change_of_clocks(
    runner: Runner, at: Clock, always_a_session: None, when: time, span: tuple[str, str], expected: list[str]
) -> None:
    with_reminder(runner, when, "Europe/Berlin")
    told = []
    for moment in minutes(*span):
        at.at = moment
        if sent():
            told.append(clock.now_in("Europe/Berlin").strftime("%d %H:%M"))
    assert told == expected


def test_who_travels_is_reminded_once_on_each_of_their_days(
    runner: Runner, at: Clock, always_a_session: None
) -> None:
    with_reminder(runner, SEVEN, "Asia/Kuala_Lumpur")
    at.set("2026-11-20T07:00+08:00")
    assert sent() == 1
    Runner.objects.update(time_zone="America/Los_Angeles")  # there it is the evening before
    days = {date(2026, 11, 20): 1}
    for moment in minutes("2026-11-20T08:00+08:00", "2026-11-24T00:00-08:00"):
        at.at = moment
        if sent():
            day = clock.now_in("America/Los_Angeles").date()
            days[day] = days.get(day, 0) + 1
    assert days == {date(2026, 11, n): 1 for n in (20, 21, 22, 23)}
    Runner.objects.update(time_zone="Pacific/Kiritimati")
    at.set("2026-11-25T07:00+14:00")
    assert sent() == 1


def test_two_schedulers_send_one(runner: Runner, at: Clock, always_a_session: None) -> None:
    with_reminder(runner)
    at.set("2026-11-20T07:00+08:00")
    stale = list(Reminder.objects.all())
    assert remind_due() == 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jobs.Reminder.objects, "select_related", lambda *_: stale)
        remind_due()
    work()
    assert len(mail.outbox) == 1


def test_only_on_days_with_a_session_that_is_not_done(runner: Runner, at: Clock) -> None:
    with_reminder(runner)
    at.at = datetime.now(UTC)
    days = {day["day"]: day["sessions"] for day in current_week(runner).decision["week"]["days"]}
    zone = clock.now_in(runner.time_zone).tzinfo
    told: dict[str, bool] = {}
    for n in range(1, 4):
        day = clock.now_in(runner.time_zone).date() + timedelta(days=1)
        at.at = datetime.combine(day, SEVEN, zone).astimezone(UTC)
        told[day.isoformat()] = bool(sent())
        plan = current_week(runner).decision["week"]
        today = (
            [s for d in plan["days"] if d["day"] == day.isoformat() for s in d["sessions"]] if plan else []
        )
        assert told[day.isoformat()] is any(s["minutes"] and s["items"] for s in today), n
    assert set(told) <= set(days)
    assert any(told.values())


def test_none_when_the_session_is_done(runner: Runner, at: Clock) -> None:
    at.at = datetime.now(UTC)
    zone = clock.now_in(runner.time_zone).tzinfo
    for _ in range(7):
        today = clock.now_in(runner.time_zone).date()
        (plan,) = [d for d in current_week(runner).decision["week"]["days"] if d["day"] == today.isoformat()]
        sessions = [s for s in plan["sessions"] if s["minutes"] and s["items"]]
        if len(sessions) == 1:
            break
        at.at = datetime.combine(today + timedelta(days=1), SEVEN, zone).astimezone(UTC)
    assert jobs.has_session(runner)
    items = [{"exercise": i["exercise"], "level": i["level"], "effort": 4.0} for i in sessions[0]["items"]]
    record = {"at": clock.now_in(runner.time_zone).isoformat(), "slot": sessions[0]["slot"], "items": items}
    log_session(runner, by=runner.user, key="k", record=record)
    assert not jobs.has_session(Runner.objects.get(pk=runner.pk))


def test_the_mail_says_nothing_of_health_and_ends_with_one_press(
    runner: Runner, at: Clock, always_a_session: None, visitor: Client
) -> None:
    with_reminder(runner)
    at.set("2026-11-20T07:00+08:00")
    assert sent() == 1
    (message,) = mail.outbox
    assert message.to == ["jane@example.org"]
    told = f"{message.subject} {message.body}".lower()
    for word in ("pain", "back ", "back.", "exercise", "minute", "bird", "spine", "sore"):
        assert word not in told
    link = re.search(r"https?://[^/]+(/reminders/end/\S+)", message.body)
    assert link is not None
    assert message.extra_headers["List-Unsubscribe"].endswith(f"{link[1]}>")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page = visitor.get(link[1])
    assert "End the reminders?" in text_of(page)
    assert Reminder.objects.exists(), "filters of mail open links"
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link[1], {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Reminder.objects.exists()
    at.set("2026-11-21T07:00+08:00")
    assert sent() == 0


def test_another_ones_link_cannot_be_made(runner: Runner, visitor: Client) -> None:
    with_reminder(runner)
    token = unsubscribe_token(runner)
    for wrong in (f"{token[:-1]}x", "1", f"{runner.pk}:x:y"):
        assert visitor.post(f"/reminders/end/{wrong}/").status_code == 404
    assert Reminder.objects.exists()


def test_a_mail_that_cannot_be_sent_is_tried_again(
    runner: Runner, at: Clock, always_a_session: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_reminder(runner)
    at.set("2026-11-20T07:00+08:00")
    with monkeypatch.context() as down:
        down.setattr(jobs.EmailMessage, "send", lambda _self: (_ for _ in ()).throw(ConnectionRefusedError()))
        assert sent() == 0
    at.set("2026-11-20T07:01+08:00")
    assert sent() == 1
    at.set("2026-11-20T07:02+08:00")
    assert sent() == 0


def test_the_page(client_of: Any, runner: Runner, at: Clock) -> None:
    client = client_of(runner)
    at.set("2026-11-20T06:00+08:00")
    page = client.post("/reminders/", {"at": "07:15", "mail": "on", "address": "nowhere"})
    assert 'id="id_address_error"' in page.content.decode()
    page = client.post("/reminders/", {"at": "07:15", "mail": "on", "address": "a@b.org"}, follow=True)
    assert "Saved." in text_of(page)
    kept = Reminder.objects.get()
    assert (kept.at, kept.mail, kept.push, kept.done_on) == (time(7, 15), True, False, None)
    assert 'value="07:15"' in client.get("/reminders/").content.decode()
    client.post("/reminders/", {"at": "07:15", "address": "a@b.org"})
    assert not Reminder.objects.exists()


def test_a_time_of_today_that_is_over_means_tomorrow(
    runner: Runner, at: Clock, always_a_session: None
) -> None:
    at.set("2026-11-20T08:00+08:00")
    set_reminder(runner, by=runner.user, at=SEVEN, mail=True, push=False, address="a@b.org")
    assert sent() == 0
    at.set("2026-11-21T07:00+08:00")
    assert sent() == 1
    stop_reminders(runner, by=runner.user)
    at.set("2026-11-22T07:00+08:00")
    assert sent() == 0


def test_where_no_mail_can_go_none_is_offered(client_of: Any, runner: Runner, settings: Any) -> None:
    settings.MAIL = False
    page = client_of(runner).get("/reminders/")
    assert "BACKSTRIDE_MAIL_URL" in text_of(page)
    assert 'name="mail"' not in page.content.decode()


def test_the_commands_of_a_timer(runner: Runner, at: Clock, capsys: Any) -> None:
    with_reminder(runner)
    at.set("2026-11-20T07:00+08:00")
    call_command("remind")
    call_command("remind")
    call_command("purge")
    assert capsys.readouterr().out.splitlines() == ["1 due", "0 due", "0 removed"]


# Web push, against a push service on this machine


class Service(HTTPServer):
    """A push service that keeps what it is sent; answers with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Keep)
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.status = 201

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/push/1"


class _Keep(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(self.server.status)
        if 300 <= self.server.status < 400:
            self.send_header("Location", self.server.address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Nothing to the terminal."""


@pytest.fixture
def service() -> Iterator[Service]:
    server = Service()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@pytest.fixture
def keyed(settings: Any) -> None:
    """A server that has a key."""
    key = ec.generate_private_key(ec.SECP256R1())
    settings.VAPID_PRIVATE_KEY = text(key.private_numbers().private_value.to_bytes(32, "big"))
    settings.VAPID_CONTACT = "mailto:care@example.org"


def browser(runner: Runner, service: Service) -> tuple[PushDevice, ec.EllipticCurvePrivateKey, bytes]:
    """A device as a browser would have subscribed it."""
    key, secret = ec.generate_private_key(ec.SECP256R1()), b"sixteen letters!"
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    device = PushDevice.objects.create(
        runner=runner, endpoint=service.address, p256dh=text(point), auth=text(secret), at=clock.now()
    )
    return device, key, secret


def test_a_push_arrives_encrypted_and_says_nothing_of_health(
    runner: Runner, at: Clock, always_a_session: None, keyed: None, service: Service
) -> None:
    _device, key, secret = browser(runner, service)
    with_reminder(runner, mail=False, push=True)
    at.set("2026-11-20T07:00+08:00")
    assert sent() == 0
    ((headers, body),) = service.got
    told = json.loads(http_ece.decrypt(body, private_key=key, auth_secret=secret, version="aes128gcm"))
    assert told == {"title": "Backstride", "body": "Your session for today", "url": "/"}
    assert headers["ttl"] == "7200"
    assert headers["authorization"].startswith("vapid t=")
    assert f"k={public_key()}" in headers["authorization"]


@pytest.mark.parametrize(("status", "left"), [(201, 1), (404, 0), (410, 0), (500, 1), (302, 1)])
def test_a_device_that_is_gone_is_forgotten(
    runner: Runner, at: Clock, always_a_session: None, keyed: None, service: Service, status: int, left: int
) -> None:
    browser(runner, service)
    with_reminder(runner, mail=False, push=True)
    service.status = status
    at.set("2026-11-20T07:00+08:00")
    sent()
    assert len(service.got) == 1, "no redirect is followed"
    assert PushDevice.objects.count() == left


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "https://127.0.0.1/x",
        "https://example.org/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://evilpush.apple.com/x",
        "https://fcm.googleapis.com:8080/x",
        "https://x@fcm.googleapis.com/x",
        "https://[::1",
        "",
    ],
)
def test_only_push_services_are_called(runner: Runner, endpoint: str) -> None:
    with pytest.raises(Refused):
        add_device(runner, by=runner.user, endpoint=endpoint, p256dh="x", auth="y")


def test_devices_come_and_go(
    client_of: Any, runner: Runner, stranger: Runner, keyed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(runner)
    told = {"endpoint": "https://web.push.apple.com/abc", "keys": {"p256dh": "k", "auth": "a"}}
    for _ in range(2):
        assert client.post("/reminders/devices/", json.dumps(told), "application/json").status_code == 200
    device = PushDevice.objects.get()
    assert client_of(stranger).post(f"/reminders/devices/{device.pk}/forget/").status_code == 404
    page = client.get("/reminders/").content.decode()
    assert f'data-key="{public_key()}"' in page
    assert "A browser, added on" in page
    for wrong in ("", "{", "[]", '{"endpoint": "x"}', '{"endpoint": 5, "keys": 7}'):
        assert client.post("/reminders/devices/", wrong, "application/json").status_code == 422
    monkeypatch.setattr(commands, "MOST_DEVICES", 1)
    other = told | {"endpoint": "https://web.push.apple.com/def"}
    assert client.post("/reminders/devices/", json.dumps(other), "application/json").status_code == 422
    client.post(f"/reminders/devices/{device.pk}/forget/")
    assert not PushDevice.objects.exists()


def test_push_without_a_device_is_refused(runner: Runner) -> None:
    with pytest.raises(Refused):
        set_reminder(runner, by=runner.user, at=SEVEN, mail=False, push=True)


def test_the_worker_of_notifications_is_served_afresh(visitor: Client) -> None:
    answer = visitor.get("/reminders/worker.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert b"showNotification" in b"".join(answer.streaming_content)
