"""Malay is whole: every text of a page has its translation, and the compiled file is the newest."""

import gettext
import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from backstride.web.catalogue import Message, catalogues, mo_of, read_po
from web.texts_used import (
    asked,
    asked_in,
    asked_in_template,
    speaking,
    templates,
    unasked_in,
    unasked_in_template,
)

FILES = catalogues(settings.LOCALE_PATHS[0])
HOLES = re.compile(r"%\((\w+)\)s|%%")
TAGS = re.compile(r"</?[a-z]+")


@pytest.fixture(params=FILES, ids=lambda file: file.parts[-3])
def messages(request: pytest.FixtureRequest) -> list[Message]:
    return read_po(request.param.read_text(encoding="utf-8"))


def test_every_language_of_the_settings_has_its_file() -> None:
    assert {file.parts[-3] for file in FILES} == {code for code, _ in settings.LANGUAGES} - {"en"}


def test_every_text_is_translated(messages: list[Message]) -> None:
    told = {(m.text, m.plural) for m in messages if all(m.told) and not m.fuzzy and m.text}
    singular = {text for text, _ in told}
    missing = {(text, plural) for text, plural in asked() if (plural and (text, plural) not in told)}
    missing |= {(text, "") for text, plural in asked() if not plural and text not in singular}
    assert not missing


def test_no_translation_is_left_over(messages: list[Message]) -> None:
    texts = {text for text, _ in asked()}
    assert [m.text for m in messages if m.text and m.text not in texts] == []


def test_translations_have_the_holes_of_their_texts(messages: list[Message]) -> None:
    for m in messages:
        for told in m.told if m.text else ():
            wanted = set(HOLES.findall(m.plural or m.text))
            assert set(HOLES.findall(told)) == wanted, m.text
            assert sorted(TAGS.findall(told)) == sorted(TAGS.findall(m.text)), m.text
            assert told.startswith(" ") == m.text.startswith(" ")
            assert told.endswith(" ") == m.text.endswith(" ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_the_compiled_file_is_the_newest(file: Path) -> None:
    compiled = file.with_suffix(".mo").read_bytes()
    assert compiled == mo_of(read_po(file.read_text(encoding="utf-8"))), "run: python -m django compile_words"


def test_pythons_gettext_reads_what_was_compiled() -> None:
    text = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
    text += '#, fuzzy\nmsgid "c"\nmsgstr "d"\n\nmsgid "a \\"b\\""\nmsgstr ""\n"A "\n"B"\n\n'
    text += (
        'msgctxt "x"\nmsgid "a"\nmsgstr "y"\n\nmsgid "n"\nmsgid_plural "ns"\nmsgstr[0] "N"\nmsgstr[1] "Ns"\n'
    )
    read = gettext.GNUTranslations(io.BytesIO(mo_of(read_po(text))))
    assert [read.gettext('a "b"'), read.gettext("c"), read.pgettext("x", "a")] == ["A B", "c", "y"]
    assert [read.ngettext("n", "ns", n) for n in (1, 2)] == ["N", "Ns"]
    with pytest.raises(ValueError, match="line 1"):
        read_po("nonsense")
    with pytest.raises(ValueError, match="line 2"):
        read_po('msgid "a"\nmsgstr a')


def test_pages_are_told_in_malay() -> None:
    with translation.override("ms"):
        assert translation.gettext("Today") == "Hari ini"
        assert translation.ngettext("%(n)s minute", "%(n)s minutes", 2) % {"n": 2} == "2 minit"


@pytest.mark.parametrize("template", templates(), ids=lambda path: path.name)
def test_a_template_says_nothing_untranslated(template: Path) -> None:
    assert unasked_in_template(template.read_text(encoding="utf-8")) == []


def test_no_source_says_anything_untranslated() -> None:
    found = {path.name: unasked_in(path.read_text(encoding="utf-8")) for path in speaking()}
    assert {name: said for name, said in found.items() if said} == {}


def test_the_reader_of_sources_finds_what_it_looks_for() -> None:
    code = 'a = _("one"); b = ngettext("two", "twos", n); messages.info(r, "bare"); F(label="Bare")'
    assert set(asked_in(code)) == {("one", ""), ("two", "twos")}
    assert unasked_in(code) == ["bare", "Bare"]
    page = (
        '{% load i18n %}<p title="bare">{% translate "one" %} Bare {% blocktranslate count n=n %}two'
        "{% plural %}twos{% endblocktranslate %}<code>x</code></p>"
    )
    assert set(asked_in_template(page)) == {("one", ""), ("two", "twos")}
    assert unasked_in_template(page) == ["bare", "Bare"]
