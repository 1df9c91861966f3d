"""A server's settings: from the environment, all documented, and missing ones named."""

import json
import logging
import re
from pathlib import Path
from typing import Any

import pytest

from backstride.web.settings.environment import Environment
from backstride.web.settings.logs import Impersonal
from web.servers import ROOT, python, variables

DOCS = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
SETTINGS = ROOT / "src" / "backstride" / "web" / "settings"
NEEDED = (
    "BACKSTRIDE_SECRET_KEY",
    "BACKSTRIDE_HOSTS",
    "DATABASE_URL",
    "BACKSTRIDE_FILES",
    "BACKSTRIDE_MAIL_URL",
    "BACKSTRIDE_MAIL_FROM",
)


def read_by_the_settings() -> set[str]:
    texts = [file.read_text(encoding="utf-8") for file in SETTINGS.glob("*.py")]
    return {name for text in texts for name in re.findall(r'"((?:BACKSTRIDE_|DATABASE_)[A-Z_]+)"', text)}


def test_every_variable_is_documented_and_every_documented_one_is_read() -> None:
    read = read_by_the_settings()
    assert set(NEEDED) < read
    documented = set(re.findall(r"`((?:BACKSTRIDE_|DATABASE_)[A-Z_]+)`", DOCS))
    assert documented == read


def test_the_needed_ones_are_marked_so() -> None:
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (yes)? ?\|", DOCS, re.MULTILINE))
    assert {name for name, needed in rows.items() if needed} == set(NEEDED)


def test_all_that_is_missing_is_named_in_one_line(tmp_path: Path) -> None:
    bare = variables(tmp_path, **dict.fromkeys(NEEDED))
    done = python(bare, "-m", "django", "check")
    assert done.returncode != 0
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    for name in NEEDED:
        assert f"{name} is missing" in line
    assert "docs/server.md" in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BACKSTRIDE_HOSTS", "*"),
        ("BACKSTRIDE_MAIL_URL", "http://mail.example.org"),
        ("BACKSTRIDE_MAIL_URL", "smtp://mail.example.org:port"),
        ("BACKSTRIDE_PROXIES", "-1"),
        ("BACKSTRIDE_SIGNUP", "perhaps"),
        ("BACKSTRIDE_LOG_LEVEL", "LOUD"),
        ("DATABASE_URL", "paper://desk"),
    ],
)
def test_what_is_wrong_is_named_and_its_value_is_not_shown(tmp_path: Path, name: str, value: str) -> None:
    done = python(variables(tmp_path, **{name: value}), "-c", "import backstride.web.settings.server")
    assert done.returncode != 0
    (line,) = done.stderr.splitlines()
    assert name in line
    assert value == "*" or value not in line


def test_values_arrive_where_they_belong(tmp_path: Path) -> None:
    more = {
        "BACKSTRIDE_OLD_SECRET_KEYS": "one, two",
        "BACKSTRIDE_PROXIES": "2",
        "BACKSTRIDE_SIGNUP": "no",
        "DATABASE_URL": "postgres://u:p@db.example.org:5433/back",
        "BACKSTRIDE_HOSTS": "care.example.org, www.example.org",
        "BACKSTRIDE_VAPID_PRIVATE_KEY": "key",
        "BACKSTRIDE_HSTS_SECONDS": "60",
    }
    assert _settings(tmp_path, **more) == {
        "SECRET_KEY_FALLBACKS": ["one", "two"],
        "ALLOWED_HOSTS": ["care.example.org", "www.example.org"],
        "SIGNUP_OPEN": False,
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_PORT": 2525,
        "EMAIL_HOST_USER": "me@example.org",
        "EMAIL_HOST_PASSWORD": "pass/word",
        "EMAIL_USE_TLS": True,
        "EMAIL_USE_SSL": False,
        "DEFAULT_FROM_EMAIL": "care@example.org",
        "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
        "ALLAUTH_TRUSTED_PROXY_COUNT": 2,
        "VAPID_CONTACT": "mailto:care@example.org",
        "SECURE_HSTS_SECONDS": 60,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "HOME": False,
        "DEBUG": False,
        "db": ["django.db.backends.postgresql", "db.example.org", "5433", "back"],
    }


NAMES = """
SECRET_KEY_FALLBACKS ALLOWED_HOSTS SIGNUP_OPEN EMAIL_HOST EMAIL_PORT EMAIL_HOST_USER EMAIL_HOST_PASSWORD
EMAIL_USE_TLS EMAIL_USE_SSL DEFAULT_FROM_EMAIL SECURE_PROXY_SSL_HEADER ALLAUTH_TRUSTED_PROXY_COUNT
VAPID_CONTACT SECURE_HSTS_SECONDS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE HOME DEBUG
"""


def _settings(folder: Path, **changes: str) -> dict[str, Any]:
    code = (
        "import json; from django.conf import settings as s;"
        f"print(json.dumps({{n: getattr(s, n) for n in {NAMES.split()!r}}} | "
        "{'db': [str(s.DATABASES['default'][k]) for k in ('ENGINE', 'HOST', 'PORT', 'NAME')]}))"
    )
    done = python(variables(folder, **changes), "-c", code)
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


def test_a_proxy_is_not_believed_unless_it_is_named(tmp_path: Path) -> None:
    told = _settings(tmp_path)
    assert (told["SECURE_PROXY_SSL_HEADER"], told["ALLAUTH_TRUSTED_PROXY_COUNT"]) == (None, 0)


@pytest.mark.parametrize(
    ("address", "port"), [("smtp://h", 25), ("smtp+tls://h", 587), ("smtp+ssl://h", 465), ("smtp://h:26", 26)]
)
def test_ports_of_mail(address: str, port: int) -> None:
    environment = Environment({"MAIL": address})
    assert environment.mail("MAIL")["EMAIL_PORT"] == port
    environment.finish()


def test_logs_say_what_and_where_and_nothing_of_whom(rf: Any) -> None:
    def line(record: logging.LogRecord) -> str:
        return Impersonal().format(record)

    request = rf.get("/reminders/end/a-secret-token/?name=Jane")
    record = logging.makeLogRecord(
        {"name": "django.request", "levelname": "WARNING", "msg": "Not Found: %s", "args": (request.path,)}
        | {"request": request, "status_code": 404}
    )
    assert line(record).endswith("WARNING django.request: 404 no such address")
    try:
        raise ValueError("morning score of Jane")
    except ValueError as error:
        failed = logging.makeLogRecord(
            {
                "name": "django.request",
                "msg": "Internal Server Error: /x/Jane",
                "exc_info": (ValueError, error, error.__traceback__),
            }
            | {"request": request, "status_code": 500}
        )
    told = line(failed)
    assert "Jane" not in told
    assert "secret" not in told
    assert "ValueError: test_logs_say_what" in told
