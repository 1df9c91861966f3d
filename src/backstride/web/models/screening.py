"""Answers to the screening questions."""

from django.db import models

from backstride.web.models.runner import Runner


class ScreeningForm(models.Model):
    """The answers given at one time. A new form never overwrites an older one.

    `weekly` marks the short check, which holds the questions E1-E5 alone.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="screenings")
    at = models.DateTimeField()
    weekly = models.BooleanField(default=False)
    answers = models.JSONField()

    class Meta:
        ordering = ["at", "pk"]
        get_latest_by = ["at", "pk"]


class Clearance(models.Model):
    """Answers that a clinician has assessed."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="clearances")
    ids = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]
