"""Decided weeks, each with the scenario that it was decided from."""

from django.db import models

from backstride.web.models.runner import Runner


class Week(models.Model):
    """A decision and all that it depended on; never changed afterwards, so that it can be replayed.

    `sessions` repeats of the decision the slots of each day that has work, to be counted over a year.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="weeks")
    at = models.DateTimeField()
    facts = models.PositiveIntegerField()
    language = models.CharField(max_length=8)
    rules = models.CharField(max_length=32)
    status = models.CharField(max_length=20)
    scenario = models.JSONField()
    decision = models.JSONField()
    sessions = models.JSONField(default=dict)

    class Meta:
        ordering = ["at", "pk"]
        get_latest_by = ["at", "pk"]
        indexes = [models.Index(fields=["runner", "-at"])]
