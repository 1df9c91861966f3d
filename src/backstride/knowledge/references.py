"""References inside the library that lead nowhere: sources, regions, neighbours, questions, exercises."""

from collections.abc import Iterable, Iterator

from backstride.knowledge.filling import faults, parameters_of
from backstride.knowledge.library import Library
from backstride.knowledge.schema.exercise import Exercise


def dangling(library: Library) -> list[str]:
    """A line for each reference that leads nowhere, naming the file, the field and the id."""
    return [
        *_exercises(library),
        *_routines(library),
        *_screening(library),
        *_regions(library),
        *_lessons(library),
        *_others(library),
        *_rules(library),
        *(
            f"parameters: {p.id}.sources: {s}: no such source"
            for p in library.parameters.values()
            for s in p.sources
            if s not in library.sources
        ),
    ]


def _exercises(library: Library) -> Iterator[str]:
    for exercise in library.exercises.values():
        name = f"exercises/{exercise.id}.yaml"
        yield from (f"{name}: {line}" for line in _exercise(exercise, library))


def _exercise(exercise: Exercise, library: Library) -> Iterator[str]:
    yield from _missing("sources", exercise.sources, library.sources, "source")
    yield from _missing("regions", exercise.regions, library.regions, "region")
    yield from _missing("stretches", exercise.stretches, library.regions, "region")
    neighbours = [n for n in (exercise.easier, exercise.harder) if n is not None]
    yield from _missing("easier/harder", neighbours, library.exercises, "exercise")
    yield from _missing("doses.source", [d.source for d in exercise.doses], library.sources, "source")
    questions = [c.question for c in exercise.contraindications]
    yield from _missing("contraindications.question", questions, library.questions, "screening question")
    cited = [source for c in exercise.contraindications for source in c.sources]
    yield from _missing("contraindications.sources", cited, library.sources, "source")
    for index, level in enumerate(exercise.ladder):
        yield from _missing(f"ladder.{index}.sources", level.sources, library.sources, "source")
        if not level.sources and level.grade != "ours":
            yield f"ladder.{index}.sources: a level without a source must have grade ours"
        if (level.raises is None) != (index == 0):
            yield f"ladder.{index}.raises: every level but the first names the variable that is up"
        if (level.reps is None) == (level.duration_s is None) and level.hold_s is None:
            yield f"ladder.{index}: reps, hold_s or duration_s is wanted, and not both reps and duration_s"


def _routines(library: Library) -> Iterator[str]:
    for routine in library.routines.values():
        name = f"routines/{routine.id}.yaml"
        if routine.source not in library.sources:
            yield f"{name}: source: {routine.source}: no such source"
        items = [item.exercise for item in routine.items]
        yield from (f"{name}: {line}" for line in _missing("items", items, library.exercises, "exercise"))
    names = [
        (routine.id, name) for routine in library.routines.values() for name in (routine.id, *routine.aliases)
    ]
    yield from _twice("routines", names)


def _screening(library: Library) -> Iterator[str]:
    for question in library.screening.questions:
        for line in _missing("sources", question.sources, library.sources, "source"):
            yield f"screening.yaml: {question.id}.{line}"
    for line in _missing(
        "safety_net_sources", library.screening.safety_net_sources, library.sources, "source"
    ):
        yield f"screening.yaml: {line}"


def _regions(library: Library) -> Iterator[str]:
    for region in library.regions.values():
        for line in _missing("sources", region.sources, library.sources, "source"):
            yield f"regions.yaml: {region.id}.{line}"
    names = [
        (region.id, name) for region in library.regions.values() for name in (region.id, *region.aliases)
    ]
    yield from _twice("regions.yaml", names)


def _twice(file: str, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each name, given with the id that it stands for, that stands for more than one."""
    seen: dict[str, str] = {}
    for id_, name in names:
        if name in seen:
            yield f"{file}: {id_}.aliases: {name}: stands for {seen[name]} too"
        seen[name] = id_


def _lessons(library: Library) -> Iterator[str]:
    for lesson in library.lessons.values():
        for line in _missing("sources", lesson.sources, library.sources, "source"):
            yield f"lessons/{lesson.id}.md: {line}"


def _others(library: Library) -> Iterator[str]:
    for clinic in library.clinics.values():
        for line in _missing("source", [clinic.source], library.sources, "source"):
            yield f"clinics.yaml: {clinic.id}.{line}"
    names = [(p.id, name.casefold()) for p in library.places.values() for name in (p.name, *p.aliases)]
    yield from _twice("places.yaml", names)
    for line in _missing("exercise", library.watch_names, library.exercises, "exercise"):
        yield f"watch_names.yaml: {line}"


def _rules(library: Library) -> Iterator[str]:
    value_of = library.rules().value
    for rule in library.rule_texts.values():
        name = f"rule_texts.yaml: {rule.id}"
        for line in _missing("sources", rule.sources, library.sources, "source"):
            yield f"{name}.{line}"
        for line in _missing("parameters", rule.parameters, library.parameters, "parameter"):
            yield f"{name}.{line}"
        for text in rule.sentences:
            yield from (f"{name}.sentences: {line}" for line in faults(text, value_of))
            for parameter in parameters_of(text):
                if parameter not in rule.parameters:
                    yield f"{name}.parameters: {parameter}: stands in a sentence and not here"


def _missing(field: str, ids: Iterable[str], known: Iterable[str], kind: str) -> Iterator[str]:
    yield from (f"{field}: {id_}: no such {kind}" for id_ in ids if id_ not in known)
