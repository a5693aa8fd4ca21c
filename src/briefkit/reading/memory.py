"""A bound on the memory that a reader may take, on systems that know one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def at_most(more: int) -> Iterator[None]:
    """Have what takes `more` bytes than are in use now end with MemoryError.

    The bound is the whole process's, and ends with the block. Only Linux says what is in use.
    """
    used = _in_use()
    if used is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bounds = [used + more, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _in_use() -> int | None:
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmData:")[2].split()[0]) << 10
    except (OSError, IndexError):
        return None
