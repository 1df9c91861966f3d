"""The fewest minutes that help, found with few questions: each of them is a week solved again."""

from collections.abc import Callable


def fewest(helps: Callable[[int], bool], most: int, guess: int | None = None) -> int | None:
    """The fewest of 1 to `most` that help, where one less does not; `None` where `most` does not either.

    Asks about the neighbours of a `guess` first, then halves what is left.
    """
    if not helps(most):
        return None
    too_few, enough = 0, most
    near = [] if guess is None else [guess, guess - 1, guess + 1]
    for minutes in near:
        if too_few < minutes < enough:
            too_few, enough = (too_few, minutes) if helps(minutes) else (minutes, enough)
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        too_few, enough = (too_few, middle) if helps(middle) else (middle, enough)
    return enough
