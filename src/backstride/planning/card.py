"""The mid-run card: at most two standing moves that go with every run and cost no minutes."""

from collections.abc import Collection

from backstride.knowledge import RuleSet
from backstride.planning.problem import Option

PREFERRED = ("lunge_twist", "pelvic_tilt_standing")  # S0 names the first for mid-run relief


def card(options: tuple[Option, ...], raised: Collection[str], rules: RuleSet) -> list[Option]:
    """The moves of the card, the one that the article names first, at the level that they have this week."""
    plain = [option for option in options if option.raised == (option.exercise.id in raised)]
    ranked = sorted(
        plain,
        key=lambda o: (PREFERRED.index(o.exercise.id) if o.exercise.id in PREFERRED else 9, o.exercise.id),
    )
    return ranked[: rules.whole("slot.mid_run_moves")]
