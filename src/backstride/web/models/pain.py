"""The pain diary."""

from django.db import models
from django.db.models import Q

from backstride.web.models.runner import Runner

SCORE = Q(morning__isnull=True) | Q(morning__range=(0, 10))


class PainDay(models.Model):
    """One day: scores of 0 to 10, leg symptoms, night pain."""

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="pain_days")
    day = models.DateField()
    morning = models.FloatField(null=True)
    worst = models.FloatField(null=True)
    leg = models.BooleanField(default=False)
    night = models.BooleanField(default=False)

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["runner", "day"], name="one_pain_entry_a_day"),
            models.CheckConstraint(condition=SCORE, name="morning_score_0_to_10"),
            models.CheckConstraint(
                condition=Q(worst__isnull=True) | Q(worst__range=(0, 10)), name="worst_score_0_to_10"
            ),
        ]
