"""Rows to JSON and back, field by field, by what the tables themselves say of their fields."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from backstride.web.archive.manifest import NotRestored
from backstride.web.archive.tables import links_of
from backstride.web.models import RunFile, User

Row = dict[str, Any]
Ids = Mapping[type[models.Model], Mapping[int, int]]
ID = "id"
OWNER = "owner"


def row_of(instance: models.Model, owner: User) -> Row:
    """A row's fields as JSON data. A link to the account is `owner`, or nothing for anybody else's."""
    return {field.name: _told(field, instance, owner) for field in instance._meta.concrete_fields}


def instance_of(model: type[models.Model], row: Row, ids: Ids, owner: User) -> models.Model:
    """A row to be stored, its links turned to the new ids; files are left to the caller.

    Raises:
        NotRestored: a field that is unknown, or a value that it cannot hold; names the field.
    """
    fields = {field.name: field for field in model._meta.concrete_fields}
    if unknown := set(row) - set(fields):
        raise NotRestored(f"{sorted(unknown)[0][:64]!r} is no field of it")
    instance = model()
    for name, field in fields.items():
        if name in row and name != ID:
            try:
                setattr(instance, field.attname, _value(field, row[name], ids, owner))
            except (ValidationError, ValueError, TypeError, OverflowError) as error:
                raise NotRestored(f"{name}: {_reason(error)}") from None
    return instance


def _told(field: models.Field[Any, Any], instance: models.Model, owner: User) -> Any:
    value = field.value_from_object(instance)
    if isinstance(field, models.ForeignKey) and field.related_model is User:
        return OWNER if value == owner.pk else None
    if isinstance(field, models.FileField):
        return instance.sha256 if isinstance(instance, RunFile) else None
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return value


def _value(field: models.Field[Any, Any], given: Any, ids: Ids, owner: User) -> Any:
    if isinstance(field, models.ForeignKey):
        return _link(field, given, ids, owner)
    if isinstance(field, models.FileField):
        return ""
    if given is None and not field.null:
        raise ValueError("there has to be a value")
    _check_kind(field, given)
    value = field.to_python(given)
    field.run_validators(value)
    if field.choices and value not in dict(field.flatchoices):
        raise ValueError("no value that it can have")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("a time without an offset")
    return value


def _check_kind(field: models.Field[Any, Any], given: Any) -> None:
    """JSON's own kinds, so that `"5"` does not become 5."""
    if given is None:
        return
    kinds: tuple[type, ...] = (str,)
    if isinstance(field, models.JSONField):
        kinds = (field.default,) if field.default in (dict, list) else (object,)
    elif isinstance(field, models.BooleanField):
        kinds = (bool,)
    elif isinstance(field, models.IntegerField):
        kinds = (int,)
    elif isinstance(field, models.FloatField):
        kinds = (float, int)
    if not isinstance(given, kinds) or (isinstance(given, bool) and kinds[0] in (int, float)):
        raise ValueError(f"{kinds[0].__name__} is wanted")


def _link(field: models.Field[Any, Any], given: Any, ids: Ids, owner: User) -> int | None:
    if field.related_model is User:
        return owner.pk if given == OWNER or not field.null else None
    if given is None and field.null:
        return None
    to = ids.get(links_of(field.model)[field.name], {})
    if not isinstance(given, int) or given not in to:
        raise ValueError("refers to a row that is not there")
    return to[given]


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)[:200]
    return str(error)[:200]
