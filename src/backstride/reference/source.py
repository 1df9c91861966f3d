"""A source's page: what it is, how its content was read, and everything that rests on it."""

from collections.abc import Iterator

from backstride.knowledge import Library
from backstride.knowledge.schema.source import Source
from backstride.reference.citations import citations
from backstride.reference.markdown import link, plain
from backstride.reference.page import Page

_CHECKED = {
    "text": "the text itself was read",
    "abstract": "its abstract or opening page was read, not the whole",
    "secondary": "told by another text; the work itself was not read",
}


def source_page(source: Source, library: Library) -> Page:
    """The page of a source."""
    page = Page(f"sources/{source.id}.md", library)
    page.title(source.id, "Sources")
    page.say(f"**{plain(source.title)}**")
    page.bullets(_facts(page, source))
    page.heading("What rests on it")
    found = list(citations(page, source.id))
    if not found:
        page.say("Nothing yet.")
    for kind, entries in found:
        page.heading(kind, level=3)
        page.bullets(entries)
    page.written_from("sources.yaml")
    return page


def _facts(page: Page, source: Source) -> Iterator[str]:
    if source.authors:
        yield f"**By:** {plain(source.authors)}"
    yield f"**Year:** {source.year or 'not given'}"
    yield f"**Kind:** {source.kind}"
    yield f"**How sure:** {page.grade_told(source.grade)}"
    yield f"**How it was checked:** {_CHECKED[source.checked]}"
    if source.doi is not None:
        yield f"**DOI:** {link(plain(source.doi), f'https://doi.org/{source.doi}')}"
    if source.url is not None:
        yield f"**Address:** <{source.url}>"
    if source.doi is None and source.url is None:
        yield "**DOI or address:** none was seen in a text, so none is given"
