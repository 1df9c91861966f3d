"""Translations of the pages: a .po file read, and the .mo file that Python's gettext reads at run time.

No other program is needed for it; docs/adr says why both files are kept.
"""

import ast
import struct
from dataclasses import dataclass
from pathlib import Path

_MAGIC = 0x950412DE
_HEAD = struct.Struct("<7I")
_PAIR = struct.Struct("<2I")
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr")


@dataclass(frozen=True)
class Message:
    """A text and its translations: one or, where there is a plural, one for each of its forms."""

    text: str
    plural: str
    told: tuple[str, ...]
    context: str = ""
    fuzzy: bool = False

    @property
    def key(self) -> str:
        """As gettext looks it up."""
        whole = f"{self.text}\0{self.plural}" if self.plural else self.text
        return f"{self.context}\4{whole}" if self.context else whole


def read_po(text: str) -> list[Message]:
    """The messages of a .po file in its order, the header (an empty text) included.

    Raises:
        ValueError: a line that is none of a .po file; names it by its number.
    """
    found: list[Message] = []
    parts: dict[str, str] = {}
    fuzzy, at = False, ""
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        word, _, rest = line.strip().partition(" ")
        if word.startswith("#"):
            fuzzy = fuzzy or (word == "#," and "fuzzy" in rest)
        elif word.startswith('"') and at:
            parts[at] += _string(line.strip(), number)
        elif word.split("[")[0] in _KEYWORDS:
            at = word
            parts[at] = _string(rest, number)
        elif word:
            raise ValueError(f"line {number}: not of a .po file")
        elif parts:
            found.append(_message(parts, fuzzy))
            parts, fuzzy, at = {}, False, ""
    return found


def mo_of(messages: list[Message]) -> bytes:
    """The .mo file of what is translated: little endian, sorted, without a hash table."""
    told = {m.key: "\0".join(m.told) for m in messages if all(m.told) and not m.fuzzy}
    pairs = sorted((key.encode(), value.encode()) for key, value in told.items())
    keys_at = _HEAD.size
    values_at = keys_at + _PAIR.size * len(pairs)
    at = values_at + _PAIR.size * len(pairs)
    tables, data = b"", b""
    for column in (0, 1):
        for pair in pairs:
            tables += _PAIR.pack(len(pair[column]), at + len(data))
            data += pair[column] + b"\0"
    return _HEAD.pack(_MAGIC, 0, len(pairs), keys_at, values_at, 0, 0) + tables + data


def catalogues(root: Path) -> list[Path]:
    """The .po files below a folder of locales."""
    return sorted(root.glob("*/LC_MESSAGES/*.po"))


def _string(quoted: str, number: int) -> str:
    try:
        value = ast.literal_eval(quoted)
    except (ValueError, SyntaxError):
        value = None
    if not isinstance(value, str):
        raise ValueError(f"line {number}: a text in double quotes is wanted")
    return value


def _message(parts: dict[str, str], fuzzy: bool) -> Message:  # noqa: FBT001  (a field of the message)
    told = tuple(value for word, value in parts.items() if word.startswith("msgstr"))
    return Message(
        parts.get("msgid", ""), parts.get("msgid_plural", ""), told, parts.get("msgctxt", ""), fuzzy
    )
