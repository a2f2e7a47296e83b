"""The reading as a spaCy pipeline: words of the project's segmenter, and what was recognised as spans.

`spacy.blank("zh")` with a tokenizer of our own and no downloaded weights; its one component puts agencies, groups, aid
and provisions into `doc.spans`, for people who work with spaCy (displacy, matchers, annotation). The reading itself
does not go through it: building a `Doc` costs more than finding what is in it. spaCy is imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.context import Context
from ingest.extract.aids.aid_names import named_aid
from ingest.extract.people.person_words import Units
from ingest.lexicon import segmenter
from ingest.provisions import extract_provisions
from ingest.structure import parse_structure
from ontology.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Found = tuple[int, int, str]
SPANS = ("agency", "group", "aid", "provision")
COMPONENT = "huishang_spans"
_LONGEST_WORD = 8


class SegmenterTokenizer:
    """Words of the segmenter as spaCy tokens, no spaces between, so that `doc.text` is the text."""

    def __init__(self, vocab: Any, words: tuple[str, ...] = ()):
        self.vocab = vocab
        self.segmenter = segmenter(words)

    def __call__(self, text: str) -> Doc:
        """A doc of the words of `text`."""
        from spacy.tokens import Doc

        words = [word for word in self.segmenter.cut(text) if word]
        return Doc(self.vocab, words=words, spaces=[False] * len(words))


class SpanComponent:
    """Reads a doc's text and attaches what it found; spans that cut a word are widened to whole words."""

    def __init__(self, name: str, vocabulary: Vocabulary):
        self.name = name
        self.vocabulary = vocabulary

    def __call__(self, doc: Doc) -> Doc:
        """Attach `doc.spans` for each of `SPANS`."""
        for key, found in recognised(self.name, doc.text, self.vocabulary).items():
            spans = (doc.char_span(a, b, label=label, alignment_mode="expand") for a, b, label in found)
            doc.spans[key] = [span for span in spans if span is not None]
        return doc


def pipeline(vocabulary: Vocabulary, name: str = "document") -> Language:
    """A blank Chinese pipeline that attaches the spans of `SPANS` to every doc; `name` is the document's."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory(COMPONENT):
        Language.factory(COMPONENT, func=_make)
    nlp = spacy.blank("zh")
    nlp.tokenizer = SegmenterTokenizer(nlp.vocab, words_of(vocabulary))
    component: Any = nlp.add_pipe(COMPONENT, config={"document": name})
    component.vocabulary = vocabulary
    return nlp


def _make(nlp: Language, name: str, document: str) -> SpanComponent:
    return SpanComponent(document, load_vocabulary())


def words_of(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Labels that the segmenter must not cut through: agencies, aid and groups of up to eight characters."""
    forms = (form for kind in SPANS[:3] for form, _ in vocabulary.surfaces(kind))
    return tuple(sorted({form for form in forms if 1 < len(form) <= _LONGEST_WORD}))


def recognised(name: str, text: str, vocabulary: Vocabulary) -> dict[str, list[Found]]:
    """(start, end, label) of everything recognised in `text`, by span key."""
    context = Context(name, text, vocabulary, parse_structure(name, text))
    provisions = extract_provisions(context)
    units = Units(text).between(0, len(text))
    return {
        "agency": sorted({(a.start, a.end, a.agency) for p in provisions for a in p.actors}),
        "group": [(u.start, u.end, "|".join(sorted(i for ids in u.says for i in ids))) for u in units],
        "aid": [(n.start, n.end, n.id) for n in named_aid(context).between(0, len(text))],
        "provision": [(p.quote.start, p.quote.end, p.modality.value) for p in provisions],
    }
