"""`backstride serve`: the web application on this machine, for its owner alone."""

import fcntl
import importlib
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from backstride.cli.console import say_aside
from backstride.cli.refusal import BadInput

HOST = "127.0.0.1"
PORT = 8421
SETTINGS = "backstride.web.settings.home"
# Named, not imported: the web stands above the terminal, and nothing imports it.
_APPLICATION, _HOME = "backstride.web.wsgi:application", "backstride.web.home"

Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="The port; by default 8421 or a free one.")
]
Quiet = Annotated[bool, typer.Option("--no-browser", help="Only print the address.")]


def serve(port: Port = None, no_browser: Quiet = False) -> None:
    """Start Backstride in the browser; only this machine, and only whoever has the printed link, gets in."""
    link = _prepare()
    folder = _data_folder()
    with _only_one(folder) as running:
        if running:
            address = f"http://{HOST}:{running}/enter/{link}"
            say_aside("Backstride is running already; here is a new link.")
            _show(address, browser=not no_browser)
            return
        chosen = _port(port)
        (folder / "port").write_text(str(chosen), encoding="utf-8")
        address = f"http://{HOST}:{chosen}/enter/{link}"
        threading.Thread(target=_show_when_up, args=(chosen, address, not no_browser), daemon=True).start()
        _run_server(chosen)


def _prepare() -> str:
    """Brings the database up to date, and makes the one-time link."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django
    from django.core.management import call_command

    try:
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
    except OSError as error:
        raise BadInput(f"{error.filename}: {error.strerror}") from None
    return str(importlib.import_module(_HOME).new_link())


def _data_folder() -> Path:
    from django.conf import settings

    return Path(settings.FOLDER)


@contextmanager
def _only_one(folder: Path) -> Iterator[int | None]:
    """Holds the folder's lock while the server runs; gives the port of one that runs already, else None."""
    with (folder / "lock").open("a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield int((folder / "port").read_text(encoding="utf-8"))
            return
        yield None


def _port(wanted: int | None) -> int:
    """The port that was asked for, or the usual one, or, where that is taken, a free one."""
    for candidate in (wanted,) if wanted is not None else (PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, candidate))
            except OSError as error:
                if wanted is not None:
                    raise BadInput(f"--port: {wanted}: {error.strerror}") from None
                continue
            return int(probe.getsockname()[1])
    raise BadInput("no free port on this machine")


def _run_server(port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    server: Any = Granian(
        _APPLICATION,
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_enabled=False,
        # What the browser still waits for must not hold up Ctrl-C.
        workers_kill_timeout=3,
    )
    server.serve()


def _show_when_up(port: int, address: str, browser: bool) -> None:  # noqa: FBT001  (a thread's positional argument)
    for _ in range(200):
        with socket.socket() as probe:
            probe.settimeout(0.1)
            if probe.connect_ex((HOST, port)) == 0:
                _show(address, browser=browser)
                return
        threading.Event().wait(0.1)


def _show(address: str, *, browser: bool) -> None:
    say_aside("Backstride is at the address below. It works once; Ctrl-C stops the server.")
    typer.echo(address)
    sys.stdout.flush()
    if browser and (
        sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        webbrowser.open(address)
