"""The sheet that is drawn on: its size, its margins and its letters in points, whatever the device's dots."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize

from ui.look import family
from ui.report.drawing import sized

LETTER = frozenset("US CA MX CO VE CL PH GT CR PA DO PR".split())
"""Countries whose printers hold Letter; all others have A4."""
MARGIN = 42.0
FOOT = 24.0


def page_size(country: str) -> QPageSize:
    """The paper of this country."""
    return QPageSize(QPageSize.PageSizeId.Letter if country in LETTER else QPageSize.PageSizeId.A4)


def page_layout(country: str) -> QPageLayout:
    """Upright, without margins of the device's own: ours are wide enough for any printer."""
    return QPageLayout(page_size(country), QPageLayout.Orientation.Portrait, QMarginsF())


@dataclass(frozen=True)
class Paper:
    """A sheet of so many points, each of them `dots` wide on the device."""

    size: QSizeF
    dots: float

    @classmethod
    def of(cls, layout: QPageLayout, resolution: float) -> Paper:
        """The sheet of a device with so many dots an inch."""
        return cls(layout.fullRect(QPageLayout.Unit.Point).size(), resolution / 72)

    @property
    def inside(self) -> QRectF:
        """What is within the margins, over the foot, in dots."""
        width, height = self.size.width() - 2 * MARGIN, self.size.height() - 2 * MARGIN - FOOT
        return QRectF(MARGIN * self.dots, MARGIN * self.dots, width * self.dots, height * self.dots)

    @property
    def foot(self) -> QRectF:
        """The line at the end of the sheet, in dots."""
        inside = self.inside
        return QRectF(inside.left(), inside.bottom(), inside.width(), FOOT * self.dots)

    def pt(self, points: float) -> float:
        """So many points in dots."""
        return points * self.dots

    def font(self, points: float, strong: bool = False) -> QFont:
        """Our letters at so many points, unhinted: lines are as wide as they are measured."""
        font = QFont(family())
        font.setPixelSize(round(points * self.dots * 10))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 0)  # nobody could look for such a digit: see `digits`
        return sized(font, 0.1, strong)
