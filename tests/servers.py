"""Servers that tests start for themselves on this machine and stop afterwards: PostgreSQL, Oxigraph, our own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The URL of a database of our own on a socket; skips where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    place = Path(tempfile.mkdtemp(prefix="huishang-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(place, "postgres")
    control = [*as_user, found[-1] / "pg_ctl", "-D", place / "data"]
    subprocess.run(
        [*as_user, found[-1] / "initdb", "-D", place / "data", "-A", "trust", "-U", "hs"],
        check=True,
        capture_output=True,
    )
    options = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off"
    start = [*control, "-o", options, "-w", "-l", place / "log", "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"postgresql://hs@/postgres?host={place}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def oxigraph_server(folder: Path, seconds: int = 20) -> Iterator[str]:
    """The query address of an Oxigraph server with a time limit; skips where the package is not installed."""
    program = Path(sysconfig.get_path("scripts")) / "oxigraph"
    if not program.exists():
        pytest.skip("the oxigraph package is not installed")
    port = free_port()
    command = [program, "serve", "--location", folder, "--bind", f"127.0.0.1:{port}", "--timeout-s", str(seconds)]
    with running(command, {}, f"http://127.0.0.1:{port}/"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def huishang_server(environment: Mapping[str, str], *arguments: str) -> Iterator[str]:
    """The address of `huishang serve` in a process of its own."""
    port = free_port()
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port), *arguments]
    with running(command, environment, f"http://127.0.0.1:{port}/health"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: list[object], environment: Mapping[str, str], sign: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that answers at `sign`, ended with everything it started."""
    process = subprocess.Popen(
        [str(c) for c in command],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        end = time.monotonic() + 60
        while not _answers(sign):
            assert process.poll() is None and time.monotonic() < end, f"{command[0]} did not start"
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2).status_code < 500
    except httpx.HTTPError:
        return False


def free_port() -> int:
    """A port nobody listens at now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
