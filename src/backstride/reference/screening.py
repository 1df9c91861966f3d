"""The page of the screening: each question, what a yes means and asks for, the safety net, whom to call."""

from collections.abc import Iterator

from backstride.knowledge import Library
from backstride.knowledge.schema.screening import Question
from backstride.reference.markdown import plain
from backstride.reference.page import SCREENING, Page

_TIERS = {
    "emergency": "Emergency: call now",
    "urgent": "Urgent: medical advice today",
    "soon": "Soon: have somebody look at it",
}


def screening_page(library: Library) -> Page:
    """Every question by tier, in the order they are asked."""
    page = Page(SCREENING, library)
    page.title("Screening")
    page.say(
        "These questions come before any exercise. They do not diagnose; they say who should be seen first, "
        "and how soon. Unsure counts as yes for the emergency and urgent ones. The words and the order are "
        f"ours, built on the sources named, for a clinician to review{_rules(page)}."
    )
    for tier, heading in _TIERS.items():
        page.heading(heading)
        for question in library.screening.questions:
            if question.tier == tier:
                _question(page, question)
    _after(page)
    page.written_from("screening.yaml")
    return page


def _rules(page: Page) -> str:
    found = [page.rule(key) for key in ("H1", "H2") if key in page.library.rule_texts]
    return f"; what follows from them stands in {' and '.join(found)}" if found else ""


def _question(page: Page, question: Question) -> None:
    page.heading(question.id, level=3)
    page.say(f"> {plain(question.text)}")
    page.bullets(_facts(page, question))


def _facts(page: Page, question: Question) -> Iterator[str]:
    yield f"**Why it is asked:** {plain(question.why)}"
    yield f"**What to do on a yes:** {plain(question.action)}"
    if question.short_check:
        yield "**Asked again:** every week, in the short check"
    if question.bone:
        yield "**Bone:** a yes means no impact at all"
    exercises = page.library.exercises.values()
    out = [e.id for e in exercises if any(c.question == question.id for c in e.contraindications)]
    if out:
        yield f"**Leaves out:** {', '.join(map(page.exercise, out))}"
    yield f"**Sources:** {page.sources(question.sources)}"


def _after(page: Page) -> None:
    screening = page.library.screening
    page.heading("Safety net")
    page.say("Shown with every week, whatever the answers:")
    page.bullets(map(plain, screening.safety_net))
    page.say(f"Sources: {page.sources(screening.safety_net_sources)}.")
    page.heading("Whom to call")
    page.table(
        ("Country", "Emergency", "Urgent advice", "Where the number is from"),
        (
            (f"{plain(n.name)} ({n.country})", plain(n.emergency), plain(n.urgent), plain(n.source))
            for n in screening.numbers
        ),
    )
