"""Helpers of the tests about calendars: a fixed day, a calendar of events, what the core is told of it."""

from datetime import UTC, date, datetime, timedelta

from backstride.web import clock
from backstride.web.deciding.facts import scenario_of
from backstride.web.models import Runner

NOW = datetime(2024, 5, 10, 4, 0, tzinfo=UTC)  # a Friday, noon in Kuala Lumpur
TODAY = date(2024, 5, 10)


def day(n: int) -> date:
    return TODAY + timedelta(days=n)


def ics(*events: tuple[int, str]) -> bytes:
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}{title}\r\nDTSTART;VALUE=DATE:{day(n):%Y%m%d}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for n, title in events
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode()


def planned(runner: Runner) -> list[tuple[int, str, float | None]]:
    """What the core is told, days counted from today."""
    calendar = scenario_of(runner, NOW.astimezone(clock.ZoneInfo(runner.time_zone)), None).calendar
    return [((entry.day - TODAY).days, entry.kind, entry.distance_m) for entry in calendar or ()]
