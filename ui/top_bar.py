"""The top of the desk: the switch, the time, the line, whose desk it is, who is there, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from ui import troubles_said, words
from ui.bits import Words, tip
from ui.button import Button
from ui.glyphs import OF_LINE, Glyph
from ui.look import Look
from ui.presence_switch import PresenceSwitch
from ui.theme import SIZES
from ui.truth import Truth

translate = QCoreApplication.translate


class LineHealth(QWidget):
    """A sign and two words; what is wrong stands in the tooltip, and in the bar of troubles."""

    def __init__(self, look: Look, truth: Truth) -> None:
        super().__init__()
        self.truth = truth
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.sign = Glyph(look, "ring", "soft", size=14)
        self.word = Words(look, SIZES.body, colour="soft", firm=True)
        row.addWidget(self.sign)
        row.addWidget(self.word)

    def refresh(self) -> None:
        """Draw what differs."""
        view = self.truth.view
        if view is None:
            return
        glyph, colour = OF_LINE[view.line.state]
        if not self.truth.fresh:
            glyph, colour = "ring", "soft"
        self.sign.show_as(glyph, colour)
        self.word.say(words.line(view.line), "warn" if colour == "warn" else "soft")
        said = troubles_said.line_detail(view, self.truth.now())
        detail = ", ".join(t for t in (said, view.line.address) if t)
        self.setToolTip(tip(detail))
        self.setAccessibleName(self.word.text())
        self.setAccessibleDescription(detail)


class TopBar(QWidget):
    """On one line when it is wide, on two when it is not."""

    def __init__(self, look: Look, truth: Truth, menu: QMenu) -> None:
        super().__init__()
        self.look, self.truth = look, truth
        px = look.px
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(px(12))
        self.room = 0
        self.left = left = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.right = right = QHBoxLayout()
        left.setSpacing(px(16))
        right.setSpacing(px(20))
        self.switch = PresenceSwitch(look, truth)
        self.closed = Words(look, SIZES.body, strong=True, firm=True)
        left.addWidget(self.switch)
        left.addWidget(self.closed)
        left.addStretch(1)
        self.clock = Words(look, SIZES.name, strong=True, firm=True)
        self.line = LineHealth(look, truth)
        self.desk = Words(look, SIZES.body, colour="soft")
        self.person = Button(look, kind="quiet", glyph="down")
        self.people = QMenu(self.person)
        self.people.aboutToShow.connect(self._fill_people)
        self.person.setMenu(self.people)
        self.menu = Button(look, kind="quiet", glyph="menu", name=translate("Top", "Menu"))
        self.menu.setMenu(menu)
        for widget in (self.clock, self.line, self.desk):
            right.addWidget(widget)
        right.addStretch(0)  # takes the room there is on a line of its own, and none beside the switch
        for button in (self.person, self.menu):
            right.addWidget(button)
        self.box.addLayout(left, 1)
        self.box.addLayout(right)

    def arrange(self, width: int) -> None:
        """One line or two; the desk's name is left out first, the window's title says it too."""
        self.room = width
        self.left.setDirection(QBoxLayout.Direction.LeftToRight)
        left, right = self.left.minimumSize().width(), self.right_width()
        desk = self.desk.sizeHint().width() + self.right.spacing()
        one = left + self.box.spacing() + right
        wide = one <= width
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.box.setDirection(way)
        if left > width:
            self.left.setDirection(QBoxLayout.Direction.TopToBottom)
        self.desk.setVisible((one if wide else right) + desk <= width)

    def right_width(self) -> int:
        """What the right side needs at least, without the desk's name."""
        widgets = [w for w in (self.clock, self.line, self.person, self.menu) if not w.isHidden()]
        return sum(w.sizeHint().width() for w in widgets) + self.right.spacing() * (len(widgets) - 1)

    def refresh(self) -> None:
        """Draw what differs."""
        self.switch.refresh()
        view = self.truth.view
        if view is None:
            return
        now = self.truth.now()
        self.closed.say(words.closed(view, now))
        self.closed.setVisible(bool(self.closed.text()))
        self.clock.say(words.today(now, view.time_zone) if self.truth.fresh else "")
        self.line.refresh()
        self.desk.say(view.desk_name)
        alone = view.people[0] if len(view.people) == 1 else ""
        name = self.look.person if self.look.person in view.people else alone
        self.truth.link.by = name
        self.person.say(name or translate("Top", "Who is there?"))
        self.person.call_it(translate("Top", "At the desk: %1").replace("%1", name) if name else "")
        self.person.setVisible(bool(view.people))
        if self.room:
            self.arrange(self.room)

    def _fill_people(self) -> None:
        self.people.clear()
        view = self.truth.view
        for name in view.people if view is not None else ():
            action = self.people.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self.truth.link.by)
            action.triggered.connect(lambda _=False, n=name: self._choose(n))

    def _choose(self, name: str) -> None:
        self.look.remember("person", name)
        self.refresh()
