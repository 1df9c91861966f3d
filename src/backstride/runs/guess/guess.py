"""One event to a planned session, or to the reason why it is none."""

import re
from dataclasses import replace

from backstride.runs.guess.amounts import Amount
from backstride.runs.guess.distance import distance_in, race_named
from backstride.runs.guess.duration import duration_in
from backstride.runs.guess.intervals import repeated_in
from backstride.runs.guess.kind import Kind, Words
from backstride.runs.guess.labels import labelled_distance, labelled_duration
from backstride.runs.guess.text import DESCRIPTION, TITLE, folded, plain
from backstride.runs.guess.values import Entry, Event, Guess, NotTaken, T, Told
from backstride.scenario import Planned
from backstride.terms import DayKind

# An appointment of this length may be the run itself; others are the evening or the whole day.
_LEAST_S, _MOST_S = 600.0, 6 * 3600.0
# "Week 5: 50 km" is a sum and no run.
_WEEK = re.compile(r"(?<![a-z])(?:week|wk|woche|semaine|semana|minggu)(?![a-z])")
_AND = re.compile(r"[+&,/]|\b(?:and|then|or|und|oder|et|ou|y|o|dan|atau)\b")


class _Text:
    """A text with what was found in it."""

    def __init__(self, text: str, most: int, *, amount: bool = False) -> None:
        self.shown = plain(text, most)
        self.text = folded(self.shown)
        repeated = list(repeated_in(self.text))
        self.distance = distance_in(self.text, repeated)
        self.duration = duration_in(self.text, repeated)
        self.race = race_named(self.text)
        self.words = Words(
            self.text,
            amount=amount or self.distance is not None or self.duration is not None,
            on_foot=self.distance is not None,
            repeated=[(each.start, each.end) for each in repeated],
        )

    def told(self, value: T, found: Amount | Kind, *, sure: bool = True) -> Told[T]:
        return Told(value, self.shown[found.start : found.end].strip(), sure=sure and found.sure)


def guess(event: Event) -> Entry | NotTaken:
    """What an event of a calendar plans."""
    own = event.distance_m or event.duration_s
    title = _Text(event.title, TITLE, amount=own is not None)
    description = _Text(event.description, DESCRIPTION)

    def no(reason: str) -> NotTaken:
        return NotTaken(event.day, title.shown, reason)

    off = title.words.first("off")
    if off is not None:
        return no(f"{title.words.said(off)!r} in its title")
    amount = title.distance or title.duration or own
    other = title.words.first("no")
    if other is not None and not (amount and (title.words.kinds or title.words.first("run"))):
        return no(f"{title.words.said(other)!r} in its title: taken for another appointment")
    kind = _kind(title, description)
    if kind is None and event.distance_m:
        # A line of a table that has a distance of its own is of training.
        kind = Told("easy", title.shown, sure=False)
    if kind is None:
        if title.words.lone:
            return no(f"{title.words.said(title.words.lone[0])!r} alone in its title says too little")
        return no("no word of training in it")
    if other is not None:
        kind = replace(kind, sure=False)
    distance = _field(event.distance_m) or _distance(title, description)
    duration = _field(event.duration_s) or _duration(title, description, event, far=distance is not None)
    if kind.value == "rest":
        distance = duration = None
    found = Guess(kind, distance, duration)
    return Entry(planned(event, found), title.shown, found)


def planned(event: Event, found: Guess) -> Planned:
    """The entry of a scenario's calendar that a guess comes to; metres and seconds are whole."""
    return Planned(
        day=event.day,
        kind=found.kind.value,
        distance_m=round(found.distance.value) if found.distance else None,
        duration_s=round(found.duration.value) if found.duration else None,
    )


def _kind(title: _Text, description: _Text) -> Told[DayKind] | None:
    """From the title; where that only says that there is a session, from the description."""
    own = title.words.kind()
    if title.race is not None and (own is None or (own.kind == "easy" and not own.sure)):
        return title.told("race", title.race, sure=False)
    run = title.words.first("run")
    if own is not None and own.kind == "cross" and run is not None and _AND.search(title.text):
        return Told("easy", title.shown[run.start : run.end], sure=False)
    if own is not None:
        return title.told(own.kind, own)
    far = title.distance
    more = description.words.kind()
    session = title.words.first("session")
    if run is None and far is None and not session and title.duration is None:
        # The title says nothing of training; the description has to say all of it.
        evident = description.distance or description.duration or labelled_distance(description.text)
        if more is None or evident is None or title.words.lone or not _is_run(description):
            return None
    if more is not None and more.kind != "rest":
        return description.told(more.kind, more, sure=False)
    if run is not None:
        return Told("easy", title.shown[run.start : run.end], sure=False)
    if far is not None and not _WEEK.search(title.text):
        return title.told("easy", far, sure=False)
    behind = labelled_distance(description.text)
    return description.told("easy", behind, sure=False) if session and behind else None


def _field(value: float | None) -> Told[float] | None:
    return Told(value, "a field of its own", sure=True) if value else None


def _is_run(description: _Text) -> bool:
    return description.words.first("run") is not None or any(hit.strong for hit in description.words.kinds)


def _distance(title: _Text, description: _Text) -> Told[float] | None:
    run = title.words.first("run")
    if run is not None and title.words.first("sport") is not None:
        # Of a ride and a run only what stands behind the run counts.
        found = distance_in(title.text[run.start :], [])
        shown = title.shown[run.start :]
        return Told(found.value, shown[found.start : found.end].strip(), sure=False) if found else None
    for text, named in ((title, title.distance), (description, labelled_distance(description.text))):
        if named is not None:
            return text.told(named.value, named)
    more = description.distance
    # Of several distances in a description none need be that of the day.
    if title.duration is None and more is not None and not more.picked:
        return description.told(more.value, more, sure=False)
    return None


def _duration(title: _Text, description: _Text, event: Event, *, far: bool) -> Told[float] | None:
    for text, named in ((title, title.duration), (description, labelled_duration(description.text))):
        if named is not None:
            return text.told(named.value, named)
    if far:
        return None
    more = description.duration
    if more is not None and not more.picked:
        return description.told(more.value, more, sure=False)
    if event.lasts_s is not None and _LEAST_S <= event.lasts_s <= _MOST_S:
        return Told(event.lasts_s, "the time set aside", sure=False)
    return None
