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
    moved_at = models.DateTimeField(null=True, help_text="When it last got on.")
    new_runs = models.PositiveIntegerField(default=0)
    known_runs = models.PositiveIntegerField(default=0)
    changes = models.JSONField(
        default=dict, help_text="Names under `new`, `known`, `replaced` and `completed`."
    )
    reason = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["-at", "-pk"]


def kept_as(file: "RunFile", _given: str) -> str:
    """Where a file is kept: by its bytes. What it was called never reaches the file system."""
    return f"runs/{file.runner_id}/{file.sha256}"


class RunFile(models.Model):
    """An original file, kept once for export and for a better reader to come; `source` brought it first."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="run_files")
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to=kept_as, max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "sha256"], name="a_file_is_kept_once")]


class Given(models.Model):
    """A file as an import was given it: the same file may come again under another name."""

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="given")
    file = models.ForeignKey(RunFile, on_delete=models.CASCADE, related_name="given")
    name = models.CharField(max_length=255)

    class Meta:
        ordering = ["pk"]


class Content(models.Model):
    """A content that was read, of a file or of a part of one: by which readers, and why it gave nothing.

    `sha256` is that of all that a reader goes by: bytes, ending, what a table tells. `source` is the import
    that met it first.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="contents")
    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="contents")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=400)
    edition = models.CharField(max_length=32)
    reason = models.TextField(default="", blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "sha256"], name="a_content_is_read_once")]


class Recording(models.Model):
    """A recorded activity, m and s: the one at `place` in the content of that hash.

    Which of several recordings of one run counts is worked out: `counts` is that result, renewed after each
    import, and `counted` is then the activity with what the others knew, where that is more than its own.
    `left_out` is the runner's word that it is no run of theirs.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="recordings")
    source = models.CharField(max_length=400)
    sha256 = models.CharField(max_length=64)
    place = models.PositiveIntegerField(default=0)
    start = models.DateTimeField()
    activity = models.JSONField()
    counted = models.JSONField(null=True)
    counts = models.BooleanField(default=True)
    left_out = models.BooleanField(default=False)
    kind = models.CharField(max_length=10, default="", blank=True)
    surface = models.CharField(max_length=64, default="", blank=True)
    shoe = models.CharField(max_length=64, default="", blank=True)
    pain_during = models.FloatField(null=True)

    class Meta:
        ordering = ["start", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "sha256", "place"], name="a_recording_is_kept_once"),
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
    """A pair of shoes: in use since, the metres that it had then, and the day it was put away."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="shoes")
    name = models.CharField(max_length=64)
    since = models.DateField(null=True)
    start_m = models.FloatField(default=0)
    retired = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["runner", "name"], name="a_pair_has_one_name")]
