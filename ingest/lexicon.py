"""Finding words of the ontology in raw text, and cutting text into words.

Surface forms are looked up on characters (Aho-Corasick, leftmost-longest), never on a segmenter's tokens, because a
segmenter cuts through 特困人员 and 最低生活保障 until told. Words are needed for boundaries: a one-character verb
such as 报 counts only where it stands alone as a word (not in 报酬). The segmenter is jieba; `rjieba` is the
same algorithm in Rust, and both sit behind `Segmenter` with the vocabulary as their dictionary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, wraps
from typing import Protocol, TypeVar

from ontology.finder import Finder as Finder
from ontology.vocabulary import Vocabulary

T = TypeVar("T")


def once_a_vocabulary(build: Callable[[Vocabulary], T]) -> Callable[[Vocabulary], T]:
    """Keep what `build` makes of a vocabulary, so that automata are built once a process."""
    kept: dict[int, tuple[Vocabulary, T]] = {}

    @wraps(build)
    def made(vocabulary: Vocabulary) -> T:
        if id(vocabulary) not in kept:
            kept[id(vocabulary)] = (vocabulary, build(vocabulary))
        return kept[id(vocabulary)][1]

    return made


class Segmenter(Protocol):
    """Cuts text into words; the words joined give the text again."""

    def cut(self, text: str) -> Iterable[str]:
        """Words in the order of the text."""
        ...


class RustSegmenter:
    """jieba's algorithm in Rust, some 19 times the speed of the original."""

    def __init__(self, words: Iterable[str] = ()):
        from rjieba import Jieba

        self._jieba = Jieba()
        for word in words:
            self._jieba.add_word(word, None, None)

    def cut(self, text: str) -> Iterable[str]:
        """Words in the order of the text."""
        found: Iterable[str] = self._jieba.cut(text)
        return found


class PythonSegmenter:
    """The original jieba, the reference for boundaries."""

    def __init__(self, words: Iterable[str] = ()):
        from jieba import Tokenizer

        self._jieba = Tokenizer()
        for word in words:
            self._jieba.add_word(word)

    def cut(self, text: str) -> Iterable[str]:
        """Words in the order of the text."""
        found: Iterable[str] = self._jieba.cut(text)
        return found


@cache
def segmenter(words: tuple[str, ...] = ()) -> Segmenter:
    """The segmenter in use, with `words` added to its dictionary."""
    return RustSegmenter(words)


def boundaries(segments: Iterable[str]) -> bytearray:
    """Marks of word edges: `[i]` is 1 where a word starts at i or the text ends."""
    marks = bytearray().join(map(_marks_of, map(len, segments)))
    marks.append(1)
    return marks


@cache
def _marks_of(length: int) -> bytes:
    """Marks of one word: its start, then nothing."""
    return b"\1".ljust(length, b"\0")
