"""The table of Strava's export."""

from collections.abc import Iterator
from random import Random

from backstride.runs.read.strava_table import read_table
from backstride.runs.read.unreadable import Unreadable
from fuzz.mutations.text import encoded, lines
from fuzz.reader import Reader

_ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Commute,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance"
)
_GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Pendelfahrt,Aktivitätsausrüstung,Dateiname"
)
_HEADERS = (
    _ENGLISH,
    _GERMAN,
    "a,b,c,d,e,f,g,h,i,j,k,l,f,m",
    "id,date,name,type,description,elapsed_time,distance,commute,gear,filename",
)
_ROW = '{},"1 May 2024, 06:00:00",Morning,Run,"with ""quotes""",1800,5.4,false,Blue,activities/{}.fit.gz,70,,'
_WORDS = (
    *('"', '""', ",", ";", "\t", "\n", "\r", "\0", "Run", "Ride", "1800", "1.800,5", "-1", "1e9", "inf"),
    *("activities/1.fit.gz", "activities\\1.gpx", "x/y/z.tcx", "../1.fit", "Elapsed Time", "Moving Time"),
)


def seeds() -> Iterator[bytes]:
    """A table in each dialect of headers."""
    rows = "".join(f"\n{_ROW.format(n, n)}1800,1700,5400" for n in range(4))
    for header in _HEADERS:
        yield (header + rows + "\n").encode()


def read(data: bytes) -> str:
    """How many recordings the table tells of, or why none."""
    try:
        told = read_table(data, "export/activities.csv")
    except Unreadable as refusal:
        return refusal.reason
    assert all(name.isprintable() for name in filter(None, (one.shoe for one in told.values())))
    return f"{len(told)} told; " + ", ".join(
        sorted({f"{one.sport} {one.shoe is None}" for one in told.values()})
    )


def mutate(data: bytes, rng: Random) -> bytes:
    """The table with rows and cells changed."""
    return encoded(lines(data.decode("utf-8", "replace"), rng, _WORDS, '[,;"\t]'), rng)


READER = Reader(read, mutate, seeds)
