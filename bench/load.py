"""Checks and coverage queries at twenty requests at once, sent by this process to `huishang serve` in another.

Prints throughput and percentiles beside those of an empty request in the same run, errors (none are allowed), and the
server's memory before and after REQUESTS requests. Loopback only; a part that measures time ends after its requests or
SECONDS, the one that measures memory when all are answered. Every draft is sent with a line of its own, so that nothing
is answered from a cache.
"""

from __future__ import annotations

import asyncio
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import contextmanager
from pathlib import Path

import httpx

from api.workspace import Workspace
from ingest.readers.source import open_source

EXAMPLES = Path(__file__).parents[1] / "examples"
AT_ONCE = 20
REQUESTS = 5_000
SECONDS = 240.0  # no part that measures time takes longer
WARM = 200  # requests before memory is looked at
GROWTH = 1.10  # memory after REQUESTS over memory after the warm-up
DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt")).read_text(encoding="utf-8")
Send = Callable[[httpx.AsyncClient, int], Awaitable[httpx.Response]]


async def empty(client, number):
    return await client.get("/health")


async def covers(client, number):
    group = ("tekun", "dibao", "disabled", "orphan")[number % 4]
    return await client.get("/api/v1/coverage", params={"group": group, "at": "2026-08-01", "region": "652325"})


async def checks(client, number):
    text = f"{DRAFT}\n附注：第{number}稿。\n"
    return await client.post("/api/v1/check", json={"text": text, "name": "草案.txt", "at": "2026-08-01"})


async def mixed(client, number):
    return await (checks if number % 10 == 0 else covers)(client, number)


async def measured(
    address: str, send: Send, at_once: int, requests: int, longest: float = SECONDS
) -> tuple[list[float], int, float]:
    """Seconds of each request, errors, and seconds of the whole."""
    taken: list[float] = []
    errors, numbers, start = 0, iter(range(requests)), time.perf_counter()

    async def one(client):
        nonlocal errors
        for number in numbers:
            if time.perf_counter() - start > longest:
                return
            begun = time.perf_counter()
            try:
                answer = await send(client, number)
                failure = "" if answer.status_code == httpx.codes.OK else str(answer.status_code)
            except httpx.HTTPError as error:
                failure = type(error).__name__
            if failure:
                errors += 1
                print(f"request {number} failed: {failure}", file=sys.stderr)
            taken.append(time.perf_counter() - begun)

    limits = httpx.Limits(max_connections=at_once)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits, trust_env=False) as client:
        await asyncio.gather(*(one(client) for _ in range(at_once)))
    return taken, errors, time.perf_counter() - start


@contextmanager
def server(folder: Path):
    """Address and process of a server over the examples, ended afterwards."""
    workspace = Workspace(folder / ".huishang")
    workspace.create()
    for path in sorted((EXAMPLES / "in-force").iterdir()):
        workspace.keep(open_source(path), path.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "HUISHANG_HOME": str(workspace.root), "HUISHANG_LOG": "errors"}
    command = [sys.executable, "-m", "api.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                if httpx.get(f"{address}/ready", timeout=30, trust_env=False).status_code == httpx.codes.OK:
                    break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        process.wait(20)


def resident(process) -> float:
    """Megabytes of the server."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def row(name: str, at_once: int, taken: list[float], errors: int, seconds: float) -> str:
    ordered = sorted(taken)
    p50, p95, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * p))] * 1000 for p in (0.5, 0.95, 0.99))
    rate = len(taken) / seconds
    return f"{name}\t{at_once}\t{len(taken)}\t{errors}\t{rate:.1f}\t{p50:.1f}\t{p95:.1f}\t{p99:.1f}"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REQUESTS
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print("request\tat once\trequests\terrors\ta second\tp50 ms\tp95 ms\tp99 ms")
    failed = 0
    with tempfile.TemporaryDirectory() as folder, server(Path(folder)) as (address, process):
        asyncio.run(measured(address, mixed, AT_ONCE, WARM))
        for name, send, requests in (("empty", empty, 1000), ("coverage", covers, 1000), ("check", checks, 200)):
            for at_once in (1, AT_ONCE):
                found = asyncio.run(measured(address, send, at_once, requests))
                failed += found[1]
                print(row(name, at_once, *found), flush=True)
        before = resident(process)
        found = asyncio.run(measured(address, mixed, AT_ONCE, count, float("inf")))
        failed += found[1]
        print(row("one check in ten", AT_ONCE, *found))
        after = resident(process)
        print(f"memory of the server: {before:.0f} MB, after {len(found[0])} more requests {after:.0f} MB")
    return int(failed > 0 or after > before * GROWTH)


if __name__ == "__main__":
    sys.exit(main())
