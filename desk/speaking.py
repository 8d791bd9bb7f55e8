"""What the person at the desk speaks through: the headset or the desk phone, and which of them now."""

from __future__ import annotations

from desk.core.model import Desk, SideKind
from desk.core.views import HeadsetView, SideView


class Speaking:
    """The person's side as the windows show and choose it. `used` is what taking a call uses now."""

    def __init__(self, used: SideKind, desk_phone: bool) -> None:
        self.used = used
        self.desk_phone = desk_phone

    def not_now(self, side: SideKind) -> tuple[str, str] | None:
        """Why nobody can be spoken with through this side just now, and what to do; None when one can."""
        if side is SideKind.DESK_PHONE and not self.desk_phone:
            return "There is no desk phone.", "Set phone.desk_phone in the settings, or use the headset."
        return None

    def view(self, desk: Desk) -> SideView:
        """How it is shown."""
        side = desk.side
        return SideView(
            used=self.used,
            desk_phone=self.desk_phone,
            rings=side.leg is not None and not side.ready,
            picked_up=side.leg is not None and side.ready,
            headset=HeadsetView(ready=True),
        )
