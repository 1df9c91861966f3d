"""The text of an ICS file to its components' lines; nothing in a line is looked at yet but where it ends."""

import re
from dataclasses import dataclass, field

from backstride.runs.read.plans.limits import DEPTH, ZONES
from backstride.runs.read.unreadable import Unreadable

_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_END = re.compile(r"\r\n|\n|\r")
_MOST = 20_000  # characters of a line that are kept; but lists of days are not cut in the middle
_LISTS = ("EXDATE", "RDATE")


@dataclass
class Components:
    """Lines of each event (without its alarms) and of each zone, and what holds for the whole calendar."""

    events: list[list[str]] = field(default_factory=list)
    zones: list[list[str]] = field(default_factory=list)
    zone: str | None = None
    cancelled: bool = False
    cut_short: bool = False


def components(text: str) -> Components:
    """The components of one or several calendars in a text. Raises Unreadable where it is none."""
    start = text[:400].lstrip("\ufeff \t\r\n").upper()
    if not start.startswith("BEGIN:VCALENDAR"):
        page = start.startswith(("<!DOCTYPE", "<HTML"))
        raise Unreadable(
            "a web page, no calendar: is the address the private one that ends in .ics?"
            if page
            else "no calendar file (ICS): it does not begin with BEGIN:VCALENDAR"
        )
    found = Components()
    open_: list[str] = []
    current: list[str] | None = None
    for line in _END.split(_FOLD.sub("", text.lstrip("\ufeff \t\r\n"))):
        name, _, rest = line.partition(":")
        match name.strip().upper():
            case "BEGIN":
                open_.append(rest.strip().upper())
                if len(open_) > DEPTH:
                    raise Unreadable(f"nested more than {DEPTH} deep")
                if open_[1:] == ["VEVENT"]:
                    current = []
                    found.events.append(current)
                elif open_[1:] == ["VTIMEZONE"]:
                    if len(found.zones) == ZONES:
                        raise Unreadable(f"more than {ZONES} time zones")
                    current = []
                    found.zones.append(current)
                elif current is not None and open_[1] == "VTIMEZONE":
                    current.append(line)
            case "END":
                if current is not None and open_[1:2] == ["VTIMEZONE"]:
                    current.append(line)
                if open_:
                    open_.pop()
                if len(open_) < 2:
                    current = None
            case "X-WR-TIMEZONE" if len(open_) == 1:
                found.zone = found.zone or rest.strip()[:100]
            case "METHOD" if len(open_) == 1:
                found.cancelled = rest.strip().upper() == "CANCEL"
            case _:
                if current is not None and (len(open_) == 2 or open_[1] == "VTIMEZONE"):
                    dates = name.partition(";")[0].strip().upper() in _LISTS
                    current.append(line if dates else line[:_MOST])
    found.cut_short = bool(open_)
    return found
