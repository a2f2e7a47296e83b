"""Namespaces and the few terms that Python names; everything else is data in Turtle."""

HS = "https://huishang.example/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCT = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
ODRL = "http://www.w3.org/ns/odrl/2/"
ELI = "http://data.europa.eu/eli/ontology#"
CV = "http://data.europa.eu/m8g/"
CPSV = "http://purl.org/vocab/cpsv#"
PLACES = "https://huishang.example/"
PREFIXES = {
    "cpsv": CPSV,
    "cv": CV,
    "dct": DCT,
    "eli": ELI,
    "hs": HS,
    "oa": OA,
    "odrl": ODRL,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}
TOWN_AND_COUNTRY = frozenset({"urban", "rural"})  # groups
KINDS = ("agency", "role", "function", "aid", "group", "modality", "parameter")
