"""What in the library rests on a source, by kind, as links."""

from collections.abc import Iterator

from backstride.reference.exercise import cited as cited_by_exercise
from backstride.reference.markdown import plain
from backstride.reference.page import Page


def citations(page: Page, source: str) -> Iterator[tuple[str, list[str]]]:
    """(kind, entries) for each kind of record that cites the source."""
    for kind, entries in (
        ("Exercises", _exercises(page, source)),
        ("Routines", _routines(page, source)),
        ("Rules", _rules(page, source)),
        ("Numbers", _numbers(page, source)),
        ("Screening", _screening(page, source)),
        ("Regions of the body", _regions(page, source)),
        ("Lessons", _lessons(page, source)),
        ("Clinics", _clinics(page, source)),
    ):
        found = list(entries)
        if found:
            yield kind, found


def _exercises(page: Page, source: str) -> Iterator[str]:
    for exercise in page.library.exercises.values():
        if source not in cited_by_exercise(exercise):
            continue
        doses = [plain(dose.name) for dose in exercise.doses if dose.source == source]
        levels = [str(n) for n, level in enumerate(exercise.ladder) if source in level.sources]
        questions = [c.question for c in exercise.contraindications if source in c.sources]
        what = [
            f"dose of {', '.join(doses)}" if doses else "",
            f"level{'s' if len(levels) > 1 else ''} {', '.join(levels)}" if levels else "",
            f"left out after {', '.join(map(page.question, questions))}" if questions else "",
            "what it is for" if source in exercise.sources and not doses else "",
        ]
        yield f"{page.exercise(exercise.id)}: {'; '.join(filter(None, what))}"


def _routines(page: Page, source: str) -> Iterator[str]:
    routines = page.library.routines.values()
    return (page.routine(routine.id) for routine in routines if routine.source == source)


def _rules(page: Page, source: str) -> Iterator[str]:
    rules = page.library.rule_texts.values()
    return (f"{page.rule(rule.id)}: {plain(rule.title)}" for rule in rules if source in rule.sources)


def _numbers(page: Page, source: str) -> Iterator[str]:
    for parameter in page.library.parameters.values():
        if source in parameter.sources:
            yield f"{page.number(parameter.id)} ({page.grade(parameter.grade)}): {plain(parameter.why)}"


def _screening(page: Page, source: str) -> Iterator[str]:
    screening = page.library.screening
    for question in screening.questions:
        if source in question.sources:
            yield f"{page.question(question.id)}: {plain(question.text)}"
    if source in screening.safety_net_sources:
        yield "The safety net"


def _regions(page: Page, source: str) -> Iterator[str]:
    regions = page.library.regions.values()
    return (f"{page.region(r.id)}: {plain(r.why)}" for r in regions if source in r.sources)


def _lessons(page: Page, source: str) -> Iterator[str]:
    lessons = page.library.lessons.values()
    return (page.lesson(lesson.id) for lesson in lessons if source in lesson.sources)


def _clinics(page: Page, source: str) -> Iterator[str]:
    clinics = page.library.clinics.values()
    return (f"{plain(c.name)}, {plain(c.area)}" for c in clinics if c.source == source)
