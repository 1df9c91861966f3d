"""Who changed what, and when."""

from django.conf import settings
from django.db import models


class Audit(models.Model):
    """One state change. `details` holds ids and counts, never answers, scores or names."""

    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    runner = models.ForeignKey(
        "backstride.Runner", null=True, on_delete=models.SET_NULL, related_name="audit"
    )
    command = models.CharField(max_length=64)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["runner", "at"])]
