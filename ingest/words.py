"""The words of grammar and the names that hide them: every form that makes a token, with what it has to pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import Finder, once_a_vocabulary
from ontology.lexemes import Lexeme, load_lexemes
from ontology.vocabulary import Vocabulary

PREPOSITIONS = {
    "by": ("由", "交由", "转由", "应由", "均由", "仍由", "须由", "需由"),
    "to": ("向", "面向", "到", "至"),
    "for": ("为", "给", "替", "为了"),
    "on": ("对", "对于", "就", "针对", "关于", "对接受", "对接收", "对接到"),  # 对接受救助的: not 对接
    "take": ("将", "把"),
    "with": ("与", "同", "和"),
    "along": ("按照", "依照", "根据", "依据", "按", "依", "参照", "遵照", "结合", "围绕", "本着", "基于", "依托", "凭"),
    "through": ("通过", "采取", "采用", "利用", "运用", "借助", "以"),
    "in": ("在", "从", "自", "于", "经", "经过", "随", "因"),
}
ANDS = ("、", "和", "以及", "及", "与", "或者", "或", "并", "并且", "且", "及其", "同时", "暨", "进而", "而且")
VERBAL_ANDS = frozenset(("并", "并且", "且", "同时", "进而", "而且", "后", "再"))
DE = "的"
_ACTS = "发放|办理|配租|配售|免费提供|减免|减收|免除|免收|缓交|缓收|资助|代缴|补助寄宿|扶持"  # 减免学费 is an act
_PLAIN = re.compile(rf"(?!.*(?:给予|予以|规定的)|(?:{_ACTS}))[^，。；：]+")


@dataclass(frozen=True, slots=True)
class Word:
    """What a surface form is to the grammar; a form may be a verb with a function and decide a role as well."""

    kind: str  # verb, role, marker, prep, and, de, name
    value: str = ""  # manner of the verb or role, modality, preposition class
    lexeme: Lexeme | None = None
    role: Lexeme | None = None
    text: str = ""
    check: str = ""  # what a match has to pass: alone, edge, office, not, rule, having; "" nothing
    parts: bool = False  # a marker with the preposition at its end (可由): two tokens


_HAVING = ("享受", "享有", "领取")  # a verb, but where people are called after it (享受低保的家庭)
NAME = Word("name")
BY = Word("prep", "by", text="由")
AGENCY = Word("agency")


def _grammar_words() -> Iterator[tuple[str, Word]]:
    for value, forms in PREPOSITIONS.items():
        yield from ((form, Word("prep", value)) for form in forms)
    yield from ((form, Word("and", "verbal" if form in VERBAL_ANDS else "any")) for form in ANDS)
    yield DE, Word("de")


def _lexemes() -> dict[str, Word]:
    """Every form; a form with a function and a role keeps both."""
    words: dict[str, Word] = {}
    for lexeme in load_lexemes():
        for form in lexeme.forms:
            old = words.get(form)
            if lexeme.manner == "marker":
                words[form] = Word("marker", lexeme.value)
            elif lexeme.manner == "nothing":
                words[form] = NAME
            elif lexeme.functions or not lexeme.value:
                words[form] = Word("verb", lexeme.manner, lexeme, old.role if old else None)
            elif old and old.lexeme:
                words[form] = Word("verb", old.value, old.lexeme, lexeme)
            else:
                words[form] = Word("role", lexeme.manner, None, lexeme)
    return words


@once_a_vocabulary
def word_finder(vocabulary: Vocabulary) -> Finder[Word]:
    """Grammar words, and the names of groups and aid inside which none of them counts."""
    names = (
        form
        for kind in ("group", "aid")
        for form in vocabulary.readings(kind)
        if len(form) > 2 and _PLAIN.fullmatch(form)
    )
    words = dict(_grammar_words()) | _lexemes()
    known = {form: _known(form, word) for form, word in words.items()}
    return Finder({name: _name(name, words) for name in names} | known)


def _name(form: str, words: dict[str, Word]) -> Word:
    """A name of training (转移就业培训) speaks of that work as a verb's object."""
    ends = (words[form[i:]].lexeme for i in range(1, len(form) - 1) if form[i:] in words)
    lexeme = next((w for w in ends if w is not None), None)
    if form.startswith(_HAVING) and not form.endswith("期间"):
        return Word("name", check="having")
    return Word("name", lexeme=lexeme) if lexeme is not None and lexeme.functions == ("train",) else NAME


def _known(form: str, word: Word) -> Word:
    parts = word.kind == "marker" and form.endswith(BY.text)
    return replace(word, text=form, check=_check(form, word), parts=parts)


def _check(form: str, word: Word) -> str:
    if word.value == "agent":
        return "rule"
    if word.kind == "role":
        return "not"
    if len(form) == 1:
        return "" if form in "、的" else "alone"
    if form.endswith("负责"):
        return "office"
    return "edge" if word.lexeme else ""
