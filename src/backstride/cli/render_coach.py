"""The paths of exercises as a person reads them."""

from collections.abc import Sequence

from rich.text import Text

from backstride.cli.page import Page
from backstride.cli.render_notes import show_sources
from backstride.cli.words import day_words, dose_words, exercise_words, sure_words
from backstride.coaching.path import Path, Step, StepKind
from backstride.decision import Reason

_STEPS: dict[StepKind, str] = {
    "new": "green",
    "swap": "green",
    "up": "cyan",
    "same": "dim",
    "down": "yellow",
    "restart": "yellow",
    "deload": "yellow",
}
_LIGHTS = {"green": "green", "amber": "yellow", "red": "red"}
# Columns: day, level, dose, light, step.
_WIDTHS = (12, 9, 31, 11, 12)
# What a dose rests on stands in the library; here it is the step that counts.
_APART = ("dose.level", "item.")


def show_coach(page: Page, paths: Sequence[Path], wanted: str | None) -> None:
    """Each path under its exercise's name."""
    page.title("Your exercises, step by step")
    if not paths:
        name = page.library.exercises[wanted].name if wanted is not None else ""
        none = page.word("{name}: never done, and not in this week.", name=name) if name else "Nothing yet."
        page.line(none)
    for path in paths:
        page.heading(page.library.exercises[path.exercise].name)
        said: tuple[Reason, ...] = ()
        for step in path.steps:
            _step(page, step, said)
            said = step.why
        _now(page, path)
        page.line(_labelled(page, "Next step:", path.next), indent=2, hang=2)
    show_sources(page)


def _step(page: Page, step: Step, said: tuple[Reason, ...]) -> None:
    """One session; what was said of the session before is not said again."""
    word = page.word
    light = step.light or "not known"
    part = "" if step.full else f" ({word('in part')})"
    dose = dose_words(step, word) + part
    _row(
        page,
        Text(day_words(step.day, word)),
        Text(word("level {n}", n=step.level)),
        Text(dose),
        Text(word(light), style=_LIGHTS.get(light, "dim")),
        Text(word(step.step), style=_STEPS[step.step]),
    )
    told = _told(page, tuple(why for why in step.why if why not in said))
    if told:
        page.line(told, indent=4, hang=2, style="dim")


def _now(page: Page, path: Path) -> None:
    now, word = path.now, page.word
    if now.item is None or now.step is None:
        page.line(_labelled(page, "This week:", now.why), indent=2, hang=2)
        return
    days = ", ".join(day_words(day, word) for day in now.days)
    page.line(Text(word("This week:"), style="bold").append(f" {days}", style="not bold"), indent=2)
    _row(
        page,
        Text(""),
        Text(word("level {n}", n=now.item.level)),
        Text(dose_words(now.item, word)),
        Text(""),
        Text(word(now.step), style=_STEPS[now.step]),
    )
    variant = exercise_words(page.library, path.exercise, now.item.level)
    page.line(f"{variant}. {_told(page, now.why)}", indent=4, hang=2, style="dim")


def _row(page: Page, *cells: Text) -> None:
    row = Text("  ")
    for cell, width in zip(cells, _WIDTHS, strict=True):
        row.append_text(cell).append(" " * max(1, width - cell.cell_len))
    row.rstrip()
    page.out.print(row)


def _labelled(page: Page, label: str, why: tuple[Reason, ...]) -> Text:
    return Text(page.word(label), style="bold").append(f" {_told(page, why)}", style="not bold")


def _told(page: Page, why: tuple[Reason, ...]) -> str:
    """The reasons of a step, each with its rule and how sure it is."""
    return " ".join(_reason(page, one) for one in why if not one.key.startswith(_APART))


def _reason(page: Page, why: Reason) -> str:
    page.cite(why.sources, why.grade)
    sure = ", ".join(filter(None, (why.rule, sure_words(why.sources, why.grade, page.word))))
    return f"{page.own(why.text)} [{sure}]"
