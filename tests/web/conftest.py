"""The fixed cast of the web's tests: a runner, a stranger, a clinician, a visitor."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from backstride.web import clock
from backstride.web.commands.pain import note_pain
from backstride.web.commands.runner import create_runner
from backstride.web.commands.screening import answer_screening
from backstride.web.models import Runner, User
from cast import facts


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    """Each test keeps its files in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def runner(db: Any) -> Runner:
    """A regular runner in Kuala Lumpur: questions answered, a good morning, no runs yet."""
    return _runner("runner")


@pytest.fixture
def stranger(db: Any) -> Runner:
    """Another runner."""
    return _runner("stranger")


@pytest.fixture
def clinician(db: Any) -> User:
    """A clinician whom nobody has invited."""
    return User.objects.create_user("clinician")


@pytest.fixture
def visitor() -> Client:
    """Somebody who has not signed in."""
    return Client()


@pytest.fixture
def client_of(db: Any) -> Any:
    """A signed-in client of a runner."""

    def of(who: Runner | User) -> Client:
        client = Client()
        client.force_login(who.user if isinstance(who, Runner) else who)
        return client

    return of


def _runner(name: str) -> Runner:
    told = facts()
    user = User.objects.create_user(name)
    runner = create_runner(by=user, profile=told["runner"], time_zone="Asia/Kuala_Lumpur")
    answer_screening(runner, by=user, answers=told["screening"]["answers"])
    note_pain(runner, by=user, day=clock.now_in(runner.time_zone).date(), morning=1)
    return runner
