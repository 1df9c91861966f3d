"""An exercise's page: how it is done, every source's dose, the ladder, and who should leave it."""

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Contraindication, Exercise, Level
from backstride.reference.exercise_facts import facts
from backstride.reference.markdown import plain
from backstride.reference.page import Page
from backstride.terms import Variable
from backstride.wording import rested_dose_words, source_dose_words

_RAISED: dict[Variable, str] = {"reps": "repetitions"}


def exercise_page(exercise: Exercise, library: Library) -> Page:
    """The page of an exercise."""
    page = Page(f"exercises/{exercise.id}.md", library)
    page.title(exercise.name, "Exercises")
    page.bullets(facts(page, exercise))
    page.heading("What it is for")
    page.say(plain(exercise.why))
    _how(page, exercise)
    _care(page, exercise)
    _doses(page, exercise)
    _ladder(page, exercise)
    if exercise.ours:
        page.heading("What is ours")
        page.say("Where no source speaks, or where we differ from one:")
        page.bullets(map(plain, exercise.ours))
    page.heading("Sources")
    page.source_list(cited(exercise))
    page.written_from(f"exercises/{exercise.id}.yaml")
    return page


def cited(exercise: Exercise) -> list[str]:
    """Every source that an exercise's record names."""
    return [
        *exercise.sources,
        *(dose.source for dose in exercise.doses),
        *(source for level in exercise.ladder for source in level.sources),
        *(source for entry in exercise.contraindications for source in entry.sources),
    ]


def _how(page: Page, exercise: Exercise) -> None:
    page.heading("How to do it")
    page.numbered(map(plain, exercise.steps))
    page.say(f"**Breath.** {plain(exercise.breath)}", f"**Where you feel it.** {plain(exercise.feel)}")
    page.heading("Cues")
    page.bullets(map(plain, exercise.cues))
    if exercise.faults:
        page.heading("Common faults")
        page.bullets(map(plain, exercise.faults))


def _care(page: Page, exercise: Exercise) -> None:
    page.heading("Take care")
    page.bullets(map(plain, exercise.cautions))
    page.heading("Who should leave it")
    if not exercise.contraindications:
        page.say("No screening question takes this exercise alone out of a week; some stop every exercise.")
        return
    page.say("A yes or unsure to one of these questions takes it out of the week:")
    page.bullets(_against(page, entry) for entry in exercise.contraindications)


def _against(page: Page, entry: Contraindication) -> str:
    question = page.library.questions[entry.question]
    sources = f"; {page.sources(entry.sources)}" if entry.sources else ""
    return (
        f"{page.question(entry.question)}: {plain(question.text)}\n"
        f"  Why: {plain(entry.why)} ({page.grade(entry.grade)}{sources})"
    )


def _doses(page: Page, exercise: Exercise) -> None:
    page.heading("What each source says")
    page.say("The entry is its number in our list of all that the five articles name.")
    page.table(
        ("Source", "Entry", "Its name there", "Dose as given", "Note"),
        (
            (
                page.source(dose.source),
                plain(dose.entry),
                plain(dose.name),
                source_dose_words(dose),
                plain(dose.note),
            )
            for dose in exercise.doses
        ),
    )
    page.say(f"**What we make of it.** {plain(exercise.resolution)}")


def _ladder(page: Page, exercise: Exercise) -> None:
    page.heading("Levels")
    page.say("Each level raises one thing. How a level is earned: rules " + _rules(page) + ".")
    page.table(
        ("Level", "Form", "Dose", "What goes up", "Source", "How sure", "Why"),
        (_level(page, number, level) for number, level in enumerate(exercise.ladder)),
    )
    beside = [
        f"{what}: {page.exercise(key)}"
        for what, key in (("Easier", exercise.easier), ("Harder", exercise.harder))
        if key is not None
    ]
    page.say(". ".join(beside) + "." if beside else "")


def _rules(page: Page) -> str:
    return " and ".join(page.rule(key) for key in ("H13", "P") if key in page.library.rule_texts)


def _level(page: Page, number: int, level: Level) -> tuple[str, ...]:
    needs = f"; needs {', '.join(level.equipment)}" if level.equipment else ""
    return (
        str(number),
        plain(level.variant) + needs,
        rested_dose_words(level),
        _RAISED.get(level.raises, level.raises) if level.raises else "start",
        page.sources(level.sources),
        page.grade(level.grade),
        plain(level.why),
    )
