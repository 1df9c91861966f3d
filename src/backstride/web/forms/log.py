"""A session as it was done: each exercise set by set, the effort, the pain."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.web.deciding.sessions import Line
from backstride.web.forms.fields import Choices, Data, Scale
from backstride.week_words import exercise_words
from backstride.wording import dose_words

# What a set may hold, its words, and its most.
_AMOUNTS = {
    "reps": (_("Set %(n)s: times"), 1000),
    "hold_s": (_("Set %(n)s: seconds held"), 3600),
    "duration_s": (_("Set %(n)s: seconds"), 3600),
}
_AS_WHOLE: Choices = [("", _("as the whole")), *((str(n), str(n)) for n in range(11))]
_SALT = "log"
Record = dict[str, Any]


@dataclass(frozen=True)
class Shown:
    """What a log page shows: the key that makes its log unique, and the exercises."""

    key: str
    lines: tuple[Line, ...]

    def signed(self) -> str:
        """As it travels with the form, so that a replan meanwhile changes nothing."""
        return signing.dumps([self.key, [astuple(line) for line in self.lines]], salt=_SALT, compress=True)

    @classmethod
    def read(cls, text: str) -> "Shown | None":
        """What a form was sent with; None where that was not made here."""
        try:
            key, lines = signing.loads(text, salt=_SALT)
        except signing.BadSignature:
            return None
        return cls(key, tuple(Line(*line) for line in lines))


class LogForm(forms.Form):
    """The log of a session; `record` is what was logged before."""

    effort = Scale(
        label=_("How hard was it?"),
        help_text=_("0 is no effort, 10 is all that you have. Left open, nothing gets harder for it."),
        required=False,
    )
    pain_during = Scale(label=_("The worst pain while you did it"), required=False)
    pain_before = Scale(label=_("Pain before you began"), required=False)
    limp = forms.BooleanField(label=_("I limped, or moved so as to spare one side"), required=False)
    new_leg_symptoms = forms.BooleanField(
        label=_("Something new in a leg: pain, tingling, numbness or weakness"), required=False
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Data = None, *, shown: Shown, record: Record | None = None, library: Library
    ) -> None:
        self.lines, self._library = shown.lines, library
        super().__init__(data, initial={**_initial(shown.lines, record), "shown": shown.signed()})
        for at, line in enumerate(self.lines):
            name = exercise_words(library, line.exercise, line.level)
            self.fields[f"did_{at}"] = forms.BooleanField(label=name, required=False)
            effort = Scale(label=_("How hard was this one?"), required=False, widget=forms.Select)
            effort.choices = _AS_WHOLE
            self.fields[f"effort_{at}"] = effort
            for field, n, amount in _amounts(at, line):
                self.fields[field] = _number(n, amount)

    def exercises(self) -> list[dict[str, Any]]:
        """Each exercise as the page shows it: the dose in words, and its fields."""
        return [
            {
                "dose": dose_words(line, self._library.word),
                "did": self[f"did_{at}"],
                "effort": self[f"effort_{at}"],
                "sets": [self[field] for field, _n, _amount in _amounts(at, line)],
            }
            for at, line in enumerate(self.lines)
        ]

    def clean(self) -> Record:
        """Refuses a log without an exercise: that would be a session that was not done."""
        told = self.cleaned_data
        if not any(told.get(f"did_{at}") for at in range(len(self.lines))):
            raise forms.ValidationError(_("Tick at least one exercise that you did."))
        return told

    def told(self) -> Record:
        """The fields of the record that the form asks for."""
        told = self.cleaned_data
        names = ("pain_before", "pain_during", "limp", "new_leg_symptoms")
        items = [self._item(at, line) for at, line in enumerate(self.lines) if told[f"did_{at}"]]
        return {**{name: told[name] for name in names}, "items": items}

    def _item(self, at: int, line: Line) -> Record:
        told, effort = self.cleaned_data, self.cleaned_data[f"effort_{at}"]
        sets: list[Record] = [{} for _n in range(line.sets)]
        for field, n, amount in _amounts(at, line):
            if told[field] is not None:
                sets[n][amount] = told[field]
        return {
            "exercise": line.exercise,
            "level": line.level,
            "done": [done for done in sets if any(done.values())],
            "effort": effort if effort is not None else told["effort"],
        }


def _amounts(at: int, line: Line) -> list[tuple[str, int, str]]:
    """The name, the number from 0 and the kind of each amount of each set."""
    kinds = [amount for amount in _AMOUNTS if getattr(line, amount) is not None]
    return [(f"{amount}_{at}_{n}", n, amount) for n in range(line.sets) for amount in kinds]


def _initial(lines: Sequence[Line], record: Record | None) -> Record:
    """The plan as it stands or, where it was logged before, what was done."""
    told = dict(record or {})
    items = {item["exercise"]: item for item in told.pop("items", ())}
    efforts = {item["effort"] for item in items.values()}
    found: Record = {name: _choice(value) for name, value in told.items()}
    if len(efforts) == 1:
        found["effort"] = _choice(next(iter(efforts)))
    for at, line in enumerate(lines):
        item = items.get(line.exercise)
        found[f"did_{at}"] = record is None or item is not None
        if item is not None and len(efforts) > 1:
            found[f"effort_{at}"] = _choice(item["effort"])
        for field, n, amount in _amounts(at, line):
            done = item["done"] if item is not None else None
            if done is None:
                found[field] = getattr(line, amount)
            elif n < len(done):
                value = done[n][amount]
                found[field] = None if value is None else round(value)
    return found


def _choice(value: Any) -> Any:
    """A score as its choice is named; anything else as it is."""
    return f"{value:.0f}" if isinstance(value, float) else value


def _number(n: int, amount: str) -> forms.IntegerField:
    words, most = _AMOUNTS[amount]
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    label = words % {"n": n + 1}
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False, widget=widget)
