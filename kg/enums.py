"""Closed sets of the project, and the three-valued answer."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """Three-valued answer: what the text does not settle is UNKNOWN, and said mildly."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __and__(self, other: Verdict) -> Verdict:
        """Kleene conjunction."""
        if self is other or self is Verdict.NO or other is Verdict.YES:
            return self
        return other if other is Verdict.NO or self is Verdict.YES else Verdict.UNKNOWN

    def __or__(self, other: Verdict) -> Verdict:
        """Kleene disjunction."""
        if self is other or self is Verdict.YES or other is Verdict.NO:
            return self
        return other if other is Verdict.YES or self is Verdict.NO else Verdict.UNKNOWN


class Role(StrEnum):
    """What an agency is to a duty (domain: outermost control verb)."""

    LEAD = "lead"
    JOINT = "joint"
    ASSIST = "assist"
    PARTICIPATE = "participate"
    DELEGATE = "delegate"
    RECIPIENT = "recipient"


class Modality(StrEnum):
    """Deontic class of a provision."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    RIGHT = "right"
    ENTITLEMENT = "entitlement"
    ENCOURAGEMENT = "encouragement"
    DEFINITION = "definition"
    DECLARATION = "declaration"


class Level(StrEnum):
    """Administrative level of an issuer or an agency, highest first."""

    CENTRAL = "central"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"


class Rank(StrEnum):
    """Rank of a document in the order of the Legislation Law (立法法), highest first."""

    LAW = "law"  # 法律
    ADMINISTRATIVE_REGULATION = "administrative-regulation"  # 行政法规
    LOCAL_REGULATION = "local-regulation"  # 地方性法规、自治条例、单行条例
    DEPARTMENT_RULE = "department-rule"  # 部门规章
    LOCAL_RULE = "local-rule"  # 地方政府规章
    NORMATIVE = "normative"  # 规范性文件
    PARTY = "party"  # 党内文件、党政联合发文
