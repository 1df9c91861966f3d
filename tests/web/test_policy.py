"""No page carries script or style within, and every answer forbids them."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.test import Client

from backstride.web.models import Runner

TEMPLATES = sorted((settings.ROOT / "templates").rglob("*.html"))
ROWS = yaml.safe_load(Path(__file__).with_name("access.yaml").read_text(encoding="utf-8"))["pages"]
PUBLIC = [row["path"] for row in ROWS.values() if "get" in row and "{" not in row["path"]]
# Drawings are documents of their own, with their style in them and nothing else allowed.
DRAWN = "figures/"


class Within(HTMLParser):
    """Notes what a strict policy would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"<{tag}>")
        for name, value in names.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")
            if name in ("src", "action", "poster") and re.match(r"\s*(https?:)?//", value):
                self.found.append(f"{tag} {name}={value}")
        if tag in ("base", "iframe", "object", "embed", "applet"):
            self.found.append(f"<{tag}>")


def within(page: str) -> list[str]:
    reader = Within()
    reader.feed(page)
    return reader.found


def test_the_reader_finds_what_it_looks_for() -> None:
    page = '<p style="x" onclick="y"><a href="javascript:z"></a><script>1</script><img src="//elsewhere">'
    assert len(within(page)) == 5
    assert within('<script src="/static/a.js"></script><a href="https://elsewhere">x</a>') == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_script_or_style_within(template: Path) -> None:
    bare = re.sub(r"{%.*?%}|{{.*?}}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert within(bare) == []


def directives(answer: Any) -> dict[str, str]:
    policy = answer.headers["Content-Security-Policy"]
    return {name: value for name, _, value in (part.strip().partition(" ") for part in policy.split(";"))}


@pytest.mark.parametrize("path", PUBLIC)
def test_every_answer_has_the_strict_policy(client_of: Any, runner: Runner, path: str) -> None:
    answer = client_of(runner).get(f"/{path}", follow=False)
    told = directives(answer)
    assert told["default-src"] == "'none'"
    assert not any("unsafe-eval" in value or "*" in value or "http" in value for value in told.values())
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if path.startswith(DRAWN) or answer.headers["Content-Type"].startswith("image/svg"):
        assert set(told) <= {"default-src", "style-src", "frame-ancestors"}
        return
    assert told["frame-ancestors"] == told["base-uri"] == "'none'"
    assert told["form-action"] == told["script-src"] == "'self'"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert told["style-src"] == "'self'"
    if answer.headers["Content-Type"].startswith("text/html"):
        assert within(answer.content.decode()) == []
    answer.close()


@pytest.mark.parametrize("path", ["no-such-page/", "runs/99999/", "weeks/1/other.json", "enter/wrong"])
def test_so_has_an_answer_that_says_no(path: str, db: Any) -> None:
    answer = Client().get(f"/{path}")
    assert answer.status_code in (302, 403, 404)
    assert directives(answer)["default-src"] == "'none'"
    assert within(answer.content.decode()) == []


def test_a_persons_pages_are_not_kept_by_browsers(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    for path in ("", "week/", "runs/", "progress/", "settings/", "api/week"):
        assert "no-store" in client.get(f"/{path}").headers["Cache-Control"], path
