"""All that is known of an exercise, as its page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Exercise, Level
from backstride.reference.exercise import cited as all_cited
from backstride.terms import Variable
from backstride.web.telling.cards import CardTold, card_told, position_words, spoken
from backstride.web.telling.cited import Cited, Sure, cited, sure
from backstride.web.telling.figures import figure_address, forms
from backstride.wording import rested_dose_words, slots_words, source_dose_words

# The first level raises nothing.
_RAISED: dict[Variable | None, str] = {
    None: gettext_noop("where to start"),
    "reps": gettext_noop("more repetitions"),
    "hold": gettext_noop("held for longer"),
    "sets": gettext_noop("one more set"),
    "duration": gettext_noop("for longer"),
    "variant": gettext_noop("a harder form"),
    "load": gettext_noop("more weight"),
}


@dataclass(frozen=True)
class LevelTold:
    """A rung of the ladder: its number, the dose, what goes up, why, and how sure."""

    number: int
    dose: str
    raised: str
    needs: str
    why: str
    sure: Sure
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class FormTold:
    """A form of the exercise with its levels in a row; `figure` may be empty."""

    name: str
    figure: str
    levels: tuple[LevelTold, ...]


@dataclass(frozen=True)
class DoseTold:
    """A dose as one source gives it, and its name there."""

    sources: tuple[Cited, ...]
    name: str
    dose: str
    note: str


@dataclass(frozen=True)
class AgainstTold:
    """A question whose yes takes the exercise out of the week."""

    question: str
    why: str
    sure: Sure
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class ExerciseTold:
    """An exercise; its own words (steps, cues and so on) stand in `record`."""

    record: Exercise
    facts: tuple[tuple[str, str], ...]
    against: tuple[AgainstTold, ...]
    ladder: tuple[FormTold, ...]
    doses: tuple[DoseTold, ...]
    easier: CardTold | None
    harder: CardTold | None
    sources: tuple[Cited, ...]


def exercise_told(exercise: Exercise, library: Library) -> ExerciseTold:
    """The page of an exercise in the library's language."""
    return ExerciseTold(
        record=exercise,
        facts=tuple(_facts(exercise, library)),
        against=tuple(
            AgainstTold(
                library.questions[entry.question].text,
                entry.why,
                sure(entry.grade, library),
                cited(entry.sources, library),
            )
            for entry in exercise.contraindications
        ),
        ladder=tuple(_ladder(exercise, library)),
        doses=tuple(
            DoseTold(
                cited((dose.source,), library), dose.name, source_dose_words(dose, library.word), dose.note
            )
            for dose in exercise.doses
        ),
        easier=_neighbour(exercise.easier, library),
        harder=_neighbour(exercise.harder, library),
        sources=cited(all_cited(exercise), library),
    )


def _facts(exercise: Exercise, library: Library) -> Iterator[tuple[str, str]]:
    yield _("Position"), position_words(exercise.position)
    yield _("Kind"), spoken(exercise.quality, library)
    yield _("Needs"), str(capfirst(", ".join(map(library.word, exercise.equipment or ("nothing",)))))
    yield _("When"), slots_words(exercise.slots, library.word)
    shares = sorted(exercise.regions.items(), key=lambda part: -part[1])
    yield _("Works"), ", ".join(f"{library.regions[key].name} {share:.0%}" for key, share in shares)
    if exercise.stretches:
        yield _("Stretches"), ", ".join(library.regions[key].name for key in exercise.stretches)
    low, high = exercise.effort
    yield _("Effort"), _("%(low)s to %(high)s of 10") % {"low": low, "high": high}


def _ladder(exercise: Exercise, library: Library) -> Iterator[FormTold]:
    numbered = enumerate(exercise.ladder)
    for form, levels in groupby(numbered, key=lambda level: level[1].variant):
        yield FormTold(
            str(capfirst(library.word(form))),
            figure_address(exercise, "thumb", forms(exercise).index(form)),
            tuple(_level(number, level, library) for number, level in levels),
        )


def _level(number: int, level: Level, library: Library) -> LevelTold:
    return LevelTold(
        number=number,
        dose=rested_dose_words(level, library.word),
        raised=_(_RAISED[level.raises]),
        needs=", ".join(map(library.word, level.equipment)),
        why=level.why,
        sure=sure(level.grade, library),
        sources=cited(level.sources, library),
    )


def _neighbour(id_: str | None, library: Library) -> CardTold | None:
    return None if id_ is None else card_told(library.exercises[id_], library)
