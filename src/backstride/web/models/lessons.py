"""Lessons that a runner has read."""

from django.db import models

from backstride.web.models.runner import Runner


class LessonRead(models.Model):
    """A lesson that need not come up again, and when it was read."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="lessons_read")
    lesson = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["lesson"]
        constraints = [models.UniqueConstraint(fields=["runner", "lesson"], name="a_lesson_is_read_once")]
