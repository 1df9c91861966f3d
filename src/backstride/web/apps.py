"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Backstride's own tables, pages and commands."""

    name = "backstride.web"
    label = "backstride"
    default_auto_field = "django.db.models.BigAutoField"
