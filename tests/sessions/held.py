"""What holds of every script, whoever asked for it."""

from itertools import pairwise

from backstride.knowledge import Library, RuleSet
from backstride.knowledge.dose import Dosed
from backstride.sessions.script import WORK, Cue, Script

WORDS_A_SECOND = 2.5
MOST_WORDS = 9


def words(text: str) -> int:
    return len(text.split())


def hold_in_time(script: Script, seconds: int) -> None:
    """No gap, no overlap, the plan's seconds to the second, whole or half seconds."""
    assert script.seconds == seconds
    at = 0.0
    for cue in script.cues:
        assert cue.start_s == at
        assert cue.seconds * 2 == int(cue.seconds * 2)
        assert cue.seconds > 0 or cue.kind == "done"
        at += cue.seconds
    assert at == seconds
    assert [cue.kind for cue in script.cues].index("done") == len(script.cues) - 1
    assert script.cues[-1].seconds < 1


def hold_in_words(script: Script) -> None:
    """Few words on the screen; one thing said at a time, and over before its cue is."""
    for cue in script.cues:
        assert 1 <= words(cue.show) <= MOST_WORDS, cue.show
        begins = [said.at_s for said in cue.say]
        for said, end in zip(cue.say, [*begins, cue.seconds][1:], strict=True):
            assert said.at_s >= 0
            assert words(said.text) / WORDS_A_SECOND <= end - said.at_s + 1e-6, (said.text, cue.kind)


def hold_in_figure(script: Script) -> None:
    """The parts fill their cue, and each begins where the one before ended."""
    before: float | None = None
    exercise: str | None = None
    for cue in script.cues[:-1]:
        at = 0.0
        if cue.exercise != exercise:
            before, exercise = None, cue.exercise
        for part in cue.figure:
            assert abs(part.at_s - at) < 1e-5
            assert before in (None, part.begin), cue
            at, before = at + part.seconds, part.end
        assert abs(at - cue.seconds) < 1e-5
    assert script.cues[-1].figure == ()


def hold_to_dose(cues: list[Cue], dose: Dosed, rep_s: float, rules: RuleSet) -> None:
    """One line's cues: all sets, repetitions and holds of the dose in order, the same on both sides."""
    work = [cue for cue in cues if cue.kind in WORK]
    sides = {cue.side for cue in work}
    assert sides == ({"left", "right"} if dose.per_side else {None})
    for side in sides:
        own = [cue for cue in work if cue.side == side]
        if dose.duration_s is not None:
            assert [(cue.kind, cue.set, cue.seconds) for cue in own] == [
                ("flow", n + 1, dose.duration_s) for n in range(dose.sets)
            ]
        elif dose.reps is None:
            assert [(cue.kind, cue.set, cue.seconds) for cue in own] == [
                ("hold", n + 1, dose.hold_s) for n in range(dose.sets)
            ]
        else:
            counted = [(cue.kind, cue.set, cue.rep, cue.reps) for cue in own]
            assert counted == [
                ("rep", n + 1, rep + 1, dose.reps) for n in range(dose.sets) for rep in range(dose.reps)
            ]
            assert {cue.seconds for cue in own} == {rep_s + (dose.hold_s or 0)}
    least, most = rules.series("session.switch_s")
    assert all(least <= cue.seconds <= most for cue in cues if cue.kind == "switch")
    assert [cue.seconds for cue in cues if cue.kind == "ready"] == [rules.number("session.ready_s")]
    between = [cue.seconds for cue in cues if cue.kind in ("change", "ready", "switch")]
    assert sum(between) == rules.number("session.change_s")
    _sides_change_with_time(cues)


def lines_of(script: Script, library: Library) -> list[list[Cue]]:
    """The cues by exercise, in their order; an exercise stands together."""
    found: list[list[Cue]] = []
    for cue in script.cues[:-1]:
        assert cue.exercise in library.exercises
        if not found or found[-1][-1].exercise != cue.exercise:
            found.append([])
        found[-1].append(cue)
    return found


def _sides_change_with_time(cues: list[Cue]) -> None:
    """Between two sides there is a change of sides or a rest, unless each repetition changes them."""
    work = [cue for cue in cues if cue.kind in WORK]
    if work[0].kind == "rep" and work[1:] and work[0].rep == work[1].rep and work[0].set == work[1].set:
        assert all(one.side != other.side for one, other in pairwise(work))
        return
    last, free = work[0], True
    for cue in cues:
        if cue.kind not in WORK:
            free = True
            continue
        assert free or cue.side == last.side
        last, free = cue, False
