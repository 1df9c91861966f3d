"""What everything rests on: the sources, the words for how sure, the rules."""

import re
from typing import Any, get_args

from django.test import Client

from backstride.knowledge.loader import load
from backstride.terms import Grade
from web.working import text_of


def test_every_source_says_what_it_is_and_how_it_was_read(visitor: Client, db: Any) -> None:
    page = visitor.get("/sources/")
    whole, text = page.content.decode(), text_of(page)
    for source in load().sources.values():
        assert f'id="{source.id}"' in whole
        assert source.title in text
        if source.doi:
            assert f'href="https://doi.org/{source.doi}" rel="noreferrer"' in whole
    assert text.count("We read the text itself.") == sum(
        source.checked == "text" for source in load().sources.values()
    )


def test_what_rests_on_a_source_is_told(visitor: Client, db: Any) -> None:
    found = {source.id: source for source in visitor.get("/sources/").context["sources"]}
    rests = {rest.address for rest in found["S2"].rests}
    assert {"/exercises/bird_dog/", "/routines/s2_ten/", "/lessons/long_runs/", "/rules/#H3"} <= rests
    assert "/routines/s4_three/" not in rests


def test_every_word_for_how_sure_is_explained(visitor: Client, db: Any) -> None:
    grades = visitor.get("/sources/").context["grades"]
    assert len(grades) == len(get_args(Grade))
    assert len({grade.word for grade in grades}) == len(grades)
    assert "Our choice Chosen by this project" in text_of(visitor.get("/sources/"))


def test_every_rule_is_told_with_its_numbers(visitor: Client, db: Any) -> None:
    page = visitor.get("/rules/")
    whole, text = page.content.decode(), text_of(page)
    for rule in load().rule_texts.values():
        assert f'id="{rule.id}"' in whole
        assert rule.title in text
    told = [rule for group in page.context["groups"] for rule in group.rules]
    assert [rule.id for rule in told] == list(load().rule_texts)
    assert not any(re.search(r"\{[a-z_.]+", sentence) for rule in told for sentence in rule.sentences)
    assert "Before a run there are only moves done standing" in text


def test_links_within_the_library_lead_somewhere(visitor: Client, db: Any) -> None:
    anchors = {
        path: set(re.findall(r'id="([^"]+)"', visitor.get(path).content.decode()))
        for path in ("/sources/", "/rules/")
    }
    pages = ["/rules/", "/sources/", "/exercises/bird_dog/", "/lessons/breathing/", "/routines/s3_table/"]
    links = {
        link
        for path in pages
        for link in re.findall(r'href="(/[^"]*#[^"]+)"', visitor.get(path).content.decode())
    }
    assert len(links) > len(load().rule_texts)
    for link in links:
        path, _, anchor = link.partition("#")
        assert anchor in anchors[path], link


def test_in_malay_what_is_english_is_marked(visitor: Client, db: Any) -> None:
    whole = visitor.get("/rules/", headers={"accept-language": "ms"}).content.decode()
    assert '<ul lang="en">' in whole
    assert '<ul lang="en">' not in visitor.get("/rules/").content.decode()


def test_a_visitors_browser_asks_by_etag(visitor: Client, db: Any) -> None:
    for path in ("/rules/", "/sources/", "/lessons/", "/routines/s4_three/"):
        etag = visitor.get(path).headers["ETag"]
        assert visitor.get(path, headers={"if-none-match": etag}).status_code == 304
        assert visitor.get(path, headers={"if-none-match": '"other"'}).status_code == 200
