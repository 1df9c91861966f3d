"""Runs read from the files of a watch, and the files themselves."""

from django.db import models
from django.db.models import Q

from backstride.web.models.runner import Runner


class Import(models.Model):
    """One import: what was given, how far it got, what came of it."""

    class State(models.TextChoices):
        WAITING = "waiting"
        READING = "reading"
        DONE = "done"
        FAILED = "failed"

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="imports")
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    new_runs = models.PositiveIntegerField(default=0)
    known_runs = models.PositiveIntegerField(default=0)
    reason = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-at", "-pk"]


class RunFile(models.Model):
    """An original file as it was given, kept for export and for a better reader to come."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="run_files")
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to="runs/%Y/%m")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "sha256"], name="a_file_is_kept_once")]


class Recording(models.Model):
    """A recorded activity, m and s. Which of several recordings of one run counts is worked out, not stored:
    `counts` is that result, renewed after each import.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="recordings")
    source = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64)
    start = models.DateTimeField()
    activity = models.JSONField()
    counts = models.BooleanField(default=True)
    kind = models.CharField(max_length=10, default="", blank=True)
    surface = models.CharField(max_length=64, default="", blank=True)
    shoe = models.CharField(max_length=64, default="", blank=True)
    pain_during = models.FloatField(null=True)

    class Meta:
        ordering = ["start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "sha256"], name="a_recording_is_kept_once"),
            models.CheckConstraint(
                condition=Q(pain_during__isnull=True) | Q(pain_during__range=(0, 10)),
                name="pain_during_0_to_10",
            ),
        ]
        indexes = [models.Index(fields=["runner", "counts", "start"])]


class LeftOut(models.Model):
    """A file, or a part of one, that was not taken in, and why."""

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="left_out")
    name = models.CharField(max_length=400)
    reason = models.TextField()

    class Meta:
        ordering = ["name", "pk"]


class ShoePair(models.Model):
    """A pair of shoes: in use since, and the metres that it had then."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="shoes")
    name = models.CharField(max_length=64)
    since = models.DateField(null=True)
    start_m = models.FloatField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "name"], name="a_pair_has_one_name")]
