"""What a request may upload, and how files of people unknown are called."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils.translation import gettext as _

from backstride.web.keeping.names import shown_name

_CHUNK = 2**20


class LimitedUploads(TemporaryFileUploadHandler):
    """To disk while it arrives, and no further than the settings allow; then the request says why."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._bytes = self._files = 0

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        self._files += 1
        if self._files > settings.UPLOAD_MOST_FILES:
            self._refuse(
                _("More than %(n)s files at once: put them in a zip.") % {"n": settings.UPLOAD_MOST_FILES}
            )
        # Django takes the ending for its temporary file as it is, however long.
        super().new_file(field_name, shown_name(file_name), *args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._bytes += len(raw_data)
        if self._bytes > settings.UPLOAD_MOST_BYTES:
            limit = f"{settings.UPLOAD_MOST_BYTES / 1e9:.0f} GB"
            self._refuse(_("More than %(limit)s at once: give it in parts.") % {"limit": limit})
        super().receive_data_chunk(raw_data, start)

    def _refuse(self, reason: str) -> None:
        self.request.upload_refused = reason  # type: ignore[union-attr]
        # The rest is read and thrown away: a browser that is cut off shows no page.
        raise StopUpload(connection_reset=False)


def refused(request: HttpRequest) -> str:
    """Why the request's files were not taken; empty where they were."""
    request.FILES  # noqa: B018  (reads the request)
    return str(getattr(request, "upload_refused", ""))


def digest(file: UploadedFile) -> str:
    """The SHA-256 of an uploaded file, in hexadecimal."""
    found = hashlib.sha256()
    for chunk in file.chunks(_CHUNK):
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
