"""Pages of government sites: the main text, menus and footers dropped.

The block with the most text outside links is the main one; tables become lines of cells parted by tabs.
"""

from __future__ import annotations

import re
from collections import defaultdict

from bs4 import BeautifulSoup
from bs4.dammit import UnicodeDammit
from bs4.element import NavigableString, Tag

from kg.errors import UnreadableDocument

DROPPED = re.compile("^(script|style|noscript|nav|header|footer|form|button|select|iframe|svg|aside)$")
BLOCKS = re.compile("^(p|div|li|h[1-6]|tr|section|article|blockquote|dd|dt|ul|ol|table)$")
CONTAINERS = ("article", "main", "div", "td", "section", "body")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
MIN_SHARE = 0.5


def decode(name: str, data: bytes) -> str:
    """Main text of a page. Raises UnreadableDocument where there is none."""
    soup = BeautifulSoup(UnicodeDammit(data, ["utf-8", "gb18030"]).unicode_markup or "", "lxml")
    for tag in soup.find_all(DROPPED):
        tag.decompose()
    for tag in soup.find_all(style=HIDDEN):
        tag.decompose()
    text = _lines(_main(soup))
    if not text.strip():
        raise UnreadableDocument(f"{name}：网页中没有正文。请打开网页，复制正文另存为 .txt 或 .docx 后再提供。")
    return text


def _main(soup: BeautifulSoup) -> Tag:
    """The innermost container that still holds most of the page's text outside links."""
    here: Tag = soup.body or soup
    weights = _weights(here)
    whole = weights[id(here)]
    while True:
        inner = max(here.find_all(CONTAINERS, recursive=False), key=lambda tag: weights[id(tag)], default=None)
        if inner is None or weights[id(inner)] < max(1, whole * MIN_SHARE):
            return here
        here = inner


def _weights(root: Tag) -> dict[int, int]:
    """Characters below each tag, by its id(): those of links count against it. One pass, however deep the page."""
    found: dict[int, int] = defaultdict(int)
    for tag in reversed([root, *root.find_all(True)]):
        found[id(tag)] += sum(len(c.strip()) for c in tag.children if type(c) is NavigableString)
        if tag.name == "a":
            found[id(tag)] *= -1
        if tag.parent is not None:
            found[id(tag.parent)] += found[id(tag)]
    return found


def _lines(main: Tag) -> str:
    parts: list[str] = []
    _collect(main, parts)
    lines = (re.sub(r"[ \xa0\r\n]+", " ", line).strip(" \t") for line in "".join(parts).split("\x00"))
    return "\n".join(line for line in lines if line) + "\n"


def _collect(node: Tag, parts: list[str]) -> None:
    stack: list[Tag | NavigableString | str] = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, str) and not isinstance(item, NavigableString):
            parts.append(item)
        elif isinstance(item, Tag):
            if item.name == "br":
                parts.append("\x00")
            edge = "\x00" if BLOCKS.match(item.name) else "\t" if item.name in ("td", "th") else ""
            stack.append(edge)
            stack.extend(reversed([c for c in item.children if isinstance(c, Tag | NavigableString)]))
            parts.append("\x00" if edge == "\x00" else "")
        elif type(item) is NavigableString:
            parts.append(str(item).replace("\x00", ""))
