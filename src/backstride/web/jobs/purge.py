"""What has had its time: ended sessions, tokens long over, jobs long done."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db.models import Q
from django_tasks_db.models import DBTaskResult

from backstride.web import clock
from backstride.web.models import ApiToken

KEEP = timedelta(days=30)


def purge() -> int:
    """Removes them; how many rows those were."""
    now = clock.now()
    over = ApiToken.objects.filter(Q(revoked_at__lt=now - KEEP) | Q(expires_at__lt=now - KEEP))
    done = DBTaskResult.objects.filter(finished_at__lt=now - KEEP)
    ended = Session.objects.filter(expire_date__lt=now)
    return sum(rows.delete()[0] for rows in (over, done, ended))
