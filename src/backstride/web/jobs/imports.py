"""The job that reads an import's files."""

import logging

from django.utils.translation import gettext_noop
from django_tasks import task

from backstride.web import clock
from backstride.web.commands.settling import finish_import
from backstride.web.keeping.reading import read_files
from backstride.web.models import Import

FAILED = gettext_noop("The server could not finish it. Nothing that was read is lost; try it again.")
log = logging.getLogger(__name__)


@task()
def read_import(source_id: int) -> None:
    """Reads the files of an import that is not done yet; of one that is done or gone, nothing."""
    source = Import.objects.select_related("runner__user").filter(pk=source_id).first()
    if source is None or source.state == Import.State.DONE:
        return
    Import.objects.filter(pk=source_id).update(state=Import.State.READING, reason="", moved_at=clock.now())
    try:
        read = read_files(source)
        finish_import(source.runner, by=source.runner.user, source=source, read=read)
    except Exception as error:
        log.error("import %d: %s", source_id, type(error).__name__)  # no message: it may hold names
        Import.objects.filter(pk=source_id).update(state=Import.State.FAILED, reason=FAILED)
        raise
