"""The API's documentation as a plain page: no script, nothing from elsewhere."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from backstride.web.api.app import api
from backstride.web.api.auth import Token


@dataclass(frozen=True)
class Call:
    """A call: `takes` and `gives` are (what, its schema or type)."""

    method: str
    path: str
    name: str
    about: str
    scope: str
    takes: tuple[tuple[str, str], ...]
    gives: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shape:
    """A schema: what it is, and its fields as (name, type, whether it has to be there)."""

    name: str
    about: str
    fields: tuple[tuple[str, str, bool], ...]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every call and every shape, from the schema itself."""
    schema = api.get_openapi_schema()
    told = {"calls": _calls(schema), "shapes": _shapes(schema), "schema": reverse("api:openapi-json")}
    return render(request, "backstride/api_docs.html", told)


def scopes() -> dict[tuple[str, str], str]:
    """The scope that each call needs, by method and path."""
    found: dict[tuple[str, str], str] = {}
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                scope = next((way.scope for way in operation.auth_callbacks if isinstance(way, Token)), "")
                found |= {(method, f"/api{prefix}{path}"): scope for method in operation.methods}
    return found


def _calls(schema: dict[str, Any]) -> list[Call]:
    needed = scopes()
    return [
        Call(
            method=method.upper(),
            path=path,
            name=call["summary"],
            about=" ".join(call.get("description", "").split()),
            scope=needed[method.upper(), path],
            takes=(*(_parameter(p) for p in call.get("parameters", ())), *_body(call)),
            gives=tuple((str(status), _content(answer)) for status, answer in call["responses"].items()),
        )
        for path, calls in schema["paths"].items()
        for method, call in calls.items()
    ]


def _parameter(told: dict[str, Any]) -> tuple[str, str]:
    return f"{told['name']} ({told['in']})", _type(told["schema"])


def _body(call: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    content = call.get("requestBody", {}).get("content", {})
    return tuple((kind, _type(media["schema"])) for kind, media in content.items())


def _content(answer: dict[str, Any]) -> str:
    return ", ".join(_type(media["schema"]) for media in answer.get("content", {}).values())


def _shapes(schema: dict[str, Any]) -> list[Shape]:
    return [
        Shape(
            name=name,
            about=" ".join(shape.get("description", "").split()),
            fields=tuple(
                (field, _type(told), field in shape.get("required", ()))
                for field, told in shape.get("properties", {}).items()
            ),
        )
        for name, shape in sorted(schema["components"]["schemas"].items())
    ]


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "enum" in schema or "const" in schema:
        return " | ".join(repr(value) for value in schema.get("enum", [schema.get("const")]))
    for key in ("anyOf", "allOf", "oneOf"):
        if key in schema:
            return " | ".join(_type(part) for part in schema[key])
    kind = str(schema.get("type", "any"))
    if kind == "array":
        inner = schema.get("items", {})
        return f"list of {_type(inner)}"
    if kind == "object" and "properties" in schema:
        return ", ".join(f"{name}: {_type(part)}" for name, part in schema["properties"].items())
    return f"{kind} ({schema['format']})" if "format" in schema else kind
