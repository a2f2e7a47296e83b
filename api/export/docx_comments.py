"""The drafter's own .docx back with one comment a finding, anchored on the exact characters.

Runs are split where a quotation begins or ends inside one; nothing else of the body changes, and every other part of
the file is copied byte for byte. Comments of an earlier run (author 会商) are replaced, other people's are kept. Word
takes no comments in text boxes and notes: there the run that holds the box, or the note's reference, is commented.
Source: ECMA-376 part 1, 17.13.4.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from lxml import etree

from api.export.docx_changes import Change, stands_in_body, suggest
from ingest.readers.archive import open_archive, parse_xml, part
from ingest.readers.docx import DOCUMENT
from ingest.readers.docx import lists as read_lists
from ingest.readers.docx import notes as read_notes
from ingest.readers.docx_text import DocxText, walk
from ingest.readers.numbering import W

AUTHOR = "会商"
COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
REL_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
COMMENT_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EMPTY_COMMENTS = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
EMPTY_RELATIONS = f'<Relationships xmlns="{REL_NS}"/>'.encode()
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on `start:end` of the document's text; `lines` are its paragraphs."""

    start: int
    end: int
    lines: tuple[str, ...]


def with_comments(
    name: str, data: bytes, notes: Sequence[Note], at: datetime | None = None, changes: Sequence[Change] = ()
) -> bytes:
    """The file with these comments and suggested changes. Raises UnreadableDocument as the reader does."""
    archive = open_archive(name, data)
    body = parse_xml(name, part(archive, name, DOCUMENT) or b"")
    comments = parse_xml(name, part(archive, name, COMMENTS) or EMPTY_COMMENTS)
    _remove_own(body, comments)
    spans = [(n.start, n.end) for n in notes] + [(c.start, c.end) for c in changes]
    _split_runs(_read(archive, name, body), {offset for span in spans for offset in span})
    text, references = _read(archive, name, body), _references(body)
    first = max((int(c.get(f"{W}id")) for c in comments), default=-1) + 1
    when = (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for number, note in enumerate(notes, first):
        if _anchor(text, note, str(number), references):
            comments.append(_comment(note, str(number), when))
    suggest(body, text, changes, AUTHOR, when)
    return _packed(archive, {DOCUMENT: _bytes(body), COMMENTS: _bytes(comments)})


def _read(archive: zipfile.ZipFile, name: str, body: Any) -> DocxText:
    return walk(body, read_lists(archive, name), read_notes(archive, name))


def _remove_own(body: Any, comments: Any) -> None:
    own = {c.get(f"{W}id") for c in comments if c.get(f"{W}author") == AUTHOR}
    for comment in [c for c in comments if c.get(f"{W}id") in own]:
        comments.remove(comment)
    marks = list(body.iter(*(f"{W}comment{t}" for t in ("RangeStart", "RangeEnd", "Reference"))))
    for mark in [m for m in marks if m.get(f"{W}id") in own]:
        parent = mark.getparent()
        parent.remove(mark)
        if parent.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in parent):
            parent.getparent().remove(parent)


def _split_runs(text: DocxText, offsets: Iterable[int]) -> None:
    """Cut runs so that every offset falls between two of them; from the end, so that earlier pieces stay true."""
    for offset in sorted(offsets, reverse=True):
        for piece in text.within(offset, offset + 1):
            if not stands_in_body(piece.element):
                continue
            if piece.start < offset < piece.end:
                _cut(piece.element, offset - piece.start)
            _begin_run(piece.element, offset == piece.start)


def _cut(element: Any, at: int) -> None:
    """One w:t becomes two, the second in a run of its own."""
    whole = element.text
    second = deepcopy(element)
    element.text, second.text = whole[:at], whole[at:]
    for part_ in (element, second):
        part_.set(XML_SPACE, "preserve")
    element.addnext(second)
    _begin_run(second, True)


