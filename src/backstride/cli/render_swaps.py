"""Which exercises give way this week, and what takes over."""

from backstride.cli.page import Page
from backstride.cli.words import sure_words
from backstride.decision import Week


def show_swaps(page: Page, week: Week) -> None:
    """A line for each, with its reason; those that rest together in one."""
    if not week.swaps:
        return
    page.heading("Exercises that give way")
    resting: dict[str, list[str]] = {}
    for swap in week.swaps:
        page.cite(swap.why.sources, swap.why.grade)
        sure = ", ".join(
            filter(None, (swap.why.rule, sure_words(swap.why.sources, swap.why.grade, page.word)))
        )
        why = f"{page.own(swap.why.text)} [{sure}]"
        if swap.instead is None:
            resting.setdefault(why, []).append(_name(page, swap.exercise))
            continue
        names = page.word(
            "{name}, now {instead}", name=_name(page, swap.exercise), instead=_name(page, swap.instead)
        )
        page.bullets([f"{names}: {why}"])
    page.bullets(f"{', '.join(names)}: {why}" for why, names in resting.items())


def _name(page: Page, exercise: str) -> str:
    record = page.library.exercises.get(exercise)
    return record.name if record is not None else exercise
