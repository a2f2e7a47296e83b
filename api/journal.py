"""The audit log as routes write it: who did what from where; never what a document or a draft says."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.deps import InDatabase, Now
from consultation import people


class Journal:
    """Writes lines for one request, in the transaction of the request."""

    def __init__(self, request: Request, session: InDatabase, now: Now):
        self.session, self.now = session, now
        self.address = request.client.host if request.client else ""

    def note(self, user: str, action: str, what: str = "") -> None:
        """One line."""
        people.record(self.session, user=user, action=action, what=what, address=self.address, at=self.now)


InJournal = Annotated[Journal, Depends(Journal)]
