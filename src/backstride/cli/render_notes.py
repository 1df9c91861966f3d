"""What stands under a week: run advice, pain lights, what did not fit, what changed, sources, the proof."""

from datetime import date, timedelta

from rich.text import Text

from backstride.cli.page import Page
from backstride.cli.words import day_words, grade_words, sure_words
from backstride.decision import Decision, RunAdvice, Shortfall, Week

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
        label = "" if line.band in _NOTES else f"{day_words(line.day)}: "
        page.cite(line.sources, line.grade)
        sure = sure_words(line.sources, line.grade)
        page.bullets([f"{label}{line.advice}" + (f" [{sure}]" if sure else "")])
    if fine:
        days = ", ".join(day_words(line.day) for line in fine)
        page.bullets([f"Fine, no more than 1.10 times your longest run of 30 days: {days}."])


def show_lights(page: Page, decision: Decision, today: date) -> None:
    """The pain light of the last days, greens together."""
    since = today - timedelta(days=LIGHT_DAYS)
    lit = [day for day in decision.lights if day.day >= since]
    unlit = [day for day in decision.unlit if day.day >= since]
    if not lit and not unlit:
        return
    page.heading(f"Pain light, the last {LIGHT_DAYS} days")
    for day in lit:
        if day.light != "green":
            mark = Text("- ").append(day.light, style=_LIGHTS[day.light])
            page.line(mark.append(f"  {day_words(day.day)}: {day.why}"), hang=2)
    greens = [day_words(day.day) for day in lit if day.light == "green"]
    if greens:
        shown = f"{greens[0]} to {greens[-1]}" if len(greens) == LIGHT_DAYS else ", ".join(greens)
        page.line(Text("- ").append("green", style="green").append(f"  {shown}"), hang=2)
    for missing in unlit:
        page.bullets([f"not known  {day_words(missing.day)}: {missing.why}"], style="dim")


def show_shortfalls(page: Page, shortfalls: tuple[Shortfall, ...]) -> None:
    """What could not be had, why, and the smallest change that would mend it."""
    if not shortfalls:
        return
    page.heading("What did not fit")
    for short in shortfalls:
        page.cite(short.sources, None)
        text = f"Wanted {_mid(short.wanted)}, got {_mid(short.got)}, because {_mid(short.because)}"
        mend = f" Smallest change: {short.smallest_change.rstrip('.')}." if short.smallest_change else ""
        page.bullets([text.rstrip(".") + "." + mend])


def show_changes(page: Page, week: Week) -> None:
    """What differs from the week decided before."""
    if not week.changes:
        return
    page.heading("Changed since the week before")
    page.bullets(f"{day_words(change.day)}: {change.text}" for change in week.changes)


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
    best = "the best week that the rules allow"
    proof = f"Proven within {100 * solver.gap:.2g} % of {best}" if solver.gap else f"Proven {best}"
    page.out.print()
    page.line(f"{proof} (rules {decision.rules}).", style="dim")


def _word(page: Page, grade: str) -> str:
    name = "ours" if grade == "ours" else grade_words(grade)  # type: ignore[arg-type]
    return f"{name} = {page.library.messages[f'cli.grade.{grade}']}"


def _mid(text: str) -> str:
    """A phrase for the middle of a sentence; day names keep their capital."""
    return (
        text[:1].lower() + text[1:] if not text[:3].endswith("day") and text[:1] != text[:2].upper() else text
    )
