"""An answer to `why` as a person reads it."""

from backstride.cli.page import Page
from backstride.cli.render_explain import points_words, regions_words
from backstride.cli.words import day_words, slot_words, sure_words
from backstride.planning.dose_path import DosePath
from backstride.planning.why import STRENGTH, Answer, Rival, Standing

_MOST = 12  # lines of other exercises; the rest are counted
_LAST = 5  # sessions of the log


def show_answer(page: Page, answer: Answer) -> None:
    """Why it stands there, or what keeps it out."""
    page.title(_asked(page, answer))
    if answer.reasons:
        page.heading("Rules that led to it")
    for reason in answer.reasons:
        sure = sure_words(reason.sources, reason.grade, page.word)
        page.line(f"- {reason.rule}  {page.own(reason.text)} [{sure}]", hang=2)
    if answer.path is not None:
        _path(page, answer.path)
    if answer.adds:
        page.heading("What it adds")
        page.line(points_words(page, answer.adds))
        if answer.regions:
            page.line(regions_words(page, answer.regions), style="dim")
    page.out.print()
    page.line(answer.says, style="bold" if not answer.placed else "")
    for binding in answer.conflict:
        page.line(f"- {binding.rule}  {binding.text}", indent=2, hang=2)
    if answer.rival is not None:
        _rival(page, answer.rival)


def _asked(page: Page, answer: Answer) -> str:
    asked = answer.asked
    name = (
        page.word("Strength work")
        if asked.exercise == STRENGTH
        else page.library.exercises[asked.exercise].name
    )
    slot = f", {slot_words(asked.slot, page.word).lower()}" if asked.slot is not None else ""
    placed = page.word("in the week") if answer.placed else page.word("not in the week")
    return f"{name}, {day_words(asked.day, page.word)}{slot}: {placed}"


def _path(page: Page, path: DosePath) -> None:
    page.heading("Where its dose comes from")
    sure = sure_words(path.sources, path.grade, page.word)
    text = page.word("Level {level}, {variant}", level=path.level, variant=page.word(path.variant))
    page.line(f"{text} [{sure}]")
    if not path.log:
        page.line("Not in the log yet.", style="dim")
    for step in path.log[-_LAST:]:
        effort = page.word("effort {n}", n=f"{step.effort:g}") if step.effort is not None else ""
        whole = page.word("every set whole") if step.full else page.word("not every set whole")
        level = page.word("level {n}", n=step.level)
        text = ", ".join(filter(None, (level, whole, effort)))
        page.line(f"- {day_words(step.day, page.word)}: {text}", hang=2)


def _rival(page: Page, rival: Rival) -> None:
    for sign, items in (("+", rival.comes), ("-", rival.goes)):
        for item in items[:_MOST]:
            page.line(f"{sign} {_standing(page, item)}", indent=2, hang=2)
        if len(items) > _MOST:
            page.line(f"{sign} {page.word('and {n} more', n=len(items) - _MOST)}", indent=2)
    lost = points_words(page, rival.loses, "-") or page.word("nothing")
    page.line(f"{page.word('By term that week differs by')}: {lost}.")


def _standing(page: Page, item: Standing) -> str:
    place = f"{day_words(item.day, page.word)}, {slot_words(item.slot, page.word).lower()}"
    return f"{place}: {page.library.exercises[item.exercise].name}"
