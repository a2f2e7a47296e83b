"""Namespaces and the few terms that Python names; everything else is data in Turtle."""

HS = "https://huishang.example/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
KINDS = ("agency", "role", "function", "aid", "group", "modality", "parameter")
