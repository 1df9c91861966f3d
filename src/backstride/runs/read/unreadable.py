"""The one way in which a reader says no."""


class Unreadable(ValueError):
    """A file that holds no activity we can read; `reason` is one line in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
