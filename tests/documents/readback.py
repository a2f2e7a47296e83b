"""What a commented .docx holds, read back with the XML library alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ingest.readers.numbering import W

SHOWN = (f"{W}t", f"{W}tab", f"{W}br")
MARKS = tuple(f"{W}comment{t}" for t in ("RangeStart", "RangeEnd", "Reference"))
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def part(data: bytes, name: str):
    """The root of one part of the file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Author, text and covered words of every comment; paragraphs of the words are parted by nothing."""
    body, known = part(data, "word/document.xml"), part(data, "word/comments.xml")
    return [
        (c.get(f"{W}author"), "\n".join("".join(p.itertext()) for p in c), "".join(_covered(body, c.get(f"{W}id"))))
        for c in known
    ]


def _covered(body, id_: str) -> Iterator[str]:
    inside = False
    for element in body.iter(*SHOWN, *MARKS):
        if element.get(f"{W}id") == id_ and element.tag in MARKS:
            inside = element.tag == MARKS[0]
        elif inside and element.tag in SHOWN:
            yield element.text or "" if element.tag == f"{W}t" else " "


def without_comments(data: bytes) -> dict[str, bytes]:
    """Every part in canonical form: comments and their marks removed, equal neighbouring runs made one."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.pop("word/comments.xml", None)
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        root = etree.fromstring(parts[name])
        for child in [c for c in root if "comments" in str(c.attrib.values())]:
            root.remove(child)
        parts[name] = etree.tostring(root, method="c14n")
    body = etree.fromstring(parts["word/document.xml"])
    _remove_marks(body)
    _merge_runs(body)
    parts["word/document.xml"] = etree.tostring(body, method="c14n")
    return parts


def _remove_marks(body) -> None:
    for mark in list(body.iter(*MARKS)):
        parent = mark.getparent()
        parent.remove(mark)
        if parent.tag == f"{W}r" and all(c.tag == f"{W}rPr" for c in parent):
            parent.getparent().remove(parent)


def _merge_runs(body) -> None:
    for run in list(body.iter(f"{W}r")):
        while (following := run.getnext()) is not None and following.tag == f"{W}r" and _look(run) == _look(following):
            run.extend([c for c in following if c.tag != f"{W}rPr"])
            following.getparent().remove(following)
    for text in list(body.iter(f"{W}t")):
        text.attrib.pop(XML_SPACE, None)
        while (following := text.getnext()) is not None and following.tag == f"{W}t":
            text.text = (text.text or "") + (following.text or "")
            following.getparent().remove(following)


def _look(run) -> tuple[object, ...]:
    properties = run.find(f"{W}rPr")
    return tuple(run.attrib.items()), b"" if properties is None else etree.tostring(properties, method="c14n")
