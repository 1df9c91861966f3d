"""Answers given so far, kept in the person's session until all are there."""

from collections.abc import Mapping

from django.http import HttpRequest

from backstride.web.telling.asked import Asked

_KEY = "screening"


def draft_of(request: HttpRequest, asked: Asked) -> dict[str, str]:
    """The answers given so far to what is asked now."""
    kept = request.session.get(_KEY) or {}
    if kept.get("kind") != asked.kind:
        return {}
    return {id_: answer for id_, answer in kept["answers"].items() if id_ in asked.ids}


def keep_draft(request: HttpRequest, asked: Asked, answers: Mapping[str, str]) -> None:
    """Keeps them."""
    request.session[_KEY] = {"kind": asked.kind, "answers": dict(answers)}


def forget_draft(request: HttpRequest) -> None:
    """Forgets them, once they are stored."""
    request.session.pop(_KEY, None)
