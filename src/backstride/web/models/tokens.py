"""Keys for other programs."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from backstride.web.models.runner import Runner


class ApiToken(models.Model):
    """Access for a program: only the SHA-256 of the key is kept. Never part of an archive.

    `scopes` are of read, log and plan. Without `expires_at` it holds until it is revoked.
    """

    runner = models.ForeignKey(Runner, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    @staticmethod
    def holding(at: datetime) -> Q:
        """The condition under which a token lets in at that moment."""
        return Q(revoked_at=None) & (Q(expires_at=None) | Q(expires_at__gt=at))
