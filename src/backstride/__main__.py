"""`python -m backstride`."""

import sys

if __name__ == "__main__":
    try:
        from backstride.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)
