"""The tables: what runners told, what was decided, and who changed what."""

from backstride.web.models.audit import Audit
from backstride.web.models.breaks import ExerciseBreak
from backstride.web.models.calendar import CalendarSource, DayChange, PlannedRun
from backstride.web.models.lessons import LessonRead
from backstride.web.models.pain import PainDay
from backstride.web.models.reminders import PushDevice, Reminder
from backstride.web.models.runner import Runner
from backstride.web.models.runs import Content, Given, Import, LeftOut, Recording, RunFile, ShoePair
from backstride.web.models.screening import Clearance, ScreeningForm
from backstride.web.models.sessions import SessionLog
from backstride.web.models.tokens import ApiToken
from backstride.web.models.user import User
from backstride.web.models.week import Week

__all__ = [
    "ApiToken",
    "Audit",
    "CalendarSource",
    "Clearance",
    "Content",
    "DayChange",
    "ExerciseBreak",
    "Given",
    "Import",
    "LeftOut",
    "LessonRead",
    "PainDay",
    "PlannedRun",
    "PushDevice",
    "Recording",
    "Reminder",
    "RunFile",
    "Runner",
    "ScreeningForm",
    "SessionLog",
    "ShoePair",
    "User",
    "Week",
]
