"""Real files beside the repository: the shortcuts find in them what the decoder and the parser find."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from pyfitparsernative import parse_fit_bytes

from backstride.runs.read import fit_messages, xml
from backstride.runs.read.any import read_file
from backstride.runs.read.fit_records import Records, records_of
from backstride.runs.read.fit_sieve import sieve
from backstride.runs.read.unreadable import Unreadable

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "runs"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="no real files: ../shared/data/runs is not there")


def files(ending):
    return sorted(REAL.rglob(f"*{ending}"))


def outcome(path):
    try:
        return read_file(path.read_bytes(), path.name)
    except Unreadable as refusal:
        return refusal.reason


def test_the_records_of_fit_files_are_the_decoders():
    """Equal but for the height, which the decoder may round down by its smallest step, 0.2 m."""
    rows = compared = 0
    for path in files(".fit"):
        data = path.read_bytes()
        found = sieve(data)
        if found is None:
            continue
        theirs = records_of(parse_fit_bytes(data))
        for column in fields(Records):
            within = 0.201 if column.name == "height" else 1e-9
            a, b = getattr(found[1], column.name), getattr(theirs, column.name)
            assert np.allclose(a, b, rtol=0, atol=within, equal_nan=True), (path.name, column.name)
        rows, compared = rows + len(theirs), compared + 1
    assert compared >= 25
    assert rows > 10_000


@pytest.mark.parametrize("ending", [".fit", ".gpx", ".tcx"])
def test_every_file_gives_the_same_without_its_shortcut(monkeypatch, ending):
    short = [outcome(path) for path in files(ending)]
    assert len(short) > 15
    monkeypatch.setattr(fit_messages, "sieve", lambda _: None)
    monkeypatch.setattr(xml, "peel", lambda *_: None)
    for path, found in zip(files(ending), short, strict=True):
        whole = outcome(path)
        if isinstance(found, str):
            assert whole == found, path.name
            continue
        assert len(whole) == len(found)
        for ours, theirs in zip(found, whole, strict=True):
            for column in ("start", "duration_s", "elapsed_s", "distance_m", "cadence_spm", "heart_rate_bpm"):
                same = repr(getattr(ours, column)) == repr(getattr(theirs, column))  # with the zone
                assert same, (path.name, column)
            assert (ours.sport, ours.surface, ours.notes) == (theirs.sport, theirs.surface, theirs.notes)
            for column in ("ascent_m", "descent_m"):
                assert getattr(ours, column) == pytest.approx(getattr(theirs, column), abs=4), path.name
