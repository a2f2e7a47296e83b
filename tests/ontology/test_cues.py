"""Words that a comparison needs around it, and those that take it out."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from ontology.cues import FILES, Setting, load_cues


@pytest.mark.parametrize(
    ("setting", "what", "text"),
    [
        ("age", "opens", "不满六周岁的儿童，由乡镇登记造册"),
        ("age", "aside", "年满60周岁的老年人可以申请"),
        ("listing", "open", "重残、重病、失联等级次"),
        ("promise", "bodies", "对低保家庭"),
        ("force", "aside", "本办法自2026年1月1日起施行"),
    ],
)
def test_no_such_word(setting: str, what: str, text: str) -> None:
    assert not Setting(setting).has(what, text)


@pytest.mark.parametrize(
    ("setting", "what", "text"),
    [
        ("age", "opens", "不满六周岁的儿童免费乘车"),
        ("listing", "open", "重残、重病、失联等情形"),
        ("promise", "bodies", "对承办机构"),
        ("force", "aside", "证书自2026年1月1日起施行"),
    ],
)
def test_such_a_word(setting: str, what: str, text: str) -> None:
    assert Setting(setting).has(what, text)


def test_each_of_several_texts_needs_a_word_of_its_own() -> None:
    assert Setting("figure").has("burden", "个人缴费", "收取押金")
    assert not Setting("figure").has("burden", "个人缴费", "每月发给")


def test_words_found_are_told_once() -> None:
    assert Setting("stance").words("fails", "逾期或者逾期未申请、骗取的") == {"逾期", "骗取"}


def test_a_setting_says_what_it_is_for() -> None:
    assert all(cue.patterns and cue.label != cue.id for cue in load_cues()["setting"])


def test_each_cue_is_told_at_one_place() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    told = Counter(re.findall(r"^([a-z-]+:\S+) a hs:", text, re.MULTILINE))
    assert [cue for cue, times in told.items() if times > 1] == []


def test_every_cue_that_gets_more_words_is_told_somewhere() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    more = set(re.findall(r"^([a-z-]+:\S+)(?: hs:|$)", text, re.MULTILINE))
    assert more and more <= set(re.findall(r"^([a-z-]+:\S+) a hs:", text, re.MULTILINE))


def test_a_cue_has_the_words_of_both_files() -> None:
    in_person = next(cue for cue in load_cues()["act"] if cue.id == "in-person")
    assert all(in_person.find("done", text) for text in ("不接受网上申请", "家里人代办的不收"))
