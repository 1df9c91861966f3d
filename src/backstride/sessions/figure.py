"""What the figure does in each cue: parts that fill the cue without a gap."""

from collections.abc import Iterator

from backstride.sessions.line import Line
from backstride.sessions.script import FigurePhase, Part, Side

# Where a phase begins and ends: 0 the starting pose, 1 the telling one.
_WAYS: dict[FigurePhase, tuple[float, float]] = {
    "start": (0, 0),
    "move": (0, 1),
    "hold": (1, 1),
    "return": (1, 0),
}
Step = tuple[FigurePhase, float, Side | None]


def still(line: Line, seconds: float, side: Side | None) -> tuple[Part, ...]:
    """The starting pose."""
    return _parts(line, [("start", seconds, side)])


def getting_ready(line: Line, seconds: float, side: Side | None) -> tuple[Part, ...]:
    """The starting pose; for a hold the figure is in place when the countdown ends."""
    if not _held(line):
        return still(line, seconds, side)
    out = min(line.exercise.tempo.out_s, seconds)
    return _parts(line, [("start", seconds - out, side), ("move", out, side)])


def between(line: Line, seconds: float, before: Side | None, after: Side | None) -> tuple[Part, ...]:
    """From the end of one side's set to the beginning of the next: out of a hold, and into it again."""
    if not _held(line):
        return still(line, seconds, after)
    tempo = line.exercise.tempo
    # Short changes of sides are shared alike between both ways.
    share = min(1.0, seconds / (tempo.out_s + tempo.back_s))
    back, out = tempo.back_s * share, tempo.out_s * share
    rest = max(0.0, seconds - back - out)
    return _parts(line, [("return", back, before), ("start", rest, after), ("move", out, after)])


def repetition(line: Line, side: Side | None) -> tuple[Part, ...]:
    """Out, the hold if there is one, and back, by the exercise's tempo."""
    tempo, hold = line.exercise.tempo, float(line.dose.hold_s or 0)
    return _parts(line, [("move", tempo.out_s, side), ("hold", hold, side), ("return", tempo.back_s, side)])


def held(line: Line, seconds: float, side: Side | None) -> tuple[Part, ...]:
    """The telling pose."""
    return _parts(line, [("hold", seconds, side)])


def flowing(line: Line, seconds: float, side: Side | None) -> tuple[Part, ...]:
    """Out and back again and again: as many whole rounds as come nearest to the exercise's tempo."""
    tempo = line.exercise.tempo
    rounds = max(1, round(seconds / (tempo.out_s + tempo.back_s)))
    out = seconds / rounds * tempo.out_s / (tempo.out_s + tempo.back_s)
    steps: list[Step] = [("move", out, side), ("return", seconds / rounds - out, side)]
    return _parts(line, steps * rounds)


def _held(line: Line) -> bool:
    """Whether a set is one hold, in which the figure has to be from its first second."""
    return line.dose.reps is None and line.dose.duration_s is None


def _parts(line: Line, steps: list[Step]) -> tuple[Part, ...]:
    return tuple(_placed(line, steps))


def _placed(line: Line, steps: list[Step]) -> Iterator[Part]:
    at = 0.0
    for phase, seconds, side in steps:
        if seconds <= 0:
            continue
        begin, end = _WAYS[phase]
        yield Part(
            phase=phase,
            at_s=round(at, 6),
            seconds=round(seconds, 6),
            begin=begin,
            end=end,
            side=side,
            turn=1 if line.reps_alternate and side not in (None, line.first) else 0,
            breath=line.breaths.get(phase, "steady"),
        )
        at += seconds
