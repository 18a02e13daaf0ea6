"""What was measured on: the machine without its name, the versions, the commit."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil
import psycopg

PROJECT = Path(__file__).resolve().parents[1]
_PACKAGES = ("Django", "psycopg", "granian", "locust")


def facts(database: str) -> dict[str, Any]:
    """Cores, memory, versions, commit, and how busy the machine was before the first request."""
    with psycopg.connect(database) as connection:
        server = connection.info.server_version
        buffers = connection.execute("SHOW shared_buffers").fetchone()
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "memory_megabytes": round(psutil.virtual_memory().total / 1e6),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "postgresql": f"{server // 10000}.{server % 10000}",
        "shared_buffers": buffers[0] if buffers else "",
        "packages": {name: version(name) for name in _PACKAGES},
        "commit": _git("rev-parse", "HEAD"),
        "changed_since_commit": bool(_git("status", "--porcelain", "--", "src", "requirements")),
        "load_before": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), ""
    )


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
