"""Back sessions as they were done."""

from django.db import models

from backstride.web.models.runner import Runner


class SessionLog(models.Model):
    """One session done. `key` is made by who sends it: the same log sent again changes nothing.

    `record` is the contract's `sessions` entry, validated by the core before it is stored.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="session_logs")
    key = models.CharField(max_length=64)
    at = models.DateTimeField()
    record = models.JSONField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "key"], name="a_log_arrives_once")]
        indexes = [models.Index(fields=["runner", "at"])]
