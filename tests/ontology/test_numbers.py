"""Letters of organs in document numbers."""

from __future__ import annotations

import pytest

from ontology.numbers import agency_of_number, number_codes
from ontology.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("number", "agency"),
    [
        ("民发〔2021〕57号", "civil-affairs"),
        ("国办发〔2023〕39号", "state-council"),
        ("昌州财社〔2010〕37号", "finance"),
        ("呼政办发〔2021〕48号", "government"),
        ("喀署办发〔2011〕×号", "government"),
        ("阿地残联发〔2025〕×号", "disabled-fed"),
        ("宝医保发〔2023〕11号", "medical-security"),
        ("毕人社规〔2022〕3号", "hrss"),
        ("奇社救联办〔2019〕×号", "leading-office"),
        ("宜发改规〔2023〕×号", "ndrc"),
        ("甲民宗发[2020]3号", "ethnic-religious"),
        ("甲乙丙丁戊民发〔2021〕1号", None),
        ("县委办发[2011]124号", None),
        ("国务院令第649号", None),
    ],
)
def test_agencies_by_their_letters(number: str, agency: str | None) -> None:
    assert agency_of_number(number) == agency


def test_every_code_belongs_to_a_known_agency() -> None:
    assert set(number_codes().values()) <= set(load_vocabulary().of("agency"))
