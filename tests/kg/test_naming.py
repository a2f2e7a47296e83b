"""How messages call a document."""

import pytest

from kg.model import Document
from kg.naming import cited

CALLED = {
    "social law": ("社会救助法", "《社会救助法》"),
    "enclosed instrument": ("某州人民政府办公室关于印发《某州临时救助规定》的通知", "《某州临时救助规定》"),
    "broken over lines": ("某县民政局\n关于印发《某县细则》的通知", "《某县细则》"),
    "inner marks": ("关于贯彻《社会救助法》的意见", "《关于贯彻〈社会救助法〉的意见》"),
    "no title": ("", "《草案》"),
}


@pytest.mark.parametrize(("title", "wanted"), CALLED.values(), ids=CALLED)
def test_a_document_is_called_by_its_own_or_its_enclosed_title(title, wanted):
    assert cited(Document("草案.txt", "x", "0", title=title)) == wanted
