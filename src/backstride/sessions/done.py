"""What was done of a script, as the contract logs it. Pure."""

from collections.abc import Mapping, Sequence

from backstride.scenario import DoneItem, DoneSet
from backstride.sessions.script import WORK, Cue, Script, Side

_Set = tuple[str, int, int]
# The clock of a player ticks; so little of a cue may be missing when it counts as whole.
SLACK_S = 0.5


def done_items(
    script: Script, played: Mapping[int, float], efforts: Mapping[str, float | None]
) -> tuple[DoneItem, ...]:
    """The exercises that were begun, in their order, with every set of which something was done.

    `played` holds seconds of each cue by its place in the script: of a repetition all or nothing counts, of a
    hold or a flow its whole seconds. Where sides follow each other the side that got less counts. `efforts`
    are by exercise, 0-10.
    """
    found: dict[tuple[str, int], list[DoneSet]] = {}
    for (exercise, level, _), cues in _sets(script).items():
        done = _set(cues, played)
        if done is not None:
            found.setdefault((exercise, level), []).append(done)
    return tuple(
        DoneItem(exercise=exercise, level=level, done=tuple(done), effort=efforts.get(exercise))
        for (exercise, level), done in found.items()
    )


def _sets(script: Script) -> dict[_Set, list[tuple[int, Cue]]]:
    found: dict[_Set, list[tuple[int, Cue]]] = {}
    for place, cue in enumerate(script.cues):
        if cue.kind in WORK and cue.exercise is not None and cue.level is not None and cue.set is not None:
            found.setdefault((cue.exercise, cue.level, cue.set), []).append((place, cue))
    return found


def _set(cues: Sequence[tuple[int, Cue]], played: Mapping[int, float]) -> DoneSet | None:
    """A set as it was done; `None` where no side did anything whole, or one side did nothing."""
    by_side: dict[Side | None, float] = {cue.side: 0.0 for _, cue in cues}
    for place, cue in cues:
        seconds = played.get(place, 0.0)
        whole = seconds >= cue.seconds - SLACK_S
        if cue.kind == "rep":
            by_side[cue.side] += 1 if whole else 0
        else:
            by_side[cue.side] += cue.seconds if whole else int(seconds)
    least, first = min(by_side.values()), cues[0][1]
    if not least:
        return None
    if first.kind == "rep":
        hold = sum(part.seconds for part in first.figure if part.phase == "hold")
        return DoneSet(reps=int(least), hold_s=hold or None)
    return DoneSet(hold_s=least) if first.kind == "hold" else DoneSet(duration_s=least)
