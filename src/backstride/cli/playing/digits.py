"""Numbers large enough to be read from the floor: five lines of blocks."""

_ROWS = {
    "0": ("███", "█ █", "█ █", "█ █", "███"),
    "1": (" █ ", "██ ", " █ ", " █ ", "███"),
    "2": ("███", "  █", "███", "█  ", "███"),
    "3": ("███", "  █", "███", "  █", "███"),
    "4": ("█ █", "█ █", "███", "  █", "  █"),
    "5": ("███", "█  ", "███", "  █", "███"),
    "6": ("███", "█  ", "███", "█ █", "███"),
    "7": ("███", "  █", "  █", "  █", "  █"),
    "8": ("███", "█ █", "███", "█ █", "███"),
    "9": ("███", "█ █", "███", "  █", "███"),
}


def large(number: int) -> list[str]:
    """Five lines that show a number of 0 or more, each block two columns wide."""
    digits = [_ROWS[digit] for digit in str(number)]
    rows = ("  ".join(digit[line] for digit in digits) for line in range(5))
    return ["".join(2 * block for block in row) for row in rows]
