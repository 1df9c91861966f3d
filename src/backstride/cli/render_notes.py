"""What stands under a week: run advice, pain lights, what did not fit, what changed, sources, the proof."""

from datetime import date, timedelta

from rich.text import Text

from backstride.cli.page import Page
from backstride.cli.words import day_words, grade_words, sure_words
from backstride.decision import Decision, LessonPointer, RunAdvice, Shortfall, Week

FINE = "up_to_1.10"
LIGHT_DAYS = 7
_LIGHTS = {"green": "green", "amber": "yellow", "red": "red"}
_NOTES = ("note", "flag")


def show_runs(page: Page, advice: tuple[RunAdvice, ...]) -> None:
    """What to think of on the planned runs; those that are fine in one line."""
    if not advice:
        return
    page.heading("Your runs")
    fine = [line for line in advice if line.band == FINE and not line.confirm]
    for line in advice:
        if line in fine:
            continue
        # A note is about the weeks or the shoes, not about the day that it is filed under.
        label = "" if line.band in _NOTES else f"{day_words(line.day, page.word)}: "
        page.cite(line.sources, line.grade)
        sure = sure_words(line.sources, line.grade, page.word)
        page.bullets([f"{label}{line.advice}" + (f" [{sure}]" if sure else "")])
    if fine:
        days = ", ".join(day_words(line.day, page.word) for line in fine)
        text = "Fine, no more than 1.10 times your longest run of 30 days: {days}."
        page.bullets([page.word(text, days=days)])


def show_lights(page: Page, decision: Decision, today: date) -> None:
    """The pain light of the last days, greens together."""
    since = today - timedelta(days=LIGHT_DAYS)
    lit = [day for day in decision.lights if day.day >= since]
    unlit = [day for day in decision.unlit if day.day >= since]
    if not lit and not unlit:
        return
    word = page.word
    page.heading(word("Pain light, the last {n} days", n=LIGHT_DAYS))
    for day in lit:
        if day.light != "green":
            mark = Text("- ").append(word(day.light), style=_LIGHTS[day.light])
            page.line(mark.append(f"  {day_words(day.day, word)}: {day.why}"), hang=2)
    greens = [day_words(day.day, word) for day in lit if day.light == "green"]
    if greens:
        whole = word("{first} to {last}", first=greens[0], last=greens[-1])
        shown = whole if len(greens) == LIGHT_DAYS else ", ".join(greens)
        page.line(Text("- ").append(word("green"), style="green").append(f"  {shown}"), hang=2)
    for missing in unlit:
        page.bullets([f"{word('not known')}  {day_words(missing.day, word)}: {missing.why}"], style="dim")


def show_lessons(page: Page, pointers: tuple[LessonPointer, ...]) -> None:
    """What to read this week: title, why now, and the command that shows it."""
    if not pointers:
        return
    page.heading("To read this week")
    for pointer in pointers:
        lesson = page.library.lessons.get(pointer.lesson)
        title = lesson.title if lesson is not None else pointer.lesson
        stop = "" if title.endswith("?") else "."
        page.bullets([f"{title}{stop} {pointer.signal}"])
        page.line(f"backstride lesson show {pointer.lesson.replace('_', '-')}", indent=2, style="dim")


def show_shortfalls(page: Page, shortfalls: tuple[Shortfall, ...]) -> None:
    """What could not be had, why, and the smallest change that would mend it."""
    if not shortfalls:
        return
    page.heading("What did not fit")
    for short in shortfalls:
        page.cite(short.sources, None)
        text = page.word(
            "Wanted {wanted}, got {got}, because {because}",
            wanted=_mid(page, short.wanted),
            got=_mid(page, short.got),
            because=_mid(page, short.because),
        )
        change = (short.smallest_change or "").rstrip(".")
        mend = f" {page.word('Smallest change: {change}.', change=change)}" if change else ""
        page.bullets([text.rstrip(".") + "." + mend])


def show_changes(page: Page, week: Week) -> None:
    """What differs from the week decided before."""
    if not week.changes:
        return
    page.heading("Changed since the week before")
    page.bullets(
        f"{day_words(change.day, page.word)}: {change.text} {change.because}".rstrip()
        for change in week.changes
    )


def show_sources(page: Page) -> None:
    """How sure: the grades and sources that were named above, in plain words."""
    if not page.grades and not page.sources:
        return
    page.heading("How sure")
    grades = (f"{_word(page, grade)}" for grade in sorted(page.grades))
    page.line("; ".join(grades) + ".", style="dim")
    for key in sorted(page.sources):
        source = page.library.sources.get(key)
        if source is not None:
            page.line(f"{key}  {source.title}", hang=4, style="dim")


def show_proof(page: Page, decision: Decision) -> None:
    """How good the week is proven to be."""
    solver = decision.solver
    if solver is None or solver.status == "none":
        return
    word = page.word
    best = word("the best week that the rules allow")
    near = word("Proven within {gap} % of {best}", gap=f"{100 * solver.gap:.2g}", best=best)
    proof = near if solver.gap else word("Proven {best}", best=best)
    page.out.print()
    page.line(f"{proof} ({word('rules')} {decision.rules}).", style="dim")


def _word(page: Page, grade: str) -> str:
    name = page.word("ours") if grade == "ours" else grade_words(grade, page.word)  # type: ignore[arg-type]
    return f"{name} = {page.library.messages[f'cli.grade.{grade}']}"


def _mid(page: Page, text: str) -> str:
    """A phrase for the middle of a sentence; day names keep their capital."""
    days = tuple(name for key, name in page.library.messages.items() if key.startswith("day."))
    return text if text.startswith(days) else text[:1].lower() + text[1:]
