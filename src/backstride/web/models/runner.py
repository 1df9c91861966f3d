"""A runner: who the weeks are for."""

from django.conf import settings
from django.db import models


class Runner(models.Model):
    """A runner with what they said of themselves.

    `profile` is the contract's `runner`, validated by the core before it is stored. `facts` counts every
    change of a fact, so that a week decided on older facts is seen to be out of date.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="runner")
    profile = models.JSONField(default=dict)
    usual_runs = models.JSONField(default=dict, help_text="Runs by weekday where there is no calendar.")
    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=8, default="en")
    miles = models.BooleanField(default=False)
    demo = models.BooleanField(default=False)
    facts = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"runner {self.pk}"
