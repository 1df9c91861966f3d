"""`python -m bench.web`: fills a folder, starts the server on it, visits each page, prints a table."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

if not __package__:  # called by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.web.pages import addresses
from bench.web.visit import Visitor, enter

_ROOT = Path(__file__).parents[2]
MOST_MS, MOST_BYTES = 300, 150_000


def main() -> None:
    """Prints the table; exit code 1 where a page is too slow or too heavy."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        environ = os.environ | {"BACKSTRIDE_DATA": str(folder)}
        environ.pop("DJANGO_SETTINGS_MODULE", None)
        if not (folder / "backstride.sqlite3").exists():
            told = f"import django; django.setup(); from bench.web.fill import fill; fill({options.years})"
            home = {"DJANGO_SETTINGS_MODULE": "backstride.web.settings.home"}
            subprocess.run([sys.executable, "-c", told], env=environ | home, cwd=_ROOT, check=True)
        serve = [sys.executable, "-m", "backstride", "serve", "--no-browser"]
        with subprocess.Popen(serve, env=environ, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            try:
                missed = _measure(enter(server.stdout.readline().strip()), options.visits)
            finally:
                server.terminate()
    sys.exit(1 if missed else 0)


def _measure(visitor: Visitor, visits: int) -> list[str]:
    print(f"{'page':<26}{'p50 ms':>8}{'p95 ms':>8}{'page B':>9}{'cold B':>9}")
    missed = []
    for name, path in addresses(visitor).items():
        page, cold = visitor.weigh(path)  # the first visit loads what the process needs; it is not timed
        times = [visitor.get(path)[3] for _ in range(visits)]
        late = quantiles(times, n=20)[-1]
        over = late > MOST_MS or cold > MOST_BYTES
        print(f"{name:<26}{median(times):>8.0f}{late:>8.0f}{page:>9,}{cold:>9,}{'  <-' if over else ''}")
        missed += [name] if over else []
    print(f"\nat most {MOST_MS} ms at the 95th percentile and {MOST_BYTES:,} bytes: ", end="")
    print(f"missed by {', '.join(missed)}" if missed else "all")
    return missed


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10, help="years of runs")
    parser.add_argument("--visits", type=int, default=40, help="visits to each page")
    parser.add_argument("--folder", type=Path, help="keep the data there, and use what is there")
    return parser.parse_args()


if __name__ == "__main__":
    main()
