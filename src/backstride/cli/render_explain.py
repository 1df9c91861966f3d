"""The objective of a week as a person reads it: terms, exercises, proof."""

from rich.padding import Padding
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import day_words, exercise_words, slot_words, sure_words
from backstride.planning.weighed import Weighed, WeighedItem, WeighedTerm
from backstride.terms import Grade

# A term in two or three words; strength and activation work is settled before the rest.
NAMES = {
    "strength": "strength days",
    "hard.need": "need, strength and activation",
    "hard.whole": "activation not alone",
    "hard.likely": "likely, strength and activation",
    "hard.stability": "steady, strength and activation",
    "mobility.need": "need, mobility",
    "runs": "warm-up and cool-down",
    "whole": "whole sessions",
    "likely": "likely to be done",
    "stability": "steady",
}
_STEPS = ("First, the strength days", "Then strength and activation work", "Then all else")


def show_weighed(page: Page, weighed: Weighed, rules: str) -> None:
    """Terms by step, then what each exercise adds, then the proof."""
    page.title("What was weighed")
    page.line(
        "Each step is settled before the next. A weight that is 'ours' is our own choice, open to review.",
        style="dim",
    )
    for step, heading in enumerate(_STEPS, 1):
        page.heading(heading)
        for term in weighed.terms:
            if term.step == step:
                _term(page, term)
    page.heading("What each exercise adds")
    page.line("What would be lost were it taken out and all else left as it is.", style="dim")
    for number, item in enumerate(weighed.items):
        first = number == 0 or (item.day, item.slot) != _place(weighed.items[number - 1])
        _item(page, item, first=first)
    _proof(page, weighed, rules)


def show_routine(page: Page) -> None:
    """A routine as written: nothing was weighed."""
    page.line(page.library.message("why.routine", {}))


def points_words(page: Page, points: dict[str, int], sign: str = "+") -> str:
    """Points by term in a row: `need, mobility +168, likely to be done -150`."""
    other = {"+": "-", "-": "+"}[sign]
    return ", ".join(
        f"{page.word(NAMES[term])} {sign if value > 0 else other}{abs(value)}"
        for term, value in points.items()
    )


def regions_words(page: Page, regions: dict[str, int]) -> str:
    """Regions with their points: `Hip joints 72, Inner thighs 20`."""
    return ", ".join(f"{page.library.regions[region].name} {gain}" for region, gain in regions.items())


def _term(page: Page, term: WeighedTerm) -> None:
    grade: Grade | None = "ours" if all(weight.grade == "ours" for weight in term.weights) else None
    text = page.word(
        "{name}: {points}, of {least} to {most}.",
        name=page.word(NAMES[term.name]).capitalize(),
        points=term.points,
        least=term.least,
        most=term.most,
    )
    sure = sure_words((), grade, page.word)
    mark = f"{term.rule}, {sure}" if sure else term.rule
    page.line(f"- {text} {term.reason} [{mark}]", hang=2)
    table = Table.grid(padding=(0, 1, 0, 0), expand=False)
    for weight in term.weights:
        value = (
            weight.value if not isinstance(weight.value, tuple | list) else ", ".join(map(str, weight.value))
        )
        table.add_row(weight.id, f"{value} {weight.unit}")
    page.out.print(Padding(table, (0, 0, 0, 4), expand=False), style="dim")


def _item(page: Page, item: WeighedItem, *, first: bool) -> None:
    if first:
        page.line(f"{day_words(item.day, page.word)}, {slot_words(item.slot, page.word).lower()}", indent=2)
    name = exercise_words(page.library, item.exercise, item.level)
    adds = points_words(page, item.adds) or page.word("nothing")
    regions = regions_words(page, item.regions)
    page.line(f"{name}: {adds}" + (f" ({regions})" if regions else ""), indent=4, hang=2)


def _place(item: WeighedItem) -> tuple[object, str]:
    return item.day, item.slot


def _proof(page: Page, weighed: Weighed, rules: str) -> None:
    solver = weighed.solver
    page.heading("Proof")
    text = page.word(
        "{points} points in the second and third step; no week can have more than {bound}, a gap of {gap} %.",
        points=solver.objective,
        bound=solver.bound,
        gap=f"{100 * solver.gap:.2g}",
    )
    page.line(f"{text} {page.word('The strength days are proven outright.')} ({page.word('rules')} {rules})")
