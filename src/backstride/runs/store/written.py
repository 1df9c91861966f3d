"""An activity as text in a store, and back again the same."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from backstride.runs.activity import Activity


def write_activity(activity: Activity) -> str:
    """JSON of all but the source, which is the name that the content goes by."""
    facts = asdict(activity)
    del facts["source"]
    return json.dumps(facts | {"start": activity.start.isoformat()}, sort_keys=True, ensure_ascii=False)


def read_activity(text: str, source: str) -> Activity:
    """The activity by its source. Raises ValueError, TypeError, KeyError for what was not written here."""
    facts: dict[str, Any] = json.loads(text)
    start = datetime.fromisoformat(facts.pop("start"))
    notes = tuple(map(str, facts.pop("notes")))
    return Activity(start=start, notes=notes, source=source, **facts)
