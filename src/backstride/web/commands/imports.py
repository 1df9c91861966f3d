"""Files of runs, taken in to be read by a job."""

from collections.abc import Sequence
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.commands.changing import Details, Refused, command
from backstride.web.jobs.imports import read_import
from backstride.web.keeping.names import shown_name
from backstride.web.models import Given, Import, RunFile, Runner
from backstride.web.uploads import digest

STUCK = timedelta(minutes=5)  # without a step forward: no file takes so long


@command(facts=False)
def start_import(runner: Runner, *, files: Sequence[UploadedFile]) -> Details:
    """Keeps the files and has them read; the details name the import.

    Raises:
        Refused: there is no file.
    """
    if not files:
        raise Refused(_("Choose at least one file."), "files")
    names = [shown_name(file.name or "") for file in files]
    name = names[0] if len(names) == 1 else _("%(n)s files") % {"n": len(names)}
    source = Import.objects.create(runner=runner, name=name, at=clock.now(), total=len(files))
    for file, called in zip(files, names, strict=True):
        sha256 = digest(file)
        kept = RunFile.objects.filter(runner=runner, sha256=sha256).first()
        if kept is None:
            kept = RunFile.objects.create(
                runner=runner, source=source, name=called, sha256=sha256, content=file
            )
        Given.objects.create(source=source, file=kept, name=called)
    read_import.enqueue(source.pk)
    return {"import": source.pk, "files": len(files)}


def is_stuck(source: Import) -> bool:
    """Whether an import failed, or has not got on for so long that its worker must have died."""
    if source.state == Import.State.DONE:
        return False
    moved = source.moved_at or source.at
    return source.state == Import.State.FAILED or clock.now() - moved > STUCK


@command(facts=False)
def read_again(runner: Runner, *, source: Import) -> Details:
    """Has an import read again that did not come to its end. Raises Refused while it is being read."""
    if source.runner_id != runner.pk or not is_stuck(source):
        raise Refused(_("It is being read, or done already."))
    Import.objects.filter(pk=source.pk).update(
        state=Import.State.WAITING, reason="", done=0, moved_at=clock.now()
    )
    read_import.enqueue(source.pk)
    return {"import": source.pk}
