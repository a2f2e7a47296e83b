"""版本对比: two documents of the library, two files, or two versions of a draft."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from api import drafts
from api.deps import InDatabase, InLibrary, Now
from api.export.difference import difference_dict, difference_table
from api.export.tables import xlsx
from api.library import Library
from api.page.difference import difference_context
from api.page.files import attachment
from api.page.render import page
from api.problems import Problem
from api.reading import read_source
from api.review import progressed, review
from api.routes.checking import upload_bytes
from api.security import Drafter, Reader
from checks.render import finding_dict
from consultation.models import DraftRow
from ingest.readers.source import open_bytes
from kg.difference import Change, compare
from kg.errors import PolicyError, UsageError
from kg.model import Document, Reading
from kg.naming import cited
from ontology.vocabulary import Vocabulary

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
FORMS = ("xlsx", "json")
Upload = Annotated[UploadFile | None, File()]


@router.get("/compare")
def compare_form(request: Request, library: InLibrary, user: Reader, old: str = "", new: str = "") -> HTMLResponse:
    """The form; with two names of the library the comparison below it."""
    more: dict[str, Any] = {"old": old, "new": new, "choices": _choices(library)}
    if old and new:
        sides = [_side(library, "旧版", old, None), _side(library, "新版", new, None)]
        more |= _context(sides[0], sides[1], library.vocabulary)
    return page(request, "compare", library, **more)


@router.post("/compare")
def compared(
    request: Request,
    library: InLibrary,
    user: Reader,
    old: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    old_file: Upload = None,
    new_file: Upload = None,
    form: Annotated[str, Form()] = "",
) -> Response:
    """The comparison of what was chosen or sent, on the page or as a file; nothing is kept."""
    try:
        before, after = _side(library, "旧版", old, old_file), _side(library, "新版", new, new_file)
    except PolicyError as error:
        more: dict[str, Any] = {"old": old, "new": new, "choices": _choices(library), "error": str(error)}
        return page(request, "compare", library, **more)
    if form in FORMS:
        return _saved(compare(before, after), form, library.vocabulary)
    shown = _context(before, after, library.vocabulary)
    return page(request, "compare", library, old=old, new=new, choices=_choices(library), **shown)


@router.get("/drafts/{number}/changes")
def draft_changes(
    number: int, request: Request, library: InLibrary, user: Drafter, session: InDatabase, now: Now, other: int
) -> HTMLResponse:
    """What became of the findings since an earlier version of a draft, and which provisions changed."""
    row, before = (drafts.load(session, user, n) for n in (number, other))
    seen = review(session, library, row, now.date())
    assert seen.report.draft is not None
    change = progressed(seen.report, before)
    findings = {
        "new": [finding_dict(f) | {"number": seen.numbers.get(f.id)} for f in change.new],
        "still": [finding_dict(f) | {"number": seen.numbers.get(f.id)} for f in change.still],
        "gone": change.gone,
    }
    shown = _context(_read(before, library), seen.report.draft, library.vocabulary)
    return page(request, "changes", library, draft=row, before=before, findings=findings, **shown)


@router.get("/drafts/{number}/changes.{form}")
def draft_changes_saved(
    number: int, form: str, library: InLibrary, user: Drafter, session: InDatabase, other: int
) -> Response:
    """The changed provisions as a file."""
    if form not in FORMS:
        raise Problem(404, "没有这种格式的对比表。")
    row, before = (drafts.load(session, user, n) for n in (number, other))
    return _saved(compare(_read(before, library), _read(row, library)), form, library.vocabulary)


def _side(library: Library, word: str, name: str, file: UploadFile | None) -> Reading:
    """The file sent, else the document chosen. Raises UsageError where there is neither."""
    if file is not None and file.filename:
        return read_source(open_bytes(file.filename, upload_bytes(file)), library.vocabulary)
    if not name:
        raise UsageError(f"{word}没有选择文件。请从文件库中选择，或者上传文件。")
    found = library.reading(name)
    if found is None:
        raise UsageError(f"文件库中没有名为“{name}”的文件。请重新选择。")
    return found


def _read(row: DraftRow, library: Library) -> Reading:
    return read_source(open_bytes(row.name, row.content), library.vocabulary)


def _context(old: Reading, new: Reading, vocabulary: Vocabulary) -> dict[str, Any]:
    return difference_context(old, new, compare(old, new), vocabulary)


def _choices(library: Library) -> list[tuple[str, str]]:
    """Documents by what they are called; versions that are called alike with the day they came into force, and file."""
    called = [(r.document, f"{cited(r.document)}{r.document.number or ''}") for r in library.corpus.readings]
    alike = Counter(word for _, word in called)
    return sorted(((d.name, w if alike[w] == 1 else f"{w}{_version(d)}") for d, w in called), key=lambda row: row[1])


def _version(document: Document) -> str:
    since = f"{document.period.start.isoformat()} 起施行，" if document.period.start else ""
    return f"（{since}{document.name}）"


def _saved(changes: tuple[Change, ...], form: str, vocabulary: Vocabulary) -> Response:
    if form == "xlsx":
        return attachment(xlsx(difference_table(changes, vocabulary)), "xlsx", "版本对比")
    return attachment(json.dumps(difference_dict(changes), ensure_ascii=False, indent=1), "json", "版本对比")
