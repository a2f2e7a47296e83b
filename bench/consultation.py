"""Lists and agenda of the office at 100, 1,000 and 10,000 cases: seconds, and growth as a ratio to the smallest."""

from __future__ import annotations

import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from consultation import caselog, cases, meetings
from consultation.case import Stance
from consultation.database import open_database, sqlite_url, transaction
from consultation.desk import due_items

SIZES = (100, 1_000, 10_000)
START = datetime(2026, 1, 5, tzinfo=UTC)
MEMBERS = ("civil-affairs", "hrss", "finance")
FINDING = {
    "id": "a",
    "code": "OV01",
    "message": "甲",
    "severity": "error",
    "route": "consultation",
    "agencies": ["hrss"],
}


def fill(session, count):
    """Cases in every state, one in ten at the conference."""
    for n in range(count):
        who = {"by": "x", "at": START + timedelta(minutes=n)}
        number = cases.open_case(session, title=f"事项{n}", initiator="hrss", findings=[FINDING], **who).number
        cases.circulate(session, number, to=MEMBERS, reply_by=date(2026, 3, 1), **who)
        if n % 10:
            continue
        cases.opine(session, number, agency="hrss", stance=Stance.DISAGREE, text="理由", **who)
        cases.consult(session, number, **who)
        cases.disagree(session, number, reason="r", **who)
        cases.coordinate(session, number, large="大", overall="大局", **who)
        cases.submit(session, number, reason="r", **who)


def timed(work):
    """Seconds of the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main():
    print("cases\tlist of 100 s\tagenda s\tdesk s\tgrowth (list, agenda, desk)")
    first = None
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = open_database(sqlite_url(Path(folder) / "a.db"))
            with transaction(engine) as session:
                fill(session, size)
            with transaction(engine) as session:
                row = (
                    timed(lambda: caselog.list_cases(session, ("circulated",), limit=100)),
                    timed(lambda: meetings.agenda_of(session)),
                    timed(lambda: due_items(session, MEMBERS, date(2026, 2, 1))),
                )
            engine.dispose()
        first = first or row
        growth = ", ".join(f"×{a / b:.1f}" for a, b in zip(row, first, strict=True))
        print(f"{size}\t" + "\t".join(f"{s:.4f}" for s in row) + f"\t{growth}", flush=True)


if __name__ == "__main__":
    main()
