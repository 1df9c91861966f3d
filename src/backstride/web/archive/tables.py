"""Which tables an archive carries, and the order in which they can be filled again."""

from functools import cache

from django.apps import apps
from django.db import models

from backstride.web.models import ApiToken, PushDevice, Runner, User

Model = type[models.Model]

# What belongs to a server or a device and not to the runner's story: keys, passwords, addresses of devices.
LEFT_OUT: tuple[Model, ...] = (User, ApiToken, PushDevice)


@cache
def tables() -> dict[str, Model]:
    """Every table that hangs on a runner, by its name, each after those that it refers to."""
    found: dict[str, Model] = {}
    left = [model for model in apps.get_app_config("backstride").get_models() if model not in LEFT_OUT]
    while left:
        known = {*LEFT_OUT, *found.values()}
        ready = [model for model in left if known.issuperset({*links_of(model).values()} - {model})]
        if not ready:
            raise TypeError(f"tables in a circle: {', '.join(model.__name__ for model in left)}")
        found |= {name_of(model): model for model in ready}
        left = [model for model in left if model not in ready]
    return found


def name_of(model: Model) -> str:
    """A table's name in the archive."""
    return str(model._meta.model_name)


def path_to_runner(model: Model) -> str:
    """The lookup from a row to its runner's id, such as `source__runner`.

    Raises:
        TypeError: there is none: the table cannot be carried.
    """
    if model is Runner:
        return "pk"
    links = links_of(model)
    for name, to in links.items():
        if to is Runner:
            return name
    for name, to in links.items():
        if to not in (*LEFT_OUT, model):
            return f"{name}__{path_to_runner(to)}"
    raise TypeError(f"{model.__name__} does not hang on a runner")


def links_of(model: Model) -> dict[str, Model]:
    """The tables that a table refers to, by field."""
    return {
        field.name: model if isinstance(field.related_model, str) else field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
    }
