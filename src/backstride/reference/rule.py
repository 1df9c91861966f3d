"""A rule's page: its sentences with their numbers, how it is read, and each number with its source."""

from collections.abc import Iterable, Sequence

from backstride.knowledge import Library
from backstride.knowledge.filling import filled
from backstride.knowledge.schema.rule import RuleText
from backstride.reference.markdown import plain
from backstride.reference.numbers import number_table
from backstride.reference.page import Page
from backstride.reference.said import NOBODY, said
from backstride.reference.sentence import Sentence


def rule_page(rule: RuleText, library: Library, spec: Sequence[Sentence] = ()) -> Page:
    """The page of a rule, with the sentences of the specification that are about it."""
    page = Page(f"rules/{rule.id}.md", library)
    page.title(f"{rule.id}. {rule.title}", "Rules")
    value_of = library.rules().value
    page.bullets(plain(filled(text, value_of)) for text in rule.sentences)
    if rule.read_as is not None:
        page.say(f"Where a sentence leaves room, {page.decision(rule.read_as)} says how it is read.")
    _examples(page, [sentence for sentence in spec if sentence.rule == rule.id])
    page.heading("Numbers")
    if rule.parameters:
        page.say(f"In force under rule set {library.rules().version}.")
        number_table(page, rule.parameters)
    else:
        page.say("This rule turns on no number.")
    page.heading("Sources")
    sources = cited(rule, library)
    if sources:
        page.source_list(sources)
    else:
        page.say("None: this rule is our own choice, for a clinician to review.")
    page.written_from("rule_texts.yaml")
    return page


def _examples(page: Page, spec: Sequence[Sentence]) -> None:
    """The sentences by name, each with what is given and what follows."""
    if not spec:
        return
    page.heading("Held to by tests")
    page.say(plain(NOBODY))
    page.bullets(
        f"**{plain(sentence.name)}**"
        + (f" Given: {plain(said(sentence.given, page.library))}." if sentence.given else "")
        + f" Then: {plain(said(sentence.then, page.library))}."
        for sentence in spec
    )


def cited(rule: RuleText, library: Library) -> list[str]:
    """The sources of a rule: its own, then those of its numbers."""
    return [*rule.sources, *_of(rule.parameters, library)]


def _of(parameters: Iterable[str], library: Library) -> list[str]:
    return [source for key in parameters for source in library.parameters[key].sources]
