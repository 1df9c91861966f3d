"""Strava's export: its table in any dialect tells sport, shoe and times, and is never a run itself."""

import gzip
from datetime import timedelta

import pytest

from backstride.runs.read.collect import import_paths
from backstride.runs.read.strava_table import read_table
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from runs.samples_of_runs import START, fit_run, gpx, tcx, tcx_activity, track, zipped

FILE = "activities/7.fit.gz"
ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
    "Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,"
    "Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Type,Gear"
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,"
    "Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis zur Privatsphäre für Aktivitäten,"
    "Aktivitätsausrüstung,Dateiname,Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,"
    "Höchstgeschw.,Art,Ausrüstung"
)
ROW = ['"Hill, and ""back"""', "{type}", '"rain,\nwind"', "1900", '"5,40"', "170", "", "false", ""]
LONG = '7,"May 1, 2024, 6:00:00 AM",' + ",".join(ROW) + ",{gear},{file},70.0,,1900.0,1800.0,5400.0,4.1,0.0,99"
OLD = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename"
OLD_ROW = '7,2024-05-01 06:00:00,"Out, back",{type},"",1900,5400.0,false,{gear},{file}'
YOUNGER = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,"
YOUNGER += "Commute,Activity Gear,Filename"
ESPERANTO = ",".join(f"k{name[::-1]}" for name in ENGLISH.split(","))  # a language nobody here has met


def table(header=ENGLISH, row=LONG, *, kind="Run", gear="Old Faithful", file=FILE):
    return f"{header}\n{row.format(type=kind, gear=gear, file=file)}\n"


@pytest.mark.parametrize(
    ("header", "row", "kind", "moving"),
    [
        (ENGLISH, LONG, "Run", 1800),
        (GERMAN, LONG, "Lauf", 1800),
        (ESPERANTO, LONG, "Corrida", 1800),
        (OLD, OLD_ROW, "Run", None),
        (YOUNGER, OLD_ROW, "Trail Run", None),
    ],
    ids=["english", "german", "unknown language", "of 2018", "of 2019"],
)
@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_every_dialect_tells_the_same(header, row, kind, moving, encode):
    found = read_table(table(header, row, kind=kind).encode(encode), "activities.csv")
    assert found == {FILE: Told("running", "Old Faithful", moving, 1900)}


def test_a_spreadsheets_semicolons_and_line_ends():
    text = table(GERMAN, LONG.replace('"5,40"', "5.40"), kind="Lauf")
    text = (
        text.replace('"Hill, and ""back"""', "x")
        .replace('"May 1, 2024, 6:00:00 AM"', "y")
        .replace('"rain,\nwind"', "z")
    )
    found = read_table(text.replace(",", ";").replace("\n", "\r\n").encode(), "activities.csv")
    assert found == {FILE: Told("running", "Old Faithful", 1800, 1900)}


def test_rows_without_a_file_short_rows_and_foreign_sports_tell_nothing_wrong():
    text = table(kind="Yoga") + "8,x\n" + LONG.format(type="Run", gear="", file="") + "\n"
    text += LONG.format(type="Walk", gear="12", file="activities\\\\8.gpx".replace("\\\\", "\\")) + "\n"
    found = read_table(text.encode(), "export/activities.csv")
    assert found == {
        f"export/{FILE}": Told(None, "Old Faithful", 1800, 1900),
        "export/activities/8.gpx": Told("walking", None, 1800, 1900),
    }


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\n1,2\n", b"id,date\n", b"\xff\xfe\x00", b'a,"b' + b"x" * 200_000, ENGLISH.encode()],
)
def test_another_table_is_refused_in_a_line(data):
    with pytest.raises(Unreadable, match="table"):
        read_table(data, "activities.csv")


def reasons(result):
    return {item.source: item.reason for item in result.left_out}


def day(k):
    return START + timedelta(days=k)


