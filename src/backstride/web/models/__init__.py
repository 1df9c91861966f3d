"""The tables: what runners told, what was decided, and who changed what."""

from backstride.web.models.audit import Audit
from backstride.web.models.calendar import CalendarSource, DayChange, PlannedRun
from backstride.web.models.pain import PainDay
from backstride.web.models.runner import Runner
from backstride.web.models.runs import Content, Given, Import, LeftOut, Recording, RunFile, ShoePair
from backstride.web.models.screening import Clearance, ScreeningForm
from backstride.web.models.sessions import SessionLog
from backstride.web.models.user import User
from backstride.web.models.week import Week

__all__ = [
    "Audit",
    "CalendarSource",
    "Clearance",
    "Content",
    "DayChange",
    "Given",
    "Import",
    "LeftOut",
    "PainDay",
    "PlannedRun",
    "Recording",
    "RunFile",
    "Runner",
    "ScreeningForm",
    "SessionLog",
    "ShoePair",
    "User",
    "Week",
]
