"""The runner's plans: their own calendar of runs, and what they changed of single days."""

from django.db import models

from backstride.web.models.runner import Runner


class PlannedRun(models.Model):
    """An entry of the calendar; `origin` says which calendar it came from (empty: by hand)."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="planned_runs")
    day = models.DateField()
    kind = models.CharField(max_length=10)
    distance_m = models.FloatField(null=True)
    duration_s = models.FloatField(null=True)
    guessed = models.BooleanField(default=False)
    title = models.CharField(max_length=200, default="", blank=True)
    origin = models.CharField(max_length=200, default="", blank=True)

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
