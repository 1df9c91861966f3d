"""The words of each cue: what is shown (at most nine words) and what is said, in the library's language."""

from backstride.knowledge.library import Library
from backstride.sessions.line import Line
from backstride.sessions.script import Part, Side, Utterance
from backstride.sessions.speech import Speech

COUNTED_HOLD_S = 5  # a shorter hold is over before a countdown helps
LAST_S = 5  # seconds that are counted down
BREATH_EVERY_S = 15.0


class Words:
    """The words of one line's cues."""

    def __init__(self, library: Library, line: Line) -> None:
        self.library, self.line = library, line
        self.name = line.exercise.name

    def change(self, seconds: float, *, first: bool) -> tuple[str, tuple[Utterance, ...]]:
        """On the way to the exercise."""
        speech = Speech(seconds)
        key = "cue.say_first" if first else "cue.say_next"
        speech.add(0, [self._text(key, name=self.name), self.name])
        return self._text("cue.change", name=self.name), speech.spoken()

    def ready(self, seconds: float, side: Side | None) -> tuple[str, tuple[Utterance, ...]]:
        """The countdown: the exercise, the set, the side."""
        speech, sets = Speech(seconds), self.line.dose.sets
        whole = self.name if sets == 1 else self._text("cue.say_set_of", name=self.name, n=1, sets=sets)
        speech.add(0, [self._sided(whole, side), self._sided(self.name, side), self.name])
        return self._sided(self._text("cue.ready", name=self.name), side), speech.spoken()

    def repetition(
        self, parts: tuple[Part, ...], n: int, side: Side | None, *, second: bool, breathe: bool
    ) -> tuple[str, tuple[Utterance, ...]]:
        """One repetition: its number, the hold, in one of them the breath.

        `second`: of two sides in turn it is the second one, whose number was said with the first.
        """
        speech = Speech(sum(part.seconds for part in parts))
        move, hold = parts[0], next((part for part in parts if part.phase == "hold"), None)
        speech.add(0, self._number(n, side, hold, second=second), move.seconds)
        if breathe and move.breath != "steady":
            speech.add(0, [self._breath(move)], move.seconds)
        if hold is not None:
            self._hold(speech, hold.at_s, hold.seconds)
        if breathe and parts[-1].breath != "steady" and parts[-1].breath != move.breath:
            speech.add(parts[-1].at_s, [self._breath(parts[-1])])
        shown = self._text("cue.rep", n=n, reps=self.line.dose.reps)
        return self._sided(shown, side), speech.spoken()

    def hold(self, seconds: float, side: Side | None) -> tuple[str, tuple[Utterance, ...]]:
        """A set's hold: a reminder to breathe, and its last seconds."""
        speech = Speech(seconds)
        speech.add(0, [self._text("cue.hold")], seconds - LAST_S)
        at = BREATH_EVERY_S / 3
        while at < seconds - LAST_S:
            speech.add(at, [self._text("cue.say_breathe")], seconds - LAST_S)
            at += BREATH_EVERY_S
        speech.count_down(seconds, LAST_S)
        return self._sided(self._text("cue.hold"), side), speech.spoken()

    def flow(self, parts: tuple[Part, ...], side: Side | None) -> tuple[str, tuple[Utterance, ...]]:
        """Moving on: the breath of a round now and then, and the last seconds."""
        seconds = sum(part.seconds for part in parts)
        speech, again = Speech(seconds), 0.0
        for move, back in zip(parts[::2], parts[1::2], strict=True):
            if move.at_s < again or move.breath == back.breath:
                continue
            if speech.add(move.at_s, [self._breath(move)], min(back.at_s, seconds - LAST_S)):
                speech.add(back.at_s, [self._breath(back)], seconds - LAST_S)
                again = move.at_s + BREATH_EVERY_S
        speech.count_down(seconds, LAST_S)
        return self._sided(self._text("cue.flow"), side), speech.spoken()

    def switch(self, seconds: float, side: Side, n: int | None) -> tuple[str, tuple[Utterance, ...]]:
        """To the other side; `n` is the set that begins with it, if one does."""
        speech, texts = Speech(seconds), [self._sided(self._text("cue.say_switch"), side)]
        if n is not None:
            again = self._text("cue.say_set", n=n, sets=self.line.dose.sets)
            texts = [self._sided(again, side), *texts]
        speech.add(0, [*texts, self._text("cue.say_switch")])
        return self._text("cue.switch", side=self._text(f"cue.{side}")), speech.spoken()

    def rest(self, seconds: float, side: Side | None, n: int) -> tuple[str, tuple[Utterance, ...]]:
        """A rest before set `n`, which is called when the rest ends."""
        speech, sets = Speech(seconds), self.line.dose.sets
        speech.add(0, [self._text("cue.say_rest", seconds=f"{seconds:g}"), self._text("cue.rest")])
        again = self._text("cue.say_set", n=n, sets=sets)
        speech.add(seconds - LAST_S, [self._sided(again, side), again])
        return self._text("cue.rest_before", n=n, sets=sets), speech.spoken()

    def _number(self, n: int, side: Side | None, hold: Part | None, *, second: bool) -> list[str]:
        if side is not None and self.line.reps_alternate:
            if second:
                return [self._text(f"cue.{side}")] if n == 1 else []
            if n == 1:
                named = self._text(f"cue.{side}")
                return [self._text("cue.say_first_rep", side=named), named, str(n)]
        # Beside a hold that is counted down a bare number could be taken for its seconds.
        counted = hold is not None and hold.seconds >= COUNTED_HOLD_S
        return [self._text("cue.say_rep", n=n), str(n)] if counted else [str(n)]

    def _hold(self, speech: Speech, at_s: float, seconds: float) -> None:
        end = at_s + seconds
        if seconds < COUNTED_HOLD_S:
            speech.add(at_s, [self._text("cue.hold")], end)
            return
        speech.add(at_s, [self._text("cue.hold")], end - LAST_S)
        speech.count_down(end, LAST_S)

    def _breath(self, part: Part) -> str:
        return self._text("cue.say_breathe_in" if part.breath == "in" else "cue.say_breathe_out")

    def _sided(self, text: str, side: Side | None) -> str:
        return text if side is None else self._text("cue.sided", text=text, side=self._text(f"cue.{side}"))

    def _text(self, key: str, **values: object) -> str:
        return self.library.message(key, values)
