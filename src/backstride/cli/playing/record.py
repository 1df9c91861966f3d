"""What is known of a session while it is played and after: the sets, the pain, the efforts."""

from dataclasses import dataclass, field
from datetime import datetime

from backstride.cli.deciding import Outcome
from backstride.cli.page import Page
from backstride.cli.playing.hurts import Pain, Verdict, verdict
from backstride.cli.playing.playback import Playback
from backstride.cli.playing.questions import ask_efforts, ask_pain, ask_pain_during
from backstride.cli.render_triage import show_safety_net
from backstride.cli.terminal import Quit, Terminal
from backstride.knowledge import Library
from backstride.scenario import DoneSession
from backstride.sessions.done import done_items
from backstride.sessions.script import Script
from backstride.terms import Slot


@dataclass
class Record:
    """A session in the making; `at` is when it began."""

    script: Script
    playback: Playback
    outcome: Outcome
    library: Library
    at: datetime
    pains: list[Pain] = field(default_factory=list)
    efforts: dict[str, float | None] = field(default_factory=dict)

    def session(self) -> DoneSession | None:
        """The session as it is logged; `None` where nothing was done and nothing hurt."""
        session = self._so_far()
        return session if session.items or self.pains else None

    def hurt(self, terminal: Terminal, page: Page) -> bool:
        """Asks for score and place and says what they mean now; whether the session stops."""
        try:
            pain = ask_pain(terminal, self.library)
        except Quit:
            return False
        return self._told(pain, page).stop

    def ask(self, terminal: Terminal, page: Page) -> None:
        """Asks for the effort of what was done, and the worst pain meanwhile. Raises Quit."""
        done = self._so_far().items
        if not done:
            return
        self.efforts = {}
        for item in done:
            self.efforts |= ask_efforts(terminal, self.library, (item.exercise,))
        worst = ask_pain_during(terminal, self.library)
        if worst is not None:
            known = max((pain.score for pain in self.pains), default=0.0)
            if worst > known:
                self._told(Pain(worst, leg=False), page)
            else:
                self.pains.append(Pain(worst, leg=False))

    def _told(self, pain: Pain, page: Page) -> Verdict:
        self.pains.append(pain)
        decision = self.outcome.decision
        rules = self.library.rules(decision.rules)
        found = verdict(pain, self._so_far(), self.outcome.scenario, self.library, rules)
        for words in found.words:
            page.line(words)
        if found.stop:
            show_safety_net(page, decision.triage, short=True)
        return found

    def _so_far(self) -> DoneSession:
        slot: Slot = self.script.slot or "cross"
        return DoneSession(
            at=self.at,
            slot=slot,
            pain_during=max((pain.score for pain in self.pains), default=None),
            new_leg_symptoms=any(pain.leg for pain in self.pains),
            items=done_items(self.script, self.playback.played, self.efforts),
        )
