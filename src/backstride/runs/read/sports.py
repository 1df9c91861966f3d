"""The many words for a sport to a few, and guesses where there is no word."""

import re

SLOWEST_RUN, FASTEST_RUN = 1.7, 6.5  # m/s: slower is walked; faster for long is ridden
_FASTEST_RIDE = 15.0

_WORDS = {
    "running": "run runs running runner jog jogging treadmill race corrida corridas correr carrera course"
    " trailrun trailrunning traillauf hardloopsessie"
    " footing laufen lauf dauerlauf corsa hardlopen loop löpning bieg bieganie бег juoksu løb løping běh"
    " futás 跑步 ランニング 달리기",
    "walking": "walk walking caminhada caminata marche gehen spaziergang wandelen passeggiata spacer",
    "hiking": "hike hiking trekking wandern wanderung randonnée trilha senderismo",
    "cycling": "bike biking cycling ride riding bicycle mtb pedalada ciclismo bici vélo cyclisme radfahren"
    " radfahrt fahrrad fietsen",
    "swimming": "swim swimming natação natación natation schwimmen nuoto zwemmen",
    "driving": "drive driving car motorcycling automotive",
}
_SPORT_OF = {word: sport for sport, words in _WORDS.items() for word in words.split()}

# The numbers seen in GPX files of Strava.
_STRAVA = {"1": "cycling", "4": "hiking", "9": "running", "10": "walking", "16": "swimming"}

_NO_SPORT = frozenset({"", "unknown", "generic", "all", "invalid", "gps", "track", "activity", "workout"})

_SURFACES = {
    "treadmill": "treadmill",
    "indoor_running": "treadmill",
    "virtual_activity": "treadmill",
    "track": "track",
    "indoor_track": "track",
    "trail": "trail",
    "ultra": "trail",
    "street": "road",
}
_RUN_SUB_SPORTS = frozenset({"treadmill", "indoor_running"})


def sport_of(word: str | None) -> str | None:
    """The sport that a file names in a type field; None where it names none."""
    key = re.sub(r"[\s\-/]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", (word or "").strip())).lower()
    if key.isdigit():
        return _STRAVA.get(key)
    if key in _NO_SPORT:
        return None
    found = _sports_in(key.replace("_", " "))
    if len(found) > 1:
        return None
    return found.pop() if found else key


def known_sport(word: str | None) -> str | None:
    """The sport that a word names, where it is one of the few that are told apart here; else None."""
    found = sport_of(word)
    return found if found in _WORDS else None


def sport_in_title(title: str | None) -> str | None:
    """The sport that a title speaks of ("Morning Run"); None for no sport or for several."""
    found = _sports_in(title or "")
    return found.pop() if len(found) == 1 else None


def _sports_in(text: str) -> set[str]:
    return {_SPORT_OF[word] for word in re.findall(r"\w+", text.lower()) if word in _SPORT_OF}


def sport_of_fit(sport: str | None, sub_sport: str | None) -> str | None:
    """FIT's own enumeration; older watches file a treadmill under fitness equipment."""
    if sub_sport in _RUN_SUB_SPORTS:
        return "running"
    return sport


def sport_at(speed: float | None) -> str | None:
    """The likeliest sport at a median moving speed in m/s."""
    if speed is None or speed <= 0:
        return None
    if speed < SLOWEST_RUN:
        return "walking"
    if speed <= FASTEST_RUN:
        return "running"
    return "cycling" if speed <= _FASTEST_RIDE else "driving"


def surface_of(sub_sport: str | None) -> str | None:
    """Treadmill, track, trail or road, where the file says so."""
    return _SURFACES.get(sub_sport or "")
