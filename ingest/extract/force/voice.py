"""What the force of an act depends on, once the act is read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.enums import Modality


@dataclass(slots=True)
class Voice:
    """What modality depends on: the act's words and marker, and who its subject is."""

    words: str
    marker: str
    agency: bool  # an agency leads or helps
    person: bool  # somebody who is no agency is the subject
    duty_list: bool
    functions: tuple[str, ...]
    default: Modality = Modality.OBLIGATION
    opening: str = ""  # first words of the piece
    first: bool = True  # the act opens its sentence
    people: bool = False  # beneficiaries are named
    aims: bool = False  # it stands where only aims and principles are
    whom: bool = False  # it stands where the text says whom it is for
    ordered: bool = False  # those who act are ordered to by its stem (X应当采取下列措施：…)
    statute: bool = True  # it stands in articles
    own: bool = False  # its sentence names its subject
    agency_first: bool = False  # it opens with the agency that acts (民政局对X给予Y: what the agency has to do)
