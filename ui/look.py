"""How this window looks: the theme in force, sizes and fonts at the chosen scale, and what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import CONTRAST, DARK, LIGHT, SCALES, SIZES, THEMES, Colours

FIT_WIDTH, FIT_HEIGHT = 1390, 780  # the window size that 100 % is made for
FONTS = Path(__file__).with_name("fonts")
SYSTEM = "system"
FITS = 0  # the scale that follows the window's size


@lru_cache(maxsize=1)
def family() -> str:
    """Our letters, from the folder beside this file; the system's own if they are not there."""
    named: list[str] = []
    for file in sorted(FONTS.glob("*.otf")):
        named += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return named[0] if named else QGuiApplication.font().family()


class Look(QObject):
    """Colours, sizes and fonts for every widget, and the few things a window remembers about itself.

    `changed` means everything has to be drawn anew: windows then build themselves again.
    """

    changed = Signal()

    def __init__(self, remembered: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(remembered), QSettings.Format.IniFormat) if remembered else None
        self._unfiled: dict[str, str] = {}
        self.theme = self._read("theme", SYSTEM, (SYSTEM, *THEMES))
        self.scale = int(self._read("scale", str(FITS), (str(FITS), *map(str, SCALES))))
        self.fit = 100  # what FITS comes to in the window that is shown
        self.edge = self._read("strip", "bottom", ("bottom", "top"))
        self.shape = self._read("shape", "desk", ("desk", "strip"))
        self.person = str(self._file.value("person", "")) if self._file else ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    def _read(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        value = str(self._file.value(name, default)) if self._file else default
        return value if value in allowed else default

    def remember(self, name: str, value: str | int) -> None:
        """Set one of theme, scale, edge, shape or person, and keep it for the next start."""
        if getattr(self, name) == value:
            return
        setattr(self, name, value)
        if self._file:
            self._file.setValue("strip" if name == "edge" else name, value)
            self._file.sync()
        if name in ("theme", "scale"):
            self._dress()
            self.changed.emit()

    def kept(self, name: str) -> str:
        """What a window wrote down about itself under this name; empty when nothing."""
        return str(self._file.value(name, "")) if self._file else self._unfiled.get(name, "")

    def keep(self, name: str, value: str) -> None:
        """Write down this about a window, for the next start."""
        if self._file:
            self._file.setValue(name, value)
        else:
            self._unfiled[name] = value

    @property
    def c(self) -> Colours:
        """The colours in force."""
        if self.theme in THEMES:
            return THEMES[self.theme]
        hints = QGuiApplication.styleHints()
        # Qt can tell since 6.10 that the person asked their system for more contrast
        wish: Callable[[], object] | None = getattr(hints, "accessibility", None)
        if wish is not None and "High" in str(getattr(wish(), "contrastPreference", lambda: "")()):
            return CONTRAST
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def colour(self, name: str) -> QColor:
        """A colour of the theme by its name."""
        return QColor(getattr(self.c, name))

    def px(self, at_100: float) -> int:
        """Pixels at the chosen scale."""
        return round(at_100 * (self.scale or self.fit) / 100)

    def fit_to(self, width: int, height: int) -> None:
        """A large window is read from further away: all grows with it, in steps, never under 100 %."""
        eighths = int(min(width / FIT_WIDTH, height / FIT_HEIGHT) * 8)
        fit = min(max(eighths, 8), 14) * 100 // 8
        if fit != self.fit:
            self.fit = fit
            if self.scale == FITS:
                self._dress()
                self.changed.emit()

    def font(self, size: int = SIZES.body, strong: bool = False) -> QFont:
        """Our letters at a size of the theme; figures of one width, so that a running time stands still."""
        font = QFont(family())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _system_changed(self) -> None:
        if self.theme == SYSTEM:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        """Give the application our font and palette, and the few stock widgets their shape."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, name in (
            (roles.Window, "ground"), (roles.WindowText, "ink"), (roles.Base, "card"), (roles.Text, "ink"),
            (roles.Button, "card"), (roles.ButtonText, "ink"),
            (roles.Highlight, "accent"), (roles.HighlightedText, "on_accent"),
            (roles.ToolTipBase, "card"), (roles.ToolTipText, "ink"), (roles.PlaceholderText, "soft"),
        ):  # fmt: skip
            palette.setColor(role, self.colour(name))
        app.setPalette(palette)
        app.setFont(self.font())
        app.setStyleSheet(self._sheet())

    def _sheet(self) -> str:
        c, px = self.c, self.px
        return f"""
        QMenu {{ background: {c.card}; color: {c.ink}; padding: {px(4)}px;
            border: {c.border}px solid {c.edge}; }}
        QMenu::item {{ padding: {px(13)}px {px(24)}px {px(13)}px {px(36)}px;
            border-radius: {px(6)}px; min-width: {px(140)}px; }}
        QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
        QMenu::item:disabled {{ color: {c.soft}; }}
        QMenu::indicator {{ width: {px(8)}px; height: {px(8)}px; left: {px(12)}px;
            border-radius: {px(6)}px; border: {px(2)}px solid transparent; }}
        QMenu::indicator:checked {{ background: {c.accent}; border: {px(2)}px solid {c.on_accent}; }}
        QMenu::separator {{ height: 1px; background: {c.edge}; margin: {px(4)}px {px(8)}px; }}
        QToolTip {{ background: {c.card}; color: {c.ink}; border: 1px solid {c.edge}; padding: {px(6)}px; }}
        QLineEdit, QDateEdit {{ background: {c.card}; color: {c.ink};
            border: {max(c.border, 1)}px solid {c.soft};
            border-radius: {px(SIZES.radius_small)}px; padding: 0 {px(12)}px;
            min-height: {px(SIZES.touch) - 2 * max(c.border, 1)}px; placeholder-text-color: {c.soft};
            selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
        QLineEdit:focus, QDateEdit:focus {{ border: 2px solid {c.focus};
            padding: 0 {px(12) + max(c.border, 1) - 2}px;
            min-height: {px(SIZES.touch) - 4}px; }}
        QPlainTextEdit {{ background: {c.card}; color: {c.ink}; border: {max(c.border, 1)}px solid {c.soft};
            border-radius: {px(SIZES.radius_small)}px; padding: {px(6)}px {px(8)}px;
            placeholder-text-color: {c.soft};
            selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
        QPlainTextEdit:focus {{ border: 2px solid {c.focus}; }}
        QListView, QTableView {{ background: transparent; border: none; outline: none; }}
        QDateEdit::drop-down {{ border: none; width: {px(36)}px; }}
        QProgressBar {{ background: {c.card}; border: 1px solid {c.soft};
            border-radius: {px(4)}px; }}
        QProgressBar::chunk {{ background: {c.accent}; border-radius: {px(4)}px; }}
        QSlider {{ min-height: {px(SIZES.touch)}px; }}
        QSlider::groove:horizontal {{ background: {c.sunk}; height: {px(8)}px; border-radius: {px(4)}px;
            border: {c.border - 1}px solid {c.edge}; }}
        QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: {px(4)}px; }}
        QSlider::handle:horizontal {{ background: {c.accent}; width: {px(18)}px; height: {px(24)}px;
            margin: -{px(8)}px 0; border-radius: {px(12)}px; border: {px(3)}px solid {c.card}; }}
        QSlider:focus {{ border: 2px solid {c.focus}; border-radius: {px(SIZES.radius_small)}px; }}
        QScrollArea {{ background: transparent; border: none; }}
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
        QScrollBar::handle {{ background: {c.soft}; border-radius: {px(4)}px; margin: {px(2)}px; }}
        QScrollBar::handle:vertical {{ min-height: {px(44)}px; }}
        QScrollBar::handle:horizontal {{ min-width: {px(44)}px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
        """
