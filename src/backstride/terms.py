"""The field's own words as types, shared by every room; nothing here knows anything but the words."""

from typing import Literal

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Experience = Literal["new", "regular", "experienced"]
Goal = Literal["prevent", "ease", "return"]
Equipment = Literal["strap", "wall", "mat", "weight", "chair"]
Position = Literal["standing", "kneeling", "half_kneeling", "quadruped", "prone", "supine", "side_lying"]

RunKind = Literal["easy", "long", "quality", "race"]
DayKind = Literal["easy", "long", "quality", "race", "cross", "rest"]
RUN_KINDS: tuple[RunKind, ...] = ("easy", "long", "quality", "race")

Slot = Literal["pre_run", "mid_run", "post_run", "cross", "recovery"]
SLOTS: tuple[Slot, ...] = ("pre_run", "mid_run", "post_run", "cross", "recovery")

Quality = Literal["dynamic_mobility", "static_mobility", "activation", "strength"]
Change = Literal["same", "up", "down", "new"]
Variable = Literal["reps", "hold", "sets", "duration", "variant", "load"]

Answer = Literal["yes", "no", "unsure"]
Tier = Literal["emergency", "urgent", "soon", "self_care"]
TIERS: tuple[Tier, ...] = ("emergency", "urgent", "soon", "self_care")
Light = Literal["green", "amber", "red"]

# How well a number is known; `ours` is a choice of this project that a clinician should review.
Grade = Literal["trial", "review", "guideline", "cohort", "source", "convention", "ours"]
