"""Back to a page after a step that was refused."""

from __future__ import annotations

from urllib.parse import quote

from fastapi.responses import RedirectResponse


def refused(where: str, why: object) -> RedirectResponse:
    """The page at `where`, a path of this site with or without a query, saying in a sentence why nothing was done."""
    mark = "&" if "?" in where else "?"
    return RedirectResponse(f"{where}{mark}error={quote(str(why))}", status_code=303)
