"""How a command says no: bad input with one clear line, or a finding that is already on the screen."""


class BadInput(Exception):
    """What was given cannot be used; the message names the file or field and the reason. Exit code 2."""


class Finding(Exception):
    """The command did its work and found something: a violation, or that there is no week. Exit code 1."""


def one_line(message: str, most: int = 3) -> str:
    """A message of several lines as one: the first few faults, the others counted; nothing unprintable."""
    lines = [line.strip() for line in message.splitlines() if line.strip()] or ["no reason given"]
    more = len(lines) - most
    shown = "; ".join(lines[:most]) + (f"; and {more} more" if more > 0 else "")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in shown)
