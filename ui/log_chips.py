"""The chips of the log: each says what is asked for, opens a menu of what could be, and can be taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.core.ends import End
from desk.core.model import Presence
from desk.log_types import Column
from ui import log_said, words
from ui.button import Button
from ui.flow import Flow
from ui.log_ranges import Span, span_words
from ui.log_wanted import Wanted, ends_words, met_words, named_hour
from ui.look import Look

translate = QCoreApplication.translate
Chosen = Callable[[bool], None]


class TickMenu(QMenu):
    """Stays open while things are ticked in it: more than one may be meant."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press ticks."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter ticks and closes."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class Chip(QWidget):
    """A button with a menu; while it says something it is marked, and a cross beside it takes that away."""

    def __init__(
        self, look: Look, name: str, fill: Callable[[QMenu], None] | None, away: Callable[[], None]
    ) -> None:
        super().__init__()
        self.look, self.name = look, name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(2))
        self.button = Button(look, name, glyph="down" if fill else "")
        self.button.setMaximumWidth(look.px(320))
        self.menu = TickMenu(self.button)
        self.menu.setAccessibleName(name)
        if fill is not None:
            self.menu.aboutToShow.connect(partial(_fill_anew, self.menu, fill))
            self.button.setMenu(self.menu)
        away_with = translate("LogChips", "Take away: %1").replace("%1", name)
        self.cross = Button(look, kind="chosen", glyph="cross", name=away_with)
        self.cross.clicked.connect(lambda: away())
        self.cross.hide()
        row.addWidget(self.button)
        row.addWidget(self.cross)

    def say(self, what: str) -> None:
        """What is asked for by it; empty when it asks for nothing."""
        self.button.say(what or self.name)
        self.button.call_it(f"{self.name}: {what}" if what and what != self.name else self.name)
        self.button.be("chosen" if what else "plain")
        if not what and self.cross.hasFocus():
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cross.setVisible(bool(what))


class Chips(QWidget):
    """Range, end, by whom, colleague or customer, met, channel, hour. `pick_days` asks for two days."""

    def __init__(self, look: Look, wanted: Wanted, pick_days: Callable[[], None]) -> None:
        super().__init__()
        self.look, self.wanted, self.pick_days = look, wanted, pick_days
        flow = Flow(look.px(8), self)
        self.range = Button(look, glyph="down")
        menu = QMenu(self.range)
        menu.setAccessibleName(translate("LogChips", "Range"))
        menu.aboutToShow.connect(lambda: self._fill_ranges(menu))
        self.range.setMenu(menu)
        narrow = wanted.narrow
        self.end = Chip(
            look,
            log_said.column(Column.END),
            self._fill_ends,
            lambda: narrow(ends=(), overdue=False),
        )
        self.by = Chip(look, log_said.column(Column.BY), self._fill_people, lambda: narrow(by=()))
        self.side = Chip(
            look,
            translate("LogChips", "Customer or colleague"),
            self._fill_sides,
            lambda: narrow(internal=None),
        )
        self.met = Chip(look, log_said.column(Column.MET), self._fill_met, lambda: narrow(met=()))
        self.channel = Chip(
            look, log_said.column(Column.CHANNEL), self._fill_channels, lambda: narrow(channels=())
        )
        self.hour = Chip(look, translate("LogChips", "Hour"), None, lambda: narrow(weekday=None, hour=None))
        self.clear = Button(look, translate("LogChips", "Clear"), kind="quiet")
        self.clear.clicked.connect(self._clear)
        self.chips = (self.end, self.by, self.side, self.met, self.channel, self.hour)
        for widget in (self.range, *self.chips, self.clear):
            flow.addWidget(widget)
        wanted.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is asked for now."""
        wanted, filters = self.wanted, self.wanted.filters
        self.range.say(wanted.range_words)
        self.range.call_it(f"{translate('LogChips', 'Range')}: {wanted.range_words}")
        self.end.say(ends_words(filters))
        self.by.say(", ".join(filters.by))
        self.side.say("" if filters.internal is None else log_said.side(filters.internal))
        self.met.say(met_words(filters.met))
        self.channel.say(", ".join(log_said.channel(name) for name in filters.channels))
        self.channel.setVisible(bool(wanted.link.head.channels or filters.channels))
        self.hour.say(named_hour(filters.weekday, filters.hour) if _has_hour(wanted) else "")
        self.hour.setVisible(_has_hour(wanted))
        self.clear.setVisible(wanted.narrowed)

    def _clear(self) -> None:
        self.range.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.clear()

    # ---- what the menus offer

    def _fill_ranges(self, menu: QMenu) -> None:
        menu.clear()
        wanted = self.wanted
        for span in Span:
            if span is Span.OWN:
                menu.addSeparator()
            action = menu.addAction(span_words(span))
            action.setCheckable(True)
            action.setChecked(span is wanted.span)
            if span is Span.OWN:
                action.triggered.connect(lambda _=False: self.pick_days())
            else:
                action.triggered.connect(lambda _=False, s=span: wanted.look_at(s))

    def _tick(self, menu: QMenu, text: str, on: bool, chosen: Chosen) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda checked=False: chosen(checked))

    def _choose(self, of: str, one: object, on: bool) -> None:
        """One more, or one less, of the values of a field of `Asked`."""
        rest = tuple(other for other in getattr(self.wanted.filters, of) if other != one)
        self.wanted.narrow(**{of: (*rest, one) if on else rest})

    def _fill_ends(self, menu: QMenu) -> None:
        wanted = self.wanted
        for end in End:
            self._tick(
                menu,
                log_said.end(end),
                end in wanted.filters.ends,
                partial(self._choose, "ends", end),
            )
        menu.addSeparator()
        late = translate("Log", "Owed, and late")
        self._tick(menu, late, wanted.filters.overdue, lambda on: wanted.narrow(overdue=on))

    def _fill_people(self, menu: QMenu) -> None:
        wanted = self.wanted
        names = wanted.link.head.by or wanted.filters.by
        for name in names:
            self._tick(
                menu,
                name,
                name in wanted.filters.by,
                partial(self._choose, "by", name),
            )
        if not names:
            menu.addAction(translate("LogChips", "Nobody has taken or called back yet")).setEnabled(False)

    def _fill_sides(self, menu: QMenu) -> None:
        wanted = self.wanted

        def choose(internal: bool, on: bool) -> None:
            wanted.narrow(internal=internal if on else None)
            menu.close()

        for internal in (False, True):
            self._tick(
                menu,
                log_said.side(internal),
                wanted.filters.internal is internal,
                partial(choose, internal),
            )

    def _fill_met(self, menu: QMenu) -> None:
        wanted = self.wanted
        for state in Presence:
            self._tick(
                menu,
                words.presence(state),
                state in wanted.filters.met,
                partial(self._choose, "met", state),
            )

    def _fill_channels(self, menu: QMenu) -> None:
        wanted = self.wanted
        for name in wanted.link.head.channels:
            self._tick(
                menu,
                log_said.channel(name),
                name in wanted.filters.channels,
                partial(self._choose, "channels", name),
            )


def _has_hour(wanted: Wanted) -> bool:
    return wanted.filters.weekday is not None or wanted.filters.hour is not None


def _fill_anew(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    fill(menu)
