"""The commands by name."""

import typer

from backstride.cli.calendar import app as calendar
from backstride.cli.check import check
from backstride.cli.clinic import app as clinic
from backstride.cli.coach import coach
from backstride.cli.do import do
from backstride.cli.explain import explain
from backstride.cli.figure import app as figure
from backstride.cli.lesson import app as lesson
from backstride.cli.library import app as library
from backstride.cli.replay import replay
from backstride.cli.routine import app as routine
from backstride.cli.runs import runs
from backstride.cli.schema import schema
from backstride.cli.serve import serve
from backstride.cli.session import session
from backstride.cli.terminal import terminal_of
from backstride.cli.today import today
from backstride.cli.week import week
from backstride.cli.whatif import whatif
from backstride.cli.why import why

app = typer.Typer(
    name="backstride",
    help="Back care for runners: a safe week around your own runs, with a reason on every line.",
    epilog="Without a command: a first week in two minutes; where nobody can be asked, the sample's.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def begin(context: typer.Context) -> None:
    """Back care for runners: a safe week around your own runs, with a reason on every line."""
    if context.invoked_subcommand is None:
        from backstride.cli.start import start

        start(terminal_of(context))


for command in (week, today, do, session, coach, runs, replay, check, schema, serve, explain, why, whatif):
    app.command()(command)
app.add_typer(calendar, name="calendar")
app.add_typer(library, name="library")
app.add_typer(routine, name="routine")
app.add_typer(figure, name="figure")
app.add_typer(lesson, name="lesson")
app.add_typer(clinic, name="clinic")
