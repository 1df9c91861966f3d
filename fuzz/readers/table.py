"""Calendars as a table (CSV), through its rows to the plan, as the command reads it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

from backstride.runs.read.plans.whole import read_plan
from backstride.runs.read.unreadable import Unreadable
from fuzz.mutations.text import encoded, lines
from fuzz.reader import Reader

_NOW = datetime(2026, 11, 20, tzinfo=UTC)
_SEEDS = (
    "day,kind,distance_km,duration_min\n2026-11-21,easy,8,50\n2026-11-22,long,18.5,110\n2026-11-23,rest,,\n",
    "Day;Title;Distance (km);Time\n21/11/2026;Easy run;8,5;1:05\n2026-11-22;Long;18;\n",
    "Date\tWorkout\tNotes\tmiles\nSat, 21 Nov 2026\t6 x 400 m\t10 min warm-up\t5\n",
    "Tarikh,Sesi,Jarak [m]\n21.11.26,Lumba,10000\n",
)
_WORDS = (
    *(
        ",",
        ";",
        "\t",
        '"',
        "\n",
        "\r",
        "\0",
        "day",
        "kind",
        "title",
        "distance",
        "duration_s",
        "(mi)",
        "km",
        "h",
    ),
    *("easy", "long", "race", "quality", "cross", "rest", "1:05", "1:05:00", "8,5", "1.000", "10 km", "5 mi"),
    *(
        "2026-11-21",
        "31/02/2026",
        "1 jan 26",
        "29.2.2027",
        "0000-01-01",
        "9999-12-31",
        "'12",
        "90 min",
        "1h30",
    ),
)


def seeds() -> Iterator[bytes]:
    """Tables of our own and of other people's columns."""
    yield from (text.encode() for text in _SEEDS)


def read(data: bytes) -> str:
    """What the plan holds, or why there is none."""
    try:
        plan = read_plan(data, ".csv", _NOW, weeks=4, long_ratio=1.3)
    except Unreadable as refusal:
        return str(refusal)
    kinds = ",".join(sorted({entry.planned.kind for entry in plan.entries}))
    return f"{kinds}; {'; '.join(sorted({left.reason for left in plan.left_out}))}; {'; '.join(plan.notes)}"


def mutate(data: bytes, rng: Random) -> bytes:
    """The table with rows and cells changed."""
    return encoded(lines(data.decode("utf-8", "replace"), rng, _WORDS, '[,;"\t]'), rng)


READER = Reader(read, mutate, seeds, longest=4096)
