"""No command at all: a welcome and a first week at a terminal, the sample runner's week elsewhere."""

from pathlib import Path

from backstride.cli.console import console, say_aside
from backstride.cli.deciding import Outcome, decide_with, offer_to_save
from backstride.cli.inputs import Inputs, with_runs
from backstride.cli.language import library_told
from backstride.cli.moment import this_moment
from backstride.cli.page import Page
from backstride.cli.refusal import BadInput, Finding
from backstride.cli.render_week import show_decision
from backstride.cli.terminal import Terminal
from backstride.knowledge import Library
from backstride.runs.history import history
from backstride.sample import sample_facts, sample_year


def start(terminal: Terminal) -> None:
    """The first two minutes. Raises Finding where there can be no week."""
    library = library_told(None)
    if not terminal.interactive:
        say_aside(
            "Nobody to ask here, so this shows the sample runner. 'backstride --help' lists the commands."
        )
        _show_sample(_sample(library, Terminal(interactive=False)), library)
        return
    page = Page(console(), library)
    page.title("Backstride: ten minutes for your back, fitted around your own runs.")
    page.line(
        "Give the runs of your watch (FIT, GPX or TCX), or press Enter to look around with a sample runner."
    )
    page.out.print()
    inputs = terminal.ask("Folder, zip or file of your runs (Enter: the sample runner)", _own, default=None)
    outcome = _sample(library, terminal) if inputs is None else decide_with(inputs, library, terminal)
    page.out.print()
    if inputs is None:
        _show_sample(outcome, library)
    else:
        show_decision(page, outcome.decision, outcome.inputs, None)
        offer_to_save(terminal, outcome)
    if outcome.decision.week is None:
        raise Finding


def _own(text: str) -> Inputs | None:
    """The inputs with the runs that were named, or None for the sample; ValueError: ask again."""
    if not text:
        return None
    # Dragging a folder into a terminal puts it in quotes.
    path = Path(text.strip("'\"")).expanduser()
    try:
        return with_runs(Inputs({}, this_moment(), "your answers"), [path])
    except BadInput as error:
        raise ValueError(str(error)) from None


def _sample(library: Library, terminal: Terminal) -> Outcome:
    """The sample runner's decision; at a terminal each answer may be changed."""
    now = this_moment()
    facts = sample_facts(now, library.questions)
    known = {"pain": facts["pain"]} if terminal.interactive else facts
    inputs = Inputs(known, now, "sample", runs=history(sample_year(now), now))
    return decide_with(inputs, library, terminal, sample=facts)


def _show_sample(outcome: Outcome, library: Library) -> None:
    page = Page(console(), library)
    if outcome.decision.status == "stopped":
        # The sample's own answers stop nothing: these are a person's, and not to be waved aside.
        show_decision(page, outcome.decision, outcome.inputs, None)
        return
    page.line(library.messages["cli.sample"], style="bold yellow")
    page.out.print()
    show_decision(page, outcome.decision, outcome.inputs, None)
    page.out.print()
    page.line(library.messages["cli.sample"], style="bold yellow")