def export(shift=0):
    """A run in each format, a ride that was meant as a run, a run that was a ride, and the table."""
    packed = {
        "activities/1.fit.gz": fit_run(start=day(0)),
        "activities/2.gpx.gz": gpx(track(1500, start=day(1)), kind=""),
        "activities/3.tcx.gz": tcx(tcx_activity(track(1200, start=day(2)), timer=1200)),
        "activities/4.gpx": gpx(track(1500, 2.5, start=day(3)), kind="cycling"),
        "activities/5.fit": fit_run(start=day(4)),
    }
    rows = {1: ("Run", "Blue"), 2: ("Run", "Red"), 3: ("Run", ""), 4: ("Run", "Red"), 5: ("Ride", "Bike")}
    lines = [
        LONG.format(type=kind, gear=gear, file=next(f for f in packed if f"/{k}." in f))
        for k, (kind, gear) in rows.items()
    ]
    files = {n: gzip.compress(d) if n.endswith(".gz") else d for n, d in packed.items()}
    return files | {"activities.csv": "\n".join([ENGLISH, *lines]).encode()}


def placed(tmp_path, form):
    """The export as a zip, as a zip in a zip, in a folder of the zip, or unpacked."""
    if form == "folder":
        for name, data in export().items():
            path = tmp_path / "my" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tmp_path
    data = zipped(export())
    if form == "deeper":
        data = zipped({f"export_1/{name}": content for name, content in export().items()})
    if form == "zip in zip":
        data = zipped({"inner.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    return tmp_path / "a.zip"


@pytest.mark.parametrize("form", ["zip", "zip in zip", "deeper", "folder"])
@pytest.mark.parametrize("workers", [1, 2])
def test_the_table_tells_shoes_and_sports_and_is_no_run(tmp_path, form, workers):
    found = import_paths([placed(tmp_path, form)], workers=workers)
    assert [(a.source[-8:], a.shoe, a.sport_guessed) for a in found.activities] == [
        ("1.fit.gz", "Blue", False),
        ("2.gpx.gz", "Red", False),
        ("3.tcx.gz", None, False),
        ("es/4.gpx", "Red", False),
    ]
    (reason,) = found.left_out
    assert reason.source.endswith("activities/5.fit")
    assert reason.reason == "not a run: cycling"
    assert found.activities[3].notes == ("cycling by its file, running by the export's table, which counts",)


def test_the_time_in_motion_is_told_where_the_file_has_none(tmp_path):
    still = gpx(track(1800, 0.0, start=day(0)))
    files = {"activities/7.gpx": still, "activities.csv": table(file="activities/7.gpx").encode()}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    (run,) = import_paths([tmp_path]).activities
    assert (run.duration_s, run.elapsed_s) == (1800, 1800)
    assert run.notes == ("its time in motion is by the export's table",)
    (tmp_path / "a.zip").write_bytes(zipped({"activities/7.gpx": still}))
    assert reasons(import_paths([tmp_path])) == {"a.zip!activities/7.gpx": "no movement in it"}


def test_what_a_file_measured_is_not_overruled(tmp_path):
    run = gpx(track(1500, start=day(0)))
    files = {"activities/7.gpx": run, "activities.csv": table(file="activities/7.gpx").encode()}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    (found,) = import_paths([tmp_path]).activities
    assert found.duration_s == pytest.approx(1500, abs=1)


def test_a_table_that_tells_nothing_is_named_and_the_runs_are_read(tmp_path):
    files = {"activities/7.fit": fit_run(), "activities.csv": b"a,b\n1,2\n"}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    found = import_paths([tmp_path])
    assert len(found.activities) == 1
    assert reasons(found) == {"a.zip!activities.csv": "a table without the recordings of an export"}


def test_of_a_file_with_several_activities_the_table_is_not_believed(tmp_path):
    later = track(600, 7.0, start=START + timedelta(hours=3))
    both = tcx(tcx_activity(track(1800), timer=1800), tcx_activity(later, sport="Biking", timer=600))
    files = {"activities/7.tcx": both, "activities.csv": table(kind="Ride", file="activities/7.tcx").encode()}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    (run,) = import_paths([tmp_path]).activities
    assert (run.duration_s, run.shoe) == (1800, None)
