"""Reminders of the day's session, and the devices that take them."""

from django.db import models
from django.db.models import Q

from backstride.web.models.runner import Runner


class Reminder(models.Model):
    """When and how a runner wants to be reminded: `at` is a time of day where they are.

    `done_on` is the last of their days on which it was due and seen to, whether or not there was a session.
    """

    runner = models.OneToOneField(Runner, on_delete=models.CASCADE, related_name="reminder")
    at = models.TimeField()
    mail = models.BooleanField(default=False)
    push = models.BooleanField(default=False)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]


class PushDevice(models.Model):
    """A browser that takes web push: the address of its push service and its keys. Never in an archive."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="devices")
    endpoint = models.CharField(max_length=1000)
    p256dh = models.CharField(max_length=200)
    auth = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "endpoint"], name="a_device_is_kept_once"),
            models.CheckConstraint(condition=Q(endpoint__startswith="http"), name="a_device_has_an_address"),
        ]
