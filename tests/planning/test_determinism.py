"""The same scenario gives the same bytes, again and again, and while both cores are busy."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backstride.decide import decide
from backstride.knowledge import load
from cast import scenario


@contextmanager
def busy_cores() -> Iterator[None]:
    """Every core spins for as long as the block lasts."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_spin, daemon=True) for _ in range(os.cpu_count() or 1)]
    for worker in workers:
        worker.start()
    try:
        yield
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()


def _spin() -> None:
    while True:
        pass


@pytest.fixture(scope="module")
def first() -> str:
    return decide(scenario(), load()).model_dump_json()


def test_twenty_replays_are_the_same_bytes(first: str) -> None:
    assert {decide(scenario(), load()).model_dump_json() for _ in range(20)} == {first}


def test_a_busy_machine_decides_the_same(first: str) -> None:
    with busy_cores():
        assert {decide(scenario(), load()).model_dump_json() for _ in range(3)} == {first}
