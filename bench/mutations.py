"""Benchmark of the checks by mutation: one point changed, and a near miss of the same shape that must stay quiet.

`python -m bench.mutations` prints three tables: (a) provisions in normal form, (b) the same written out as documents
and read back, so that errors of reading count, (c) controls: acts issued again, renumbered or consolidated, which must
give nothing of error or warning. `--errors N` lists what went wrong, `--instances N` sets how often a kind is played.
"""

from __future__ import annotations

import argparse

from bench.mutation.controls import alarms, controls
from bench.mutation.coverage import TEXT_ONLY
from bench.mutation.scoring import pairs, score, table
from bench.mutation.writing import as_documents, in_normal_form


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--instances", type=int, default=30)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    made = list(pairs(options.instances))
    plain = [p for p in made if p.kind not in TEXT_ONLY]
    for title, index_of, material in (
        ("(a) normal form", in_normal_form, plain),
        ("(b) written and read", as_documents, made),
    ):
        scores = score(material, index_of)
        print(f"\n{title}: {len(material) // 2} pairs, {len(scores)} kinds\n{table(scores)}")
        wrong = [f"{kind} {error}" for kind, s in scores.items() for error in s.errors]
        for line in wrong[: options.errors]:
            print("  ", line)
    found = [line for control in controls() for line in alarms(control)]
    print(f"\n(c) controls: {len(list(controls()))} pairs of versions, {len(found)} findings of error or warning")
    for line in found[: options.errors or 5]:
        print("  ", line)


if __name__ == "__main__":
    main()
