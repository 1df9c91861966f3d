"""The end of an import: which recordings count now, and what came of each file."""

from backstride.web import clock
from backstride.web.commands.changing import Details, command
from backstride.web.keeping.counting import recount
from backstride.web.keeping.outcome import outcome_of
from backstride.web.keeping.reading import Read
from backstride.web.models import Import, LeftOut, Runner


@command(facts=True)
def finish_import(runner: Runner, *, source: Import, read: Read) -> Details:
    """Counts the runs anew and writes down what the import came to."""
    recount(runner)
    outcome = outcome_of(source, read)
    source.left_out.all().delete()
    LeftOut.objects.bulk_create(
        LeftOut(source=source, name=item.source, reason=item.reason) for item in outcome.left_out
    )
    Import.objects.filter(pk=source.pk).update(
        state=Import.State.DONE,
        new_runs=len(outcome.changes["new"]),
        known_runs=len(outcome.changes["known"]),
        changes=outcome.changes,
        moved_at=clock.now(),
    )
    return {"import": source.pk, "new": len(outcome.changes["new"]), "left_out": len(outcome.left_out)}
