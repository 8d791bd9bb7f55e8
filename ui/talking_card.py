"""The person's own call: who it is, what there is to know of them, and what can be done with the call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.core.model import Doing, SideKind
from desk.core.views import CallView, PromiseView, View
from desk.link_types import DropCall, JoinConsult, NoteCall, ParkCall, ResumeCall, SetHeadset
from ui import calls_said, words
from ui.bits import Card, Words, column, empty, heading, let_go_of_keyboard
from ui.button import Button
from ui.headset_problem import HeadsetProblem
from ui.level_bars import LevelBars
from ui.look import Look
from ui.refusal import Refusal
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate
CallDoing = Callable[[str], None]


class TalkingCard(QWidget):
    """Above Next while the person's own end is taken; hidden otherwise.

    A note that is being written stays with its call: a swap puts it away and brings it back, and the end of
    the call saves it. The field never takes the keyboard by itself.
    """

    def __init__(
        self,
        look: Look,
        truth: Truth,
        pass_on: CallDoing,
        keypad: CallDoing,
        show_people: Callable[[], None],
    ) -> None:
        super().__init__()
        self.look, self.truth = look, truth
        self.call: CallView | None = None
        self.drafts: dict[str, str] = {}
        self._known: tuple[object, ...] = ()
        px = look.px
        layout = column(look, self, gap=12)
        self.heading = heading(look, "")
        layout.addWidget(self.heading)
        self.card = Card(look, "card", "accent")
        self.card.mark = "accent"
        layout.addWidget(self.card)
        inside = column(look, self.card, gap=8)
        inside.setContentsMargins(px(28), px(20), px(24), px(20))
        top = QHBoxLayout()
        top.setSpacing(px(12))
        self.who = Words(look, SIZES.title, strong=True, lines=2)
        self.time = Words(look, SIZES.title, strong=True, colour="accent", firm=True)
        top.addWidget(self.who, 1)
        top.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        self.number = Words(look, SIZES.body, colour="soft", lines=2)
        self.mark = Words(look, SIZES.name, strong=True, colour="accent", firm=True)
        self.state = Words(look, SIZES.name, lines=2)
        self.about = Words(look, SIZES.body, colour="soft", lines=2)
        self.problem = HeadsetProblem(look, truth)
        self.refusal = Refusal(look, truth)
        self.promise = Words(look, SIZES.body, strong=True, lines=3)
        self.known = column(look, gap=4)
        inside.addLayout(top)
        inside.addWidget(self.number)
        how = QHBoxLayout()
        how.setSpacing(px(12))
        how.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.levels = LevelBars(look, truth)
        how.addWidget(self.state, 2)
        how.addWidget(self.levels, 1)
        inside.addLayout(how)
        inside.addWidget(self.about)
        inside.addWidget(self.problem)
        inside.addLayout(self._buttons(pass_on, keypad))
        self.note = QLineEdit()
        self.note.setPlaceholderText(translate("Talk", "A note; Enter saves it"))
        self.note.setAccessibleName(translate("Talk", "Note to this call"))
        self.note.setMaxLength(500)
        self.note.returnPressed.connect(self._save_note)
        self.person = Button(look)
        self.person.clicked.connect(show_people)
        written = QHBoxLayout()
        written.setSpacing(px(8))
        written.addWidget(self.note, 1)
        written.addWidget(self.person)
        inside.addLayout(written)
        inside.addWidget(self.promise)
        inside.addLayout(self.known)
        self.hide()

    def _buttons(self, pass_on: CallDoing, keypad: CallDoing) -> QVBoxLayout:
        look, px = self.look, self.look.px
        self.hold = Button(look, translate("Talk", "Hold"), key="F6")
        self.hold.clicked.connect(self.hold_call)
        self.pass_on = Button(look, translate("Talk", "Pass on"), key="F7")
        self.pass_on.clicked.connect(lambda: self._for_call(pass_on))
        self.hang_up = Button(look, translate("Talk", "Hang up"), key="F12")
        self.hang_up.clicked.connect(self.drop_call)
        self.join = Button(look, translate("Talk", "Connect them"), key="F7", kind="main")
        self.join.clicked.connect(self.join_them)
        self.back = Button(look, key="F6")
        self.back.clicked.connect(self.go_back)
        self.mute = Button(look, translate("Talk", "Mute"))
        self.mute.clicked.connect(self._mute)
        self.mute.widest = max(translate("Talk", "Mute"), translate("Talk", "Unmute"), key=len)
        self.keys = Button(look, translate("Talk", "Keys"))
        self.keys.clicked.connect(lambda: self._for_call(keypad))
        rows = QVBoxLayout()
        rows.setContentsMargins(0, px(4), 0, px(4))
        rows.setSpacing(px(8))
        grid = QGridLayout()
        grid.setSpacing(px(8))
        for i, button in enumerate((self.hold, self.pass_on, self.join, self.back)):
            grid.addWidget(button, 0, i)
        second = QHBoxLayout()
        second.setSpacing(px(8))
        for button in (self.hang_up, self.keys, self.mute):
            second.addWidget(button)
        rows.addLayout(grid)
        rows.addLayout(second)
        rows.addWidget(self.refusal)
        return rows

    def take_over(self, before: TalkingCard) -> None:
        """Be built anew in its place: what was being written is kept."""
        before.levels.listen(False)
        self.drafts = dict(before.drafts)
        if before.call is not None and before.note.text():
            self.drafts[before.call.id] = before.note.text()

    # ---- drawing

    def refresh(self) -> None:
        """Draw what differs; another call brings its own note."""
        view = self.truth.view
        if view is None:
            return
        call = calls_said.with_you(view)
        before = self.call.id if self.call is not None else None
        if before is not None and (call is None or call.id != before):
            self._leave_note(view, before)
        if call is not None and call.id != before:
            self.note.setText(self.drafts.pop(call.id, ""))
            self.refusal.hide()
        self.call = call
        if call is None or call.id != before:
            let_go_of_keyboard(self)
        self.setVisible(call is not None)
        self.levels.listen(call is not None and call.doing is Doing.TALKING and self._by_headset(view))
        if call is not None:
            self._show(view, call)

    def _show(self, view: View, call: CallView) -> None:
        now = self.truth.now()
        name, talking = words.who(call, view), call.doing is Doing.TALKING
        self.heading.say(calls_said.heading_with_you(call))
        self.who.say(name)
        self.time.say(words.between(now, call.since))
        self._put(
            self.number, "  ·  ".join(t for t in (words.also(call, view), calls_said.company(call)) if t)
        )
        self._put(self.mark, words.capital(calls_said.mark(call)))
        muted = talking and self._by_headset(view) and view.side.headset.muted
        state = calls_said.state_with_you(call, view)
        self.state.say(
            translate("Talk", "Talking; your microphone is off") if muted else state,
            "warn" if muted or view.side.rings else "ink",
        )
        about = calls_said.asked_about(call, view)
        said = ""
        if about is not None:
            said = translate("Talk", "%1 is on hold %2").replace("%1", words.who(about, view))
            said = said.replace("%2", words.between(now, about.since))
        self._put(self.about, said)
        self.problem.refresh(call)
        promise = next((p for p in view.promises if p.id in (call.calls_back, call.promise)), None)
        self._put(self.promise, self._owed(promise, view, call))
        self._show_known(view, call, promise)
        self.note.setVisible(call.doing is not Doing.DIALLING)
        self._show_buttons(view, call, about)
        self.person.setVisible(bool(call.contacts or call.number) and call.doing is Doing.TALKING)
        self.person.say(
            translate("Talk", "Open in People") if call.contacts else translate("Talk", "Add to People")
        )
        self.setAccessibleName(f"{self.heading.text()}: {name}, {self.state.text()}")

    def _put(self, label: Words, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))

    def _owed(self, promise: PromiseView | None, view: View, call: CallView) -> str:
        """The open promise of this number, and that nothing has to be done about it."""
        if promise is None:
            return ""
        time = words.promised(promise, view, self.truth.now())
        owed = words.capital(time) if time else translate("Talk", "A callback was promised")
        if call.calls_back is not None:
            return owed
        return translate("Talk", "%1. Speaking now settles it.").replace("%1", owed)

    def _show_known(self, view: View, call: CallView, promise: PromiseView | None) -> None:
        note = promise.note if promise is not None else ""
        shared = len(call.contacts) > 1
        notes = [f"{c.name}: {c.notes}" if shared else c.notes for c in call.contacts if c.notes]
        today = self.truth.now().date()
        known = (call.before, tuple(notes), call.notes, note, today, self.look.scale)
        if known == self._known:
            return
        self._known = known
        empty(self.known)
        for text in (*notes, *(words.quoted(n) for n in (note, *call.notes) if n)):
            self.known.addWidget(Words(self.look, SIZES.body, lines=3, text=text))
        for one in call.before:
            text = calls_said.contacted(one, view, self.truth.now())
            self.known.addWidget(Words(self.look, SIZES.small, colour="soft", lines=2, text=text))

    def _show_buttons(self, view: View, call: CallView, about: CallView | None) -> None:
        talking = call.doing is Doing.TALKING
        swap = talking and about is None and bool(calls_said.parked(view))
        self.hold.setVisible(talking and about is None)
        self.hold.press_with("" if swap else "F6")
        self.pass_on.setVisible(talking and about is None)
        self.join.setVisible(about is not None and call.doing in (Doing.TALKING, Doing.RINGING_THERE))
        self.back.setVisible(about is not None)
        if about is not None:
            self.back.say(translate("Talk", "Back to %1").replace("%1", words.who(about, view)))
        self.hang_up.setVisible(calls_said.can_be_dropped(call, view))
        self.keys.setVisible(talking)
        muted = view.side.headset.muted
        self.mute.setVisible(talking and self._by_headset(view))
        self.mute.say(translate("Talk", "Unmute") if muted else translate("Talk", "Mute"))
        self.mute.be("chosen" if muted else "plain")
        self.mute.call_it(
            translate("Talk", "Switch your microphone on again")
            if muted
            else translate("Talk", "Switch your microphone off")
        )
        self.levels.setVisible(talking and self._by_headset(view))

    def _by_headset(self, view: View) -> bool:
        return view.side.used is SideKind.HEADSET

    # ---- doing

    def _for_call(self, does: CallDoing) -> None:
        if self.call is not None:
            does(self.call.id)

    def hold_call(self) -> None:
        """The Hold button: put this call on hold."""
        if self.call is not None:
            self.truth.ask(ParkCall(call=self.call.id), refused=self.refusal.say)

    def resume(self, call: str) -> None:
        """Speak with this one; who is spoken with now goes on hold."""
        self.truth.ask(ResumeCall(call=call), refused=self.refusal.say)

    def go_back(self) -> None:
        """The colleague is let go, and the caller on hold spoken with again."""
        if self.call is not None and self.call.for_call is not None:
            about = self.call.for_call
            self.truth.ask(DropCall(call=self.call.id), lambda: self.resume(about), self.refusal.say)

    def drop_call(self) -> None:
        """Hang up."""
        if self.call is not None:
            self.truth.ask(DropCall(call=self.call.id), refused=self.refusal.say)

    def join_them(self) -> None:
        """The caller on hold and the colleague are connected; both leave this desk."""
        if self.call is not None:
            self.truth.ask(JoinConsult(call=self.call.id), refused=self.refusal.say)

    def _mute(self) -> None:
        view = self.truth.view
        if view is not None:
            self.truth.ask(SetHeadset(muted=not view.side.headset.muted), refused=self.refusal.say)

    # ---- the note

    def _save_note(self) -> None:
        text = self.note.text().strip()
        if self.call is not None and text:
            self.truth.ask(NoteCall(call=self.call.id, text=text), self.note.clear, self.refusal.say)

    def _leave_note(self, view: View, call: str) -> None:
        """The call is not the person's any more: a note half written waits for it, or is saved at its end."""
        text = self.note.text().strip()
        self.note.clear()
        if any(c.id == call for c in view.calls):
            self.drafts[call] = text
        elif text:
            self.truth.ask(NoteCall(call=call, text=text))
        for gone in set(self.drafts) - {c.id for c in view.calls}:
            if text := self.drafts.pop(gone):
                self.truth.ask(NoteCall(call=gone, text=text))
