"""Everything out as one archive, and back in."""

from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from backstride.web import clock
from backstride.web.archive.export import export
from backstride.web.archive.manifest import NotRestored
from backstride.web.archive.restore import restore
from backstride.web.archive.unpack import Archive
from backstride.web.commands.changing import Details, Refused
from backstride.web.models import Audit, Runner, User


def export_archive(runner: Runner, *, by: User, out: IO[bytes]) -> Details:
    """Writes the archive of a runner to `out`. Changes nothing but the audit, which tells of it afterwards.

    Raises:
        Refused: an original file is gone from the server's disk, or has changed there.
    """
    try:
        manifest = export(runner, out)
    except (OSError, ValueError):
        raise Refused(_("A file of yours cannot be read on this server; tell whoever runs it.")) from None
    rows = sum(table.rows for table in manifest.tables.values())
    details = {"rows": rows, "files": len(manifest.files)}
    Audit.objects.create(at=clock.now(), by=by, runner=runner, command="export_archive", details=details)
    return details


def restore_archive(*, by: User, content: IO[bytes]) -> Runner:
    """The runner of an archive, with everything; or, where anything is wrong with it, nothing.

    Raises:
        Refused: there is a runner already, or the archive is damaged, newer or not valid; in one line.
    """
    with transaction.atomic():
        # Two restores of one person take turns.
        User.objects.select_for_update().get(pk=by.pk)
        if Runner.objects.filter(user=by).exists():
            raise Refused(_("There is something here already. An archive goes into an empty place only."))
        try:
            with Archive(content) as archive:
                runner = restore(archive, by)
        except NotRestored as refusal:
            told = _("Nothing was restored: %(why)s.") % {"why": refusal}
            raise Refused(told, "archive") from None
        Audit.objects.create(at=clock.now(), by=by, runner=runner, command="restore_archive")
        return runner
