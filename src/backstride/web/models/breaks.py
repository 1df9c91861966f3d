"""Exercises that a runner does not want for some days."""

from django.db import models

from backstride.web.models.runner import Runner


class ExerciseBreak(models.Model):
    """An exercise that stays out of the week up to a day, which is the first that may hold it again."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="exercise_breaks")
    exercise = models.CharField(max_length=64)
    until = models.DateField()

    class Meta:
        ordering = ["exercise"]
        constraints = [models.UniqueConstraint(fields=["runner", "exercise"], name="one_break_an_exercise")]
