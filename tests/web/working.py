"""Helpers of the tests about runs: jobs done at once, uploads written by hand, a page's text."""

import html
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult

from backstride.web.commands.imports import start_import
from backstride.web.models import Import, Runner

BOUNDARY = "----a-boundary"


def work() -> int:
    """Does every job that waits, in this process; how many those were."""
    waiting = list(DBTaskResult.objects.filter(status="READY").order_by("enqueued_at"))
    for result in waiting:
        result.delete()
        result.task.call(*result.args_kwargs["args"], **result.args_kwargs["kwargs"])
    return len(waiting)


def taken(runner: Runner, **named: bytes) -> Import:
    """An import of files, read; `a_fit=` is called a.fit."""
    files = [SimpleUploadedFile(name.replace("_", "."), data) for name, data in named.items()]
    done = start_import(runner, by=runner.user, files=files)
    work()
    runner.refresh_from_db()
    return Import.objects.get(pk=done["import"])


def multipart(field: str, *parts: tuple[str, bytes]) -> bytes:
    """A request's body with files by disposition, exactly as given."""
    body = b""
    for disposition, data in parts:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; {disposition}\r\n'
        body += head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n"
    return body + f"--{BOUNDARY}--\r\n".encode()


def post_raw(client: Client, path: str, body: bytes) -> Any:
    """The answer to such a request."""
    return client.post(path, body, content_type=f"multipart/form-data; boundary={BOUNDARY}")


def text_of(answer: Any) -> str:
    """What a person reads on a page, white space as single spaces."""
    whole = answer.content.decode()
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", whole)))
