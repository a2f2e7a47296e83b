"""How a document is called in a sentence: 《…》, the enclosed instrument rather than the notice that issues it."""

from __future__ import annotations

import re

from kg.model import Document

ENCLOSED = re.compile(r"(?:印发|发布|转发|批转)\s*[《〈](?P<title>.+)[》〉]\s*的(?:通知|通告|公告|决定|函)")


def called(document: Document) -> str:
    """Title for use in a message, without brackets; the file's base name where the text has no title.

    Quotation marks inside a title are the inner ones (GB/T 15834: 〈〉 inside 《》).
    """
    title = re.sub(r"\s+", "", document.title) or document.name.rsplit(".", 1)[0]
    if found := ENCLOSED.search(title):
        title = found["title"]
    return title.strip("《》").replace("《", "〈").replace("》", "〉")


def cited(document: Document) -> str:
    """The same in 《》."""
    return f"《{called(document)}》"
