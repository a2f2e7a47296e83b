"""What kind of body an agency is: who can hold a duty of its own, and whose competence is given by law.

Kinds come from the facet that the vocabulary gives each agency.
"""

from __future__ import annotations

from kg.enums import Role
from ontology.vocabulary import Vocabulary

HELPS = frozenset({Role.ASSIST, Role.PARTICIPATE})
COORDINATING = frozenset({"leading-group", "leading-office"})
AT_LARGE = frozenset({"government"})  # which of its departments does it is not said
_AUTHORITIES = frozenset({"government", "party"})
_RESIDUAL = frozenset({"unresolved", "other-body", "member-units"})


def is_authority(vocabulary: Vocabulary, agency: str) -> bool:
    """A department of government or organ of the Party: a body whose leads can overlap."""
    term = vocabulary.of("agency").get(agency)
    return term is not None and term.facet in _AUTHORITIES


def is_mass(vocabulary: Vocabulary, agency: str) -> bool:
    """A mass organisation (群团): it looks after its own constituency beside the departments."""
    term = vocabulary.of("agency").get(agency)
    return term is not None and term.facet == "mass"


def is_department(vocabulary: Vocabulary, agency: str) -> bool:
    """An authority or a mass organisation: a body that acts itself, not a service point of one."""
    return is_authority(vocabulary, agency) or is_mass(vocabulary, agency)


def is_named(agency: str) -> bool:
    """Whether the text says which body it means (有关部门 does not)."""
    return agency not in _RESIDUAL
