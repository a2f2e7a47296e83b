"""Identifiers computed from content, so that reading twice gives equal ids.

A provision's id depends on its document, the locator of its clause and its own words, never on what
stands elsewhere: adding a paragraph does not rename the others.
"""

from hashlib import blake2b

from kg.model import ClauseId, ProvisionId

BASE = "https://huishang.example/id/"


def digest(*parts: str, size: int = 8) -> str:
    """Short stable hexadecimal hash of `parts` (2 × `size` characters)."""
    return blake2b("\x1f".join(parts).encode(), digest_size=size).hexdigest()


def document_iri(name: str) -> str:
    """IRI of a document by its base name (also the name of its graph)."""
    return f"{BASE}document/{digest(name)}"


def clause_id(document: str, locator: str, text: str) -> ClauseId:
    """Id of a clause from where it stands and its first words."""
    return ClauseId(f"{BASE}clause/{digest(document, locator, text[:40])}")


def provision_id(document: str, text: str, occurrence: int = 0) -> ProvisionId:
    """Id of a provision from its own words; `occurrence` counts equal words in one document."""
    return ProvisionId(f"{BASE}provision/{digest(document, ''.join(text.split()), str(occurrence))}")
