"""Chinese and Arabic numerals to numbers and back.

Policy texts write one number in many ways: 二○○九 (○ U+25CB, 〇 U+3007, full-width Ｏ), 一百二十, 3万, 1.2亿, 两,
一点五, 百分之七十, 七成, 三分之二, 万分之五, full-width digits, 1,900. cn2an refuses half of these and takes 13 µs
for each of the others, so the reading direction stands here; the writing direction is cn2an's.
Left out: approximate words without a value (几, 数十, 若干) and ordinals, which are not quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

ZEROS = "〇○◯Ｏ零"
ONES = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | dict.fromkeys(ZEROS, 0) | {"两": 2}
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
DIGITS = ONES | FORMAL
TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
NARROW = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")

DIGIT = "[0-9０-９]"
SIGN = f"[{''.join(DIGITS)}十百千万亿拾佰仟廿卅]"
_PLAIN = f"{DIGIT}++(?:[,，]{DIGIT}{{3}}(?!{DIGIT}))*+(?:[.．]{DIGIT}++)?+"
_MARKS = "[十百千万亿]++"
# Whole numerals in running text, and what follows their first character; possessive throughout, so linear.
ARABIC = f"{_PLAIN}(?:{_MARKS}(?:{_PLAIN}{_MARKS})*+)?+"
CHINESE = f"{SIGN}++(?:点{SIGN}++)?+"
ARABIC_TAIL = ARABIC.replace("++", "*+", 1)
CHINESE_TAIL = CHINESE.replace("++", "*+", 1)
NUMBER = f"(?:{ARABIC}|{CHINESE})"

_MIXED = re.compile(ARABIC)
_ARABIC = re.compile(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]*)")
_PORTION = re.compile(
    f"(?P<whole>{NUMBER})分之(?P<part>{NUMBER})|(?P<mark>{NUMBER})(?P<sign>[%％‰])|(?P<tenths>{NUMBER})成(?P<more>半|[一二三四五六七八九])?"
    r"|(?P<over>[1-9])/(?P<under>[2-9]|10)"
)


@lru_cache(maxsize=4096)
def to_number(text: str) -> float | None:
    """Value of one numeral (`一百二十`, `二○○九`, `3万`, `1,900`, `一点五`, `半`), or `None` where it is none."""
    value = _decimal(text.translate(NARROW).replace(",", ""))
    return None if value is None else float(value)


@lru_cache(maxsize=1024)
def to_percent(text: str) -> float | None:
    """Value in per cent, at two decimals if it does not end: `七成` 70, `三分之二` 66.67, `万分之五` 0.05."""
    match = _PORTION.fullmatch(text.translate(NARROW))
    if not match:
        return None
    if match["whole"]:
        whole, part = _decimal(match["whole"]), _decimal(match["part"])
        return None if not whole or part is None else _trim(part * 100 / whole)
    if match["over"]:
        return _trim(Decimal(match["over"]) * 100 / Decimal(match["under"]))
    value = _decimal(match["mark"] or match["tenths"])
    if value is None:
        return None
    if match["tenths"]:
        more = _decimal(match["more"]) if match["more"] else None
        return _trim(value * 10 + (more or 0) * (10 if match["more"] == "半" else 1))
    return _trim(value / 10 if match["sign"] == "‰" else value)


@lru_cache(maxsize=1024)
def to_chinese(number: int) -> str:
    """A whole number below 10¹⁶ in everyday Chinese numerals: 十五, 一百零二, 二千零九."""
    from cn2an import an2cn  # 0.2 s to import, and few need it

    return str(an2cn(number, "low"))


def _trim(value: Decimal) -> float:
    """Two decimals for a value that does not end within four."""
    return float(value if value == value.quantize(Decimal("0.0001")) else value.quantize(Decimal("0.01")))


def _decimal(text: str) -> Decimal | None:
    if _MIXED.fullmatch(text):
        return sum((Decimal(digits) * _scale(marks) for digits, marks in _ARABIC.findall(text)), Decimal(0))
    if text == "半":
        return Decimal("0.5")
    whole, point, rest = text.partition("点")
    value = _chinese(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    digits = rest.rstrip("万亿")
    if not digits or any(c not in DIGITS for c in digits):
        return None
    fraction = "".join(str(DIGITS[c]) for c in digits)
    return Decimal(f"{value}.{fraction}") * _scale(rest[len(digits) :])


def _scale(marks: str) -> int:
    """Product of 十百千万亿: 3百万 is three times a million."""
    product = 1
    for mark in marks:
        product *= TENS.get(mark) or MYRIADS[mark]
    return product


def _chinese(text: str) -> int | None:
    """Whole number in Chinese numerals; digits alone are read by position (二○○九), but 五六 is a guess, not 56."""
    if not text or (len(text) == 2 and text[0] in DIGITS and text[1] in DIGITS and text[1] not in ZEROS):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    return _composed(text.replace("廿", "二十").replace("卅", "三十"))


def _composed(text: str) -> int | None:
    """一百二十, 一亿零三百万, 十五, 一百五 (= 150): sections below 万 added up, then scaled."""
    total = section = digit = 0
    last = 1
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit, last = DIGITS[char], 1 if char in ZEROS else last
        elif char in TENS:
            last = TENS[char]
            section += (digit or 1) * last
            digit = 0
        elif char in MYRIADS:
            last = MYRIADS[char]
            total, section = _raise(total, section + digit or (0 if total else 1), last), 0
            digit = 0
        else:
            return None
    return total + section + (digit * last // 10 if last > 1 else digit)


def _raise(total: int, section: int, unit: int) -> int:
    """Add a finished section: 亿 lifts all before it, 万 only its own section (一亿零三百万)."""
    return (total + section) * unit if unit > total else total + section * unit
