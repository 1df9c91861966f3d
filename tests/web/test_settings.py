"""Time, language, units; deleting everything."""

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import models

from backstride.web import clock
from backstride.web.models import Audit, Import, RunFile, Runner, User


def test_zone_language_and_units(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/settings/", {"time_zone": "Europe/Berlin", "language": "ms", "units": "mi"})
    stored = Runner.objects.get(pk=runner.pk)
    assert (stored.time_zone, stored.language, stored.miles) == ("Europe/Berlin", "ms", True)
    assert stored.facts == runner.facts + 1
    assert '<html lang="ms">' in client.get("/settings/").content.decode()


@pytest.mark.parametrize("wrong", [{"time_zone": "Mars/Base"}, {"language": "xx"}, {"units": "parsec"}])
def test_what_is_not_offered_is_refused(client_of: Any, runner: Runner, wrong: dict[str, str]) -> None:
    sent = {"time_zone": "UTC", "language": "en", "units": "km"} | wrong
    page = client_of(runner).post("/settings/", sent).content.decode()
    assert f'id="id_{next(iter(wrong))}_error"' in page
    assert Runner.objects.get(pk=runner.pk).time_zone == "Asia/Kuala_Lumpur"


def test_a_zone_of_an_old_name_stays_as_it_is(client_of: Any, runner: Runner) -> None:
    Runner.objects.filter(pk=runner.pk).update(time_zone="Asia/Calcutta")
    page = client_of(runner).get("/settings/").content.decode()
    assert '<option value="Asia/Calcutta" selected>' in page


def test_delete_needs_the_word(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    for typed in ("", "yes", "del"):
        page = client.post("/settings/delete/", {"confirm": typed}).content.decode()
        assert 'id="id_confirm_error"' in page
    assert client.get("/settings/delete/").status_code == 200
    assert Runner.objects.filter(pk=runner.pk).exists()


def test_delete_leaves_no_row_no_file_and_no_session(
    client_of: Any, runner: Runner, stranger: Runner, django_capture_on_commit_callbacks: Any
) -> None:
    client, other_device = client_of(runner), client_of(runner)
    client.get("/")
    files = [_file(runner), _file(stranger)]
    theirs = Audit.objects.filter(runner=stranger).count()
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post("/settings/delete/", {"confirm": "Delete "})
    assert b"Everything is deleted" in page.content
    assert not files[0].exists()
    assert files[1].exists()
    files[1].unlink()
    assert not User.objects.filter(pk=runner.user_id).exists()
    for model in _tables_of_runners():
        assert not model._default_manager.filter(runner_id=runner.pk).exists(), model
    assert Audit.objects.filter(runner=stranger).count() == theirs
    assert Audit.objects.filter(runner=None, by=None).get().command == "delete_everything"
    assert Runner.objects.get() == stranger
    for device in (client, other_device):
        assert "_auth_user_id" not in device.session
        assert device.get("/", follow=True).status_code == 403
    assert not any(s.get_decoded().get("_auth_user_id") for s in Session.objects.all())


def test_removing_the_made_up_runner_takes_its_files_too(
    client_of: Any, runner: Runner, django_capture_on_commit_callbacks: Any
) -> None:
    Runner.objects.filter(pk=runner.pk).update(demo=True)
    file = _file(runner)
    with django_capture_on_commit_callbacks(execute=True):
        client_of(runner).post("/demo/remove/")
    assert not file.exists()
    assert User.objects.filter(pk=runner.user_id).exists()


def _tables_of_runners() -> list[type[models.Model]]:
    own = apps.get_app_config("backstride").get_models()
    return [model for model in own if "runner" in {field.name for field in model._meta.fields}]


def _file(runner: Runner) -> Path:
    given = Import.objects.create(runner=runner, name="a.fit", at=clock.now())
    file = RunFile(runner=runner, source=given, name="a.fit", sha256="0" * 64)
    file.content.save(f"{runner.pk}.fit", ContentFile(b"FIT"))
    path = Path(settings.MEDIA_ROOT) / str(file.content.name)
    assert path.exists()
    return path
