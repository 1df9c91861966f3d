"""Times in words, and names made safe to print."""


def spell(seconds: float) -> str:
    """A duration in words: "24 h 3 min", "38 min", "45 s"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def printable(name: str) -> str:
    """A file's name without what could steer a terminal or break UTF-8."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)
