"""A source's routine as it is written, compiled to scripts. Pure."""

from backstride.knowledge.dose import nearest_level
from backstride.knowledge.library import Library, RuleSet
from backstride.knowledge.routine_time import SlotTime, routine_time
from backstride.knowledge.schema.routine import Routine
from backstride.sessions.build import cues
from backstride.sessions.compile import Movements, cards, line_of
from backstride.sessions.line import Line
from backstride.sessions.script import Script


def routine_scripts(
    routine: Routine, library: Library, movements: Movements, rules: RuleSet
) -> tuple[Script, ...]:
    """A script for each part of the routine that is done in one go, in the order of the slots.

    Its `seconds` are that part's as the routine is timed; one for during the run is a card without a clock.
    `slot` is the first of those that the part may fill, `level` the nearest of the ladder's.

    Raises:
        CannotPlay: a dose leaves no time to change sides.
    """
    time = routine_time(routine, library.exercises, change_s=rules.whole("session.change_s"))
    lines = [_line(routine, number, seconds, library, movements) for number, seconds in enumerate(time.lines)]
    return tuple(_part(part, routine, lines, library, rules) for part in time.parts)


def _part(part: SlotTime, routine: Routine, lines: list[Line], library: Library, rules: RuleSet) -> Script:
    own, slot = [lines[number] for number in part.lines], part.slots[0]
    if slot == "mid_run":
        return Script(slot=slot, routine=routine.id, seconds=0, cards=cards(own, library))
    return Script(slot=slot, routine=routine.id, seconds=part.seconds, cues=cues(own, library, rules))


def _line(routine: Routine, number: int, seconds: int, library: Library, movements: Movements) -> Line:
    item = routine.items[number]
    exercise = library.exercises[item.exercise]
    level = nearest_level(exercise.ladder, item.dose, exercise.rep_s)
    return line_of(exercise, level, item.dose, seconds, movements, item)
