"""A server as it is started: checked, with its static files, over HTTPS alone."""

import json
import re
from pathlib import Path

import pytest

from web.servers import python, variables

ASK = """
import json, sys
import django
django.setup()
from django.test import Client
found = {}
for scheme, path in json.loads(sys.argv[1]):
    answer = Client().get(path, secure=scheme == "https", headers={"Host": "care.example.org"})
    body = b"".join(answer) if answer.streaming else answer.content
    headers = {name.lower(): value for name, value in answer.headers.items()}
    cookies = {name: {k: v for k, v in m.items() if v} for name, m in answer.cookies.items()}
    found[f"{scheme} {path}"] = [answer.status_code, headers, cookies, body.decode(errors="replace")]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("server")
    done = python(variables(folder), "-m", "django", "prepare")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "ready"), done.stderr
    return folder


def ask(folder: Path, *pages: tuple[str, str]) -> dict[str, list[object]]:
    done = python(variables(folder), "-W", "error", "-c", ASK, json.dumps(pages))
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_check_deploy_finds_nothing(tmp_path: Path) -> None:
    done = python(variables(tmp_path), "-m", "django", "check", "--deploy", "--fail-level", "DEBUG")
    assert done.returncode == 0
    assert done.stdout + done.stderr == "System check identified no issues (0 silenced).\n"


def test_an_unsafe_key_stops_prepare(tmp_path: Path) -> None:
    done = python(variables(tmp_path, BACKSTRIDE_SECRET_KEY="short"), "-m", "django", "prepare")
    assert done.returncode != 0
    assert "security.W009" in done.stderr


def test_preparing_twice_changes_nothing(prepared: Path) -> None:
    done = python(variables(prepared), "-m", "django", "prepare")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "ready")


def test_no_model_lacks_its_migration(prepared: Path) -> None:
    done = python(variables(prepared), "-m", "django", "makemigrations", "--check", "--dry-run", "backstride")
    assert done.returncode == 0, done.stdout


def test_the_first_page_has_style_by_a_hashed_name(prepared: Path) -> None:
    login = ask(prepared, ("https", "/account/login/"))["https /account/login/"]
    status, headers, cookies, body = login
    assert status == 200
    style = re.search(r'href="(/static/backstride/style\.[0-9a-f]{12}\.css)"', str(body))
    assert style is not None
    served = ask(prepared, ("https", style[1]))[f"https {style[1]}"]
    assert served[0] == 200
    assert "--paper" in str(served[3])
    assert "immutable" in served[1]["cache-control"]  # type: ignore[index, call-overload]
    assert headers["strict-transport-security"].startswith("max-age=31536000")  # type: ignore[index, call-overload]
    assert cookies["__Host-csrf"].keys() >= {"secure", "httponly", "path", "samesite"}  # type: ignore[index, call-overload]
    assert "domain" not in cookies["__Host-csrf"]  # type: ignore[index, call-overload]


def test_plain_http_is_sent_to_https(prepared: Path) -> None:
    status, headers, _cookies, _body = ask(prepared, ("http", "/account/login/"))["http /account/login/"]
    assert status == 301
    assert headers["location"] == "https://care.example.org/account/login/"  # type: ignore[index, call-overload]


def test_home_pages_of_a_server_ask_for_the_account(prepared: Path) -> None:
    pages = [("https", path) for path in ("/", "/enter/", "/enter/guess", "/tokens/", "/archive/")]
    for name, (status, headers, *_rest) in ask(prepared, *pages).items():
        assert status == 302, name
        assert headers["location"].startswith("/account/login/"), name  # type: ignore[index, call-overload]
