"""A session of a decided week, compiled to its script. Pure."""

from collections.abc import Mapping

from backstride.decision import Decision, Item, PlannedDay, Session
from backstride.knowledge.library import Library, RuleSet
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.movement import Movement
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.sessions.build import cues
from backstride.sessions.line import Line, Rested, breaths
from backstride.sessions.script import Card, Script
from backstride.wording import dose_words

Movements = Mapping[str, Movement]


def day_scripts(
    decision: Decision, day: PlannedDay, library: Library, movements: Movements
) -> tuple[Script, ...]:
    """The script of every session of a day of the decision's week, in their order.

    Raises:
        CannotPlay: a dose leaves no time to change sides.
    """
    named = decision.week.routine if decision.week is not None else None
    routine = library.routines[named] if named is not None else None
    rules = library.rules(decision.rules)
    return tuple(session_script(session, library, movements, rules, routine) for session in day.sessions)


def session_script(
    session: Session,
    library: Library,
    movements: Movements,
    rules: RuleSet,
    routine: Routine | None = None,
) -> Script:
    """The script of a session; its `seconds` are those of its items together, 0 for a card.

    `routine` is the one that the week follows: it says where sides alternate. Raises CannotPlay.
    """
    written = {item.exercise: item for item in routine.items} if routine is not None else {}
    lines = [_line(item, library, movements, written.get(item.exercise)) for item in session.items]
    named = routine.id if routine is not None else None
    if session.slot == "mid_run":
        return Script(slot=session.slot, routine=named, seconds=0, cards=cards(lines, library))
    seconds = sum(item.seconds for item in session.items)
    return Script(slot=session.slot, routine=named, seconds=seconds, cues=cues(lines, library, rules))


def line_of(
    exercise: Exercise,
    level: int,
    dose: Rested,
    seconds: int,
    movements: Movements,
    written: RoutineItem | None = None,
) -> Line:
    """A line at a dose; sides alternate where the exercise, or the routine's line of it, says so."""
    alternate = exercise.alternate is not None or (written is not None and written.alternate)
    variant = exercise.ladder[min(level, len(exercise.ladder) - 1)].variant
    return Line(
        exercise=exercise,
        level=level,
        dose=dose,
        seconds=seconds,
        alternate=alternate,
        first=exercise.alternate or "left",
        breaths=breaths(movements.get(exercise.id), variant),
    )


def cards(lines: list[Line], library: Library) -> tuple[Card, ...]:
    """The moves of a card for the run."""
    return tuple(_card(line, library) for line in lines)


def _line(item: Item, library: Library, movements: Movements, written: RoutineItem | None) -> Line:
    exercise = library.exercises[item.exercise]
    return line_of(exercise, item.level, item, item.seconds, movements, written)


def _card(line: Line, library: Library) -> Card:
    dose = line.dose
    words = dose_words(dose, library.word)
    return Card(
        exercise=line.exercise.id,
        level=line.level,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        duration_s=dose.duration_s,
        per_side=dose.per_side,
        alternate=line.reps_alternate,
        show=words,
        say=library.message("cue.say_card", {"name": line.exercise.name, "dose": words}),
    )
