"""Whatever the order, the parts and the repetitions, a store comes to hold the same."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstride.runs.read.collect import import_paths
from backstride.runs.store.store import Store
from backstride.runs.store.take import runs_in, take_in
from runs.storing import content, files, write

NAMES = sorted(files())
parts = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), max_size=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    write(folder, files())
    return folder


@pytest.fixture(scope="module")
def at_once(folder, tmp_path_factory):
    """One import of all without a store, and the rows of a store after it."""
    paths = [folder / name for name in NAMES]
    store = Store(tmp_path_factory.mktemp("store") / "a.store", create=True)
    take_in(store, paths, workers=1)
    return import_paths(paths, workers=1), content(store.path)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts, st.permutations(NAMES), st.data())
def test_any_order_any_split_and_any_repetition(folder, at_once, drawn, rest, data):
    found, rows = at_once
    cut = data.draw(st.integers(0, len(NAMES)))
    with TemporaryDirectory() as place:
        path = Path(place, "a.store")
        new = 0
        for names in (*drawn, rest[:cut], rest[cut:], rest):
            taken = take_in(Store(path, create=True), [folder / n for n in names], workers=1)
            new += len(taken.changes.new)
            assert len(taken.runs.activities) <= new
        assert (taken.read, taken.changes.new, taken.changes.replaced) == (0, (), ())
        assert runs_in(Store(path).held()).activities == found.activities
        assert content(path) == rows
