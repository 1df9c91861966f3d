"""`python -m django compile_words`: writes the .mo file beside each .po file."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from backstride.web.catalogue import catalogues, mo_of, read_po


class Command(BaseCommand):
    """Compiles the translations of the pages, without gettext's own programs."""

    help = __doc__ or ""
    requires_system_checks = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Writes each file and names it."""
        for folder in settings.LOCALE_PATHS:
            for file in catalogues(folder):
                out = file.with_suffix(".mo")
                out.write_bytes(mo_of(read_po(file.read_text(encoding="utf-8"))))
                self.stdout.write(str(out.relative_to(folder)))
