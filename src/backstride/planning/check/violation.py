"""What the checker says when a decision breaks a rule."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Violation:
    """A broken rule: its id (`H1`-`H16` or `contract`), where in the decision, and one plain sentence."""

    rule: str
    where: str
    text: str
