"""A session as rows: what changed, the exercise by name, the dose, how sure; and why in a line."""

from dataclasses import dataclass, field
from datetime import date

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from backstride.cli.page import ACCENT, Page
from backstride.cli.words import day_words, dose_words, exercise_words, rest_words, slot_words, sure_words
from backstride.decision import Item, Reason, Session

_MARKS = {"new": "green", "up": ACCENT, "down": "yellow"}
_DOSE = ("dose.level", "routine.dose")
# Columns: name, dose, how sure.
_NARROW, _WIDE = (28, 25, 16), (30, 24, 17)
Card = tuple[tuple[str, int, str], ...]


@dataclass
class Sessions:
    """Shows sessions one after another; what was said once is not said again.

    `full` adds rests and what each exercise is for. `plain` names exercises without their level's variant,
    for routines, which have doses but no levels.
    """

    page: Page
    full: bool = False
    plain: bool = False
    named: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    cards: dict[Card, date] = field(default_factory=dict)

    def show(self, session: Session, day: date) -> None:
        """Prints one session."""
        word = self.page.word
        heading = slot_words(session.slot, word)
        if session.slot == "mid_run":
            card = tuple((item.exercise, item.level, dose_words(item)) for item in session.items)
            first = self.cards.setdefault(card, day)
            if first != day:
                same = word("the same card as on {day}", day=day_words(first, word))
                self.page.line(_heading(f"{heading}: {same}"), indent=2)
                return
            heading += word(", only if your back tightens")
        else:
            heading += f", {session.minutes} min"
        self.page.line(_heading(heading), indent=2)
        if self.full:
            for item in session.items:
                self._rows_of((item,))
                self._told_once(item.why[:1], indent=9)
        elif session.items:
            self._rows_of(session.items)
        self._why(session)

    def _rows_of(self, items: tuple[Item, ...]) -> None:
        self.page.out.print(Padding(self._rows(items), (0, 0, 0, 4), expand=False))

    def _rows(self, items: tuple[Item, ...]) -> Table:
        wide = self.page.wide and not self.full
        table = Table.grid(padding=(0, 1, 0, 0), expand=False)
        marks = max(4, *(len(self.page.word(mark)) for mark in _MARKS))
        for width, style in zip((marks, *(_WIDE if wide else _NARROW)), ("", "", "", "dim"), strict=True):
            table.add_column(width=width, style=style)
        if wide:
            table.add_column(style="dim")
        word = self.page.word
        for item in items:
            mark = "" if item.change == "same" else item.change
            dose = ", ".join(
                filter(None, (dose_words(item, word), rest_words(item, word) if self.full else ""))
            )
            name = exercise_words(self.page.library, item.exercise, item.level, plain=self.plain)
            row = (Text(word(mark), style=_MARKS.get(mark, "")), name, dose, self._sure(item))
            table.add_row(*row, *([self._for(item)] if wide else []))
        return table

    def _sure(self, item: Item) -> str:
        reason = next((r for r in reversed(item.why) if r.key.startswith(_DOSE)), None)
        if reason is None:
            return ""
        self.page.cite(reason.sources, reason.grade)
        return sure_words(reason.sources, reason.grade, self.page.word)

    def _for(self, item: Item) -> str:
        """The parts of the body that it is for, the first time that it comes."""
        if item.exercise in self.named:
            return ""
        self.named.add(item.exercise)
        regions = next((str(r.values["regions"]) for r in item.why if r.values.get("regions")), "")
        return regions.replace(self.page.library.message("list.and", {"first": "", "last": ""}), ", ")

    def _why(self, session: Session) -> None:
        """The first reason always, any other only where it was not told before."""
        self.told.difference_update(r.text for r in session.why[:1])
        self._told_once(session.why, indent=4)

    def _told_once(self, why: tuple[Reason, ...], *, indent: int) -> None:
        reasons = [reason for reason in why if reason.text not in self.told]
        self.told.update(reason.text for reason in reasons)
        if reasons:
            self.page.line(" ".join(self._told(r) for r in reasons), indent=indent, style="dim")

    def _told(self, reason: Reason) -> str:
        self.page.cite(reason.sources, reason.grade)
        sure = sure_words(reason.sources, reason.grade, self.page.word)
        return self.page.own(reason.text) + (f" [{sure}]" if sure else "")


def _heading(text: str) -> Text:
    return Text(text, style=ACCENT)
