"""The menu behind the three lines: how it looks, where the strip stands, practice and help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.look import FITS, SYSTEM, Look
from ui.theme import SCALES
from ui.truth import Truth

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Doings:
    """What the menu can ask its window for."""

    fold: Callable[[], None]
    help: Callable[[], None]
    full_screen: Callable[[], None] | None
    leave: Callable[[], None]
    people: Callable[[], None] | None = None
    headset: Callable[[], None] | None = None
    log: Callable[[], None] | None = None


def window_menu(parent: QWidget, look: Look, truth: Truth, doings: Doings, folded: bool = False) -> QMenu:
    """The menu, made anew with its window; what can be chosen now is looked up when it opens."""
    menu = QMenu(parent)
    menu.setAccessibleName(translate("Menu", "Menu"))
    _choice(
        menu.addMenu(translate("Menu", "Appearance")),
        look,
        "theme",
        {
            SYSTEM: translate("Menu", "As the system"),
            "light": translate("Menu", "Light"),
            "dark": translate("Menu", "Dark"),
            "contrast": translate("Menu", "High contrast"),
        },
    )
    _choice(
        menu.addMenu(translate("Menu", "Size")),
        look,
        "scale",
        {FITS: translate("Menu", "Fits the window")} | {scale: f"{scale} %" for scale in SCALES},
    )
    _choice(
        menu.addMenu(translate("Menu", "The strip stands")),
        look,
        "edge",
        {"bottom": translate("Menu", "at the bottom"), "top": translate("Menu", "at the top")},
    )
    menu.addSeparator()
    if doings.people is not None:
        _add(menu, translate("Menu", "People"), "", doings.people)
    if doings.headset is not None:
        _add(menu, translate("Menu", "Headset and phone"), "", doings.headset)
    if doings.log is not None:
        _add(menu, translate("Menu", "The supervisor's log"), "" if folded else "F9", doings.log)
    practice = menu.addAction(translate("Menu", "Practice: let one ring"))
    practice.triggered.connect(truth.practise)
    if folded:
        _add(menu, translate("Menu", "Open the desk"), "", doings.fold)
    else:
        _add(menu, translate("Menu", "Fold into the strip"), "F8", doings.fold)
    if doings.full_screen is not None:
        _add(menu, translate("Menu", "Full screen"), "F11", doings.full_screen)
    _add(menu, translate("Menu", "Keys and help"), "" if folded else "F1", doings.help)
    menu.addSeparator()
    _add(menu, translate("Menu", "Close the window; calls go on"), "", doings.leave)

    def opening() -> None:
        view = truth.view
        practice.setVisible(view is not None and view.line.practice)
        practice.setEnabled(truth.fresh and view is not None and not view.practising)

    menu.aboutToShow.connect(opening)
    return menu


def _add(menu: QMenu, text: str, key: str, does: Callable[[], None]) -> QAction:
    # the key is written there only: the window's own shortcut carries it out
    action = menu.addAction(f"{text}\t{key}" if key else text)
    action.triggered.connect(lambda _=False: does())
    return action


def _choice(menu: QMenu, look: Look, what: str, texts: dict[str, str] | dict[int, str]) -> None:
    group = QActionGroup(menu)
    for value, text in texts.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(getattr(look, what) == value)
        group.addAction(action)
        action.triggered.connect(lambda _=False, v=value: look.remember(what, v))
