"""The runner's plans: their own calendar of runs, and what they changed of single days."""

from django.db import models

from backstride.web.models.runner import Runner


class CalendarSource(models.Model):
    """A calendar that entries come from, a file or an address; `name` is its entries' `origin`.

    `address` is empty for a file, and may be the key to somebody's calendar: it is never shown or logged.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="calendars")
    name = models.CharField(max_length=200)
    address = models.TextField(default="", blank=True)
    at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    reason = models.TextField(default="", blank=True)
    left_out = models.JSONField(default=list)
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "name"], name="a_calendar_has_one_name")]


class PlannedRun(models.Model):
    """An entry of the calendar; `origin` says which calendar it came from (empty: by hand).

    `edited` entries of a calendar are the runner's own word: they stay as they are when it is read again.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="planned_runs")
    day = models.DateField()
    kind = models.CharField(max_length=10)
    distance_m = models.FloatField(null=True)
    duration_s = models.FloatField(null=True)
    guessed = models.BooleanField(default=False)
    title = models.CharField(max_length=200, default="", blank=True)
    origin = models.CharField(max_length=200, default="", blank=True)
    edited = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "pk"]
        indexes = [models.Index(fields=["runner", "day"])]


class DayChange(models.Model):
    """What differs on one day from the runner's usual: the minutes that they have for their back."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="day_changes")
    day = models.DateField()
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "day"], name="one_change_a_day"),
            models.CheckConstraint(condition=models.Q(minutes__lte=1440), name="a_day_has_1440_minutes"),
        ]
