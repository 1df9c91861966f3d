"""Tables of planned runs: our own columns, and other people's spreadsheets."""

import pytest

from backstride.runs.read.plans.cells import day_of, metres, seconds
from backstride.runs.read.plans.table import read_table
from backstride.runs.read.unreadable import Unreadable


def rows(text: str) -> list[tuple[object, ...]]:
    return [
        (row.day.isoformat(), row.kind, row.title, row.distance_m, row.duration_s)
        for row in read_table(text).rows
    ]


@pytest.mark.parametrize(
    "text",
    [
        "day,kind,distance_km,duration_min\n2026-11-21,long,16,100\n",
        "day, kind, distance_m, duration_s\n2026-11-21, long, 16000, 6000\n",
        "\ufeffkind;duration_min;day;distance_km\r\nlong;100;21/11/2026;16,0\r\n;;;\r\n",
        "Date\tKind\tDistance (km)\tTime (min)\n21.11.2026\tlong\t16.0\t100\n",
        "day,kind,distance,duration\n21-11-26,long,16 km,1:40\n",
        'Day,Kind,km,minutes\n"Sat, 21 Nov 2026",long,16,100\n',
        'day,kind,"Distance [m]",hours\n2026-11-21T06:00,long,"16,000","1h40"\n',
    ],
)
def test_the_same_run_in_many_tables(text: str) -> None:
    assert rows(text) == [("2026-11-21", "long", "", 16_000, 6000)]


def test_titles_and_columns_of_which_nothing_is_known() -> None:
    table = read_table("Woche;Datum;Einheit;Strecke (km);Puls\n1;21.11.2026;Langer Lauf;18,5;140\n")
    (row,) = table.rows
    assert (row.title, row.kind, row.distance_m) == ("Langer Lauf", None, 18_500)
    assert table.unused == ("Woche", "Puls")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "day and kind"),
        ("day,sort\n2026-11-21,easy\n", "'sort' is unknown"),
        ("kind,distance_km\neasy,5\n", "day and kind"),
        ("day,day,kind\n", "several columns for the day"),
        ("day,kind\n11/21/2026,easy\n", "line 2: day: .*day first"),
        ("day,kind\nsoon,easy\n", "line 2: day"),
        ("day,kind\n,easy\n", "line 2: day"),
        ("day,kind,distance\n2026-11-21,easy,12\n", "line 2: distance: a unit"),
        ("day,kind,duration\n2026-11-21,easy,90\n", "line 2: duration: a unit"),
        ("day,kind,distance_km\n2026-11-21,easy,far\n", "line 2: distance_km: a number"),
        ("day,kind,distance_km\n2026-11-21,easy,-3\n", "line 2: distance_km"),
        ("day,kind,distance_km\n2026-11-21,easy,1000000\n", "line 2: distance_km"),
        ("day,kind\n2026-11-21,easy,5,6\n", "line 2: too many columns"),
        ("day,kind\n2026-11-21," + "a" * 200_000 + "\n", "field"),
        ("day,kind\n" + "2026-11-21,easy\n" * 5001, "5,000 lines"),
    ],
)
def test_a_wrong_table_names_line_and_column(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_table(text)


@pytest.mark.parametrize(
    "text", ["2026-11-03", "03/11/2026", "3.11.26", "Tue 3 Nov 2026", "2026/11/03 06:00"]
)
def test_a_day_is_iso_or_has_the_day_first(text: str) -> None:
    assert day_of(text).isoformat() == "2026-11-03"


@pytest.mark.parametrize("text", ["2026-13-01", "31/02/2026", "3/Nix/2026", "1", "", "2026"])
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="day first"):
        day_of(text)


def test_cells_with_and_without_a_unit() -> None:
    assert metres("10", "mi") == pytest.approx(16_093.44)
    assert metres("10 miles", "km") == pytest.approx(16_093.44)
    assert metres("21,1", "km") == 21_100
    assert (
        seconds("1h30", "min")
        == seconds("90", "min")
        == seconds("1,5", "h")
        == seconds("1:30:00", None)
        == 5400
    )
    assert seconds("12:30", None) == 45_000
