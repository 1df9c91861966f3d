"""A person who signs in: a runner, a clinician, or both."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Django's own user, in a table of this project, so that it can grow."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    class Meta:
        ordering = ["pk"]
