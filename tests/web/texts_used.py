"""The texts that pages ask gettext for, and those that they say without asking, from the sources."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.conf import settings
from django.template.base import Lexer, TokenType
from django.utils.translation.template import templatize

ASKING = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
Text = tuple[str, str]  # a text, and its plural or nothing
# What is the same in every language: the name, units, and what a program reads.
SAME = re.compile(r"Backstride|WhatsApp|\bmin\b|\bcurl\b.*|[^A-Za-z]+|\b[sx]\b")
SPOKEN = ("alt", "title", "placeholder", "aria-label", "label")
UNSAID = ("code", "script", "style")


def sources() -> list[Path]:
    return sorted(path for path in settings.ROOT.rglob("*.py") if "migrations" not in path.parts)


def speaking() -> list[Path]:
    """The sources that pages speak from; what a table says of itself only programmers read."""
    return [path for path in sources() if "models" not in path.parts]


def templates() -> list[Path]:
    return sorted(
        path for path in (settings.ROOT / "templates").rglob("*.*") if path.suffix in (".html", ".txt")
    )


def asked_in(code: str) -> Iterator[Text]:
    """The texts of a Python source."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and (count := ASKING.get(_name(node.func))):
            given = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant)]
            if len(given) == count:
                yield str(given[0]), str(given[1]) if count > 1 else ""


def asked_in_template(text: str) -> Iterator[Text]:
    """The texts of a template, by way of what Django makes of it for xgettext."""
    code = templatize(text)
    string = r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    for found in re.finditer(rf"(?<![A-Za-z_])(?:_|gettext)\(\s*{string}\s*\)", code):
        yield str(ast.literal_eval(found[1])), ""
    for found in re.finditer(r"ngettext\(", code):
        strings = re.match(rf"\s*{string}\s*,\s*{string}", code[found.end() :])
        assert strings is not None
        yield str(ast.literal_eval(strings[1])), str(ast.literal_eval(strings[2]))


def asked() -> set[Text]:
    """All of them."""
    found = {text for path in sources() for text in asked_in(path.read_text(encoding="utf-8"))}
    return found | {
        text for path in templates() for text in asked_in_template(path.read_text(encoding="utf-8"))
    }


class _Said(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within += tag in UNSAID
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._within -= tag in UNSAID

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.found.append(data)


def unasked_in_template(text: str) -> list[str]:
    """What a template says in words of its own, outside of the tags that translate."""
    bare, translating = "", False
    for token in Lexer(text).tokenize():
        word = token.contents.split(" ")[0] if token.contents else ""
        if token.token_type == TokenType.BLOCK and word in ("blocktranslate", "endblocktranslate", "plural"):
            translating = word != "endblocktranslate"
        elif token.token_type == TokenType.TEXT and not translating:
            bare += token.contents
        elif token.token_type in (TokenType.VAR, TokenType.BLOCK):
            bare += "·"  # one letter, so that words on either side stay apart
    reader = _Said()
    reader.feed(bare)
    return [left for said in reader.found if (left := SAME.sub("", said).strip())]


def unasked_in(code: str) -> list[str]:
    """Literal texts that a Python source hands to a page: labels, hints, messages."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        said = [word.value for word in node.keywords if word.arg in ("label", "help_text")]
        if isinstance(node.func, ast.Attribute) and _name(node.func.value) == "messages":
            said += node.args[1:2]
        if _name(node.func) in ("ValidationError", "add_error"):
            said += node.args[-1:]
        found += [arg.value for arg in said if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    return [text for text in found if SAME.sub("", text).strip()]


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
