"""Where a script stands, by a clock that a test sets."""

from itertools import count

import pytest

from backstride.cli.playing.playback import AWAY_S, Playback
from backstride.knowledge.figures import load_figures
from backstride.sessions.done import done_items
from backstride.sessions.routine import routine_scripts
from sessions.made import LIBRARY, RULES, script

SHORT = script(("bird_dog", 0), ("side_plank", 1), ("cat_cow", 0))
STARTS = {(cue.exercise, cue.kind, cue.set, cue.side, cue.rep): cue.start_s for cue in SHORT.cues}


def ticked(playback: Playback, begin: float, end: float, step: float = 0.5) -> float:
    """Looks every half second from one moment to another."""
    for n in count():
        now = min(end, begin + n * step)
        playback.tick(now)
        if now == end:
            return end
    raise AssertionError


@pytest.mark.parametrize("speed", [0.5, 1, 7, 60])
def test_a_session_ends_when_its_seconds_are_over(speed: float) -> None:
    playback = Playback(SHORT, 100.0, speed)
    end = 100 + SHORT.seconds / speed
    ticked(playback, 100, end - 0.25 / speed)
    assert not playback.over
    playback.tick(end)
    assert playback.over
    items = done_items(SHORT, playback.played, {})
    assert [item.exercise for item in items] == ["bird_dog", "side_plank", "cat_cow"]
    assert [len(item.done) for item in items] == [1, 2, 1]


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_every_routine_plays_from_start_to_end(name: str) -> None:
    routine = LIBRARY.routines[name]
    for written in routine_scripts(routine, LIBRARY, load_figures().movements, RULES):
        if not written.cues:
            continue
        playback = Playback(written, 0.0, 60)
        seen = [playback.tick(0.01 * n).number for n in range(int(written.seconds / 0.6) + 2)]
        assert sorted(set(seen)) == list(range(len(written.cues)))
        assert seen == sorted(seen)
        done = done_items(written, playback.played, {})
        lines = [item for item in routine.items if item.slot in (None, written.slot)]
        assert [(d.exercise, len(d.done)) for d in done] == [(i.exercise, i.dose.sets) for i in lines]
        assert [d.done[-1].reps for d in done] == [i.dose.reps for i in lines]


def test_the_place_is_right_however_seldom_one_looks() -> None:
    often, seldom = Playback(SHORT, 0.0), Playback(SHORT, 0.0)
    ticked(often, 0, 160)
    assert often.tick(160) == seldom.tick(160)


def test_a_pause_stands_still_and_counts_nothing() -> None:
    playback = Playback(SHORT, 0.0)
    ticked(playback, 0, 30)
    playback.pause(30)
    before = dict(playback.played)
    assert ticked(playback, 30, 500, 5)
    assert playback.tick(500) == Playback(SHORT, 0.0).tick(30)
    playback.resume(500)
    assert playback.played == before
    ticked(playback, 500, 510)
    assert playback.tick(510) == Playback(SHORT, 0.0).tick(40)


def test_a_stall_moves_the_place_on_but_is_not_taken_for_work() -> None:
    playback = Playback(SHORT, 0.0)
    ticked(playback, 0, 20)
    done = sum(playback.played.values())
    assert playback.tick(20 + AWAY_S + 30) == Playback(SHORT, 0.0).tick(20 + AWAY_S + 30)
    assert sum(playback.played.values()) == done
    short = Playback(SHORT, 0.0)
    ticked(short, 0, 20)
    short.tick(20 + AWAY_S - 1)
    assert sum(short.played.values()) == pytest.approx(20 + AWAY_S - 1)


def test_skip_goes_past_the_set_and_back_begins_it_anew() -> None:
    playback = Playback(SHORT, 0.0)
    ticked(playback, 0, 40)  # the fourth repetition
    playback.back(40)
    first = STARTS["bird_dog", "rep", 1, "right", 1]
    assert playback.tick(40).cue.start_s == first
    assert max(playback.played) < SHORT.cues.index(playback.tick(40).cue)
    playback.back(41)
    assert playback.tick(41).cue.kind == "ready"
    playback.skip(42)
    assert playback.tick(42).cue.start_s == first
    playback.skip(43)
    assert (playback.tick(43).cue.exercise, playback.tick(43).cue.kind) == ("side_plank", "ready")


def test_what_is_skipped_is_not_done() -> None:
    playback = Playback(SHORT, 0.0)
    now = 0.0
    while not playback.over:
        now += 0.1
        playback.skip(now)
        playback.tick(now)
    assert done_items(SHORT, playback.played, {}) == ()


def test_keys_while_paused_stay_paused() -> None:
    playback = Playback(SHORT, 0.0)
    ticked(playback, 0, 20)
    playback.pause(20)
    playback.skip(21)
    at = playback.tick(25)
    assert playback.paused
    assert at == playback.tick(90)
    assert (at.cue.exercise, at.into_s) == ("side_plank", 0)
