"""Answers that a browser saves as a file, under a name people recognise."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Response

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA = {
    "docx": WORD,
    "xlsx": SHEET,
    "json": "application/json",
    "sarif": "application/sarif+json",
    "html": "text/html",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "turtle": "text/turtle",
    "junit": "application/xml",
    "svg": "image/svg+xml",
    "ics": "text/calendar",
}
ENDINGS = {"markdown": "md", "turtle": "ttl", "junit": "xml"}


def attachment(data: bytes | str, form: str, name: str) -> Response:
    """`data` as a file called `name` with the ending of `form`, one of MEDIA (RFC 6266, RFC 8187)."""
    body = data if isinstance(data, bytes) else data.encode()
    whole = f"{name}.{ENDINGS.get(form, form)}"
    headers = {"Content-Disposition": f'attachment; filename="huishang.{whole.rsplit(".", 1)[1]}"; '}
    headers["Content-Disposition"] += f"filename*=UTF-8''{quote(whole, safe='')}"
    return Response(body, media_type=MEDIA[form], headers=headers)