def _begin_run(element: Any, wanted: bool) -> None:
    """Move `element` and what follows it in its run into a new run with the same properties."""
    run = element.getparent()
    before = [c for c in run if c.tag != f"{W}rPr"]
    if not wanted or before[0] is element:
        return
    fresh = etree.Element(f"{W}r", nsmap=None)
    for key, value in run.attrib.items():
        fresh.set(key, value)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        fresh.append(deepcopy(properties))
    for child in before[before.index(element) :]:
        fresh.append(child)
    run.addnext(fresh)


def _references(body: Any) -> dict[tuple[str, str], Any]:
    """Runs that refer to notes, by kind and id of the note."""
    kinds = ("footnote", "endnote")
    return {(k, r.get(f"{W}id")): r.getparent() for k in kinds for r in body.iter(f"{W}{k}Reference")}


def _host(element: Any, references: dict[tuple[str, str], Any]) -> Any | None:
    """The run of the body that `element` is in, or that holds the text box or refers to the note it is in."""
    note = next(element.iterancestors(f"{W}footnote", f"{W}endnote"), None)
    if note is not None:
        return references.get((note.tag.removeprefix(W), note.get(f"{W}id")))
    return list(element.iterancestors(f"{W}r"))[-1]


def _path(element: Any) -> tuple[int, ...]:
    """Where an element stands, comparable in document order."""
    steps = [(a.getparent(), a) for a in (element, *element.iterancestors()) if a.getparent() is not None]
    return tuple(parent.index(child) for parent, child in reversed(steps))


def _anchor(text: DocxText, note: Note, id_: str, references: dict[tuple[str, str], Any]) -> bool:
    elements = [piece.element for piece in text.within(note.start, note.end)]
    elements = [e for e in elements if stands_in_body(e)] or elements
    ends = [host for e in (*elements[:1], *elements[-1:]) if (host := _host(e, references)) is not None]
    if not ends:
        return False
    first, last = min(ends, key=_path), max(ends, key=_path)
    start, end = (etree.Element(f"{W}commentRange{t}", {f"{W}id": id_}) for t in ("Start", "End"))
    first.addprevious(start)
    last.addnext(end)
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference", {f"{W}id": id_})
    end.addnext(reference)
    return True


def _comment(note: Note, id_: str, when: str) -> Any:
    attributes = {f"{W}id": id_, f"{W}author": AUTHOR, f"{W}initials": AUTHOR, f"{W}date": when}
    comment = etree.Element(f"{W}comment", attributes)
    for line in note.lines:
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = line
        text.set(XML_SPACE, "preserve")
    return comment


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive with some parts replaced; relations and types name the comments part."""
    changed = dict(changed)
    if COMMENTS not in archive.namelist():
        changed[RELATIONS] = _related(archive.read(RELATIONS) if RELATIONS in archive.namelist() else None)
        changed[TYPES] = _typed(archive.read(TYPES))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in archive.infolist():
            out.writestr(entry, changed.pop(entry.filename, b"") or archive.read(entry.filename))
        for name, data in changed.items():
            out.writestr(name, data)
    return buffer.getvalue()


def _related(data: bytes | None) -> bytes:
    root = etree.fromstring(data) if data else etree.fromstring(EMPTY_RELATIONS)
    used = {r.get("Id") for r in root}
    id_ = next(f"rIdHs{n}" for n in range(1, len(used) + 2) if f"rIdHs{n}" not in used)
    etree.SubElement(root, f"{{{REL_NS}}}Relationship", {"Id": id_, "Type": COMMENT_REL, "Target": "comments.xml"})
    return _bytes(root)


def _typed(data: bytes) -> bytes:
    root = etree.fromstring(data)
    attributes = {"PartName": f"/{COMMENTS}", "ContentType": COMMENT_TYPE}
    etree.SubElement(root, f"{{{TYPE_NS}}}Override", attributes)
    return _bytes(root)
