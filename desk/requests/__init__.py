"""What a window or a command asks, turned into events; one file a subject.

What cannot be done is answered with one sentence what happened and one what to do.
"""

from __future__ import annotations

from desk.core.events import PresenceChosen, StillServing
from desk.core.model import Presence
from desk.link_types import (
    AmendEnd,
    AmendNote,
    AnyRequest,
    AskPracticePass,
    CallBack,
    ChooseDevices,
    ChoosePresence,
    Claim,
    ClosePromise,
    Consult,
    DropCall,
    ExportContacts,
    FindContacts,
    ForgetNumber,
    ImportContacts,
    JoinConsult,
    ListDevices,
    ListLog,
    ListPromises,
    Look,
    NoteAttempt,
    NoteCall,
    OpenLog,
    ParkCall,
    PlayMessage,
    Practise,
    PutOff,
    ReadJournal,
    RemoveContact,
    Renegotiate,
    Reply,
    ResumeCall,
    SaveContact,
    SayExported,
    SendCall,
    SendKeys,
    SetHeadset,
    StillServingYes,
    StopEngine,
    StopMessage,
    TakeCall,
    TestHeadset,
    Thank,
    ToggleServing,
    Unclaim,
    Watch,
    WatchLevels,
)
from desk.requests import calls, files_of_people, forgetting, headset, lists, log, people, promises
from desk.requests.means import Means, no
from desk.requests.messages import Messages
from desk.requests.practice import Practice
from desk.store import CannotRead, CannotWrite

__all__ = ["Means", "Requests"]


class Requests:
    """Carries requests out. `messages` and `practice` know what goes on of theirs."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self.messages = Messages(means)
        self.practice = Practice(means)

    async def answer(self, request: AnyRequest) -> Reply:
        """The reply to one request."""
        try:
            return await self._carried_out(request)
        except (CannotRead, CannotWrite) as failed:
            return no(request, failed.happened, failed.do)

    async def _carried_out(self, request: AnyRequest) -> Reply:
        means = self._means
        match request:
            case Look():
                return Reply(id=request.id, view=means.view())
            case ChoosePresence():
                return await self._choose(request, request.presence)
            case ToggleServing():
                serving = means.desk.chosen is Presence.SERVING
                return await self._choose(request, Presence.FREE if serving else Presence.SERVING)
            case StillServingYes():
                return await self._still_serving(request)
            case TakeCall() | ParkCall() | ResumeCall() | DropCall():
                return await calls.answer(means, request)
            case SendCall() | Consult() | JoinConsult() | SendKeys() | NoteCall():
                return await calls.answer(means, request)
            case NoteAttempt() | ClosePromise() | PutOff():
                return await promises.answer(means, request)
            case CallBack() | Claim() | Unclaim() | Renegotiate():
                return await promises.answer(means, request)
            case FindContacts() | SaveContact() | RemoveContact():
                return await people.answer(means, request)
            case ImportContacts() | ExportContacts():
                return await files_of_people.answer(means, request)
            case ForgetNumber():
                return await forgetting.answer(means, request)
            case ListDevices() | ChooseDevices() | SetHeadset() | TestHeadset():
                return await headset.answer(means, request)
            case PlayMessage() | StopMessage():
                return self.messages.answer(request)
            case Practise() | AskPracticePass():
                return await self.practice.answer(request)
            case ListPromises() | ListLog() | ReadJournal():
                return lists.answer(means, request)
            case OpenLog() | AmendEnd() | AmendNote() | Thank() | SayExported():
                return await log.answer(means, request)
            case StopEngine():
                means.engine.stop()
                return Reply(id=request.id)
            case Watch() | WatchLevels():  # the socket's own
                return Reply(id=request.id)

    async def _choose(self, request: AnyRequest, presence: Presence) -> Reply:
        if presence is Presence.CLOSED:
            return no(request, "Closed cannot be chosen.", "Set the opening hours in the settings instead.")
        event = PresenceChosen(at=self._means.now(), presence=presence, by=self._means.by(request))
        return await self._means.fed(request, event)

    async def _still_serving(self, request: StillServingYes) -> Reply:
        if self._means.desk.chosen is not Presence.SERVING:
            return no(request, "Nobody is being served.", "Look at the desk's state.")
        event = StillServing(at=self._means.now(), by=self._means.by(request))
        return await self._means.fed(request, event)

    async def close(self) -> None:
        """End the practice call and the sound, if there are any."""
        self._means.loudspeaker.stop()
        await self.practice.close()
