"""Programs without their start: processes that are forked from one that has all they load.

A program of a folder that a shell can find hands its arguments, working directory, environment and
standard streams to a server; a child of that runs a function with them, as a process that was
started by the shell would, and its status is the program's.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

_PROGRAM = """#!{python} -IES
import json, os, socket, sys
line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
line.connect({path!r})
call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(line, [call], [0, 1, 2])
os._exit(int(line.recv(8) or 1))
"""
_LONGEST_CALL = 1 << 17  # bytes


@contextmanager
def serving(folder: Path, name: str, main: Callable[[], object]) -> Iterator[Path]:
    """The program `name` that runs `main`, as long as its server runs."""
    path = str(folder / f"{name}.line")
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
        line.bind(path)
        line.listen()
        server = os.fork()
        if not server:
            _serve(line, name, main)
        program = folder / name
        program.write_text(_PROGRAM.format(python=sys.executable, path=path))
        program.chmod(0o755)
        yield program
    with suppress(ProcessLookupError):
        os.killpg(server, signal.SIGKILL)
    os.waitpid(server, 0)


def _serve(line: socket.socket, name: str, main: Callable[[], object]) -> NoReturn:
    os.setsid()
    while True:
        call, _ = line.accept()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        with call:
            if not os.fork():
                _answer(call, name, main)


def _answer(call: socket.socket, name: str, main: Callable[[], object]) -> NoReturn:
    status = 1
    try:
        data, streams, *_ = socket.recv_fds(call, _LONGEST_CALL, 3)
        arguments, folder, environment = json.loads(data)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = [name, *arguments]
        sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", errors="backslashreplace", closefd=False)  # noqa: SIM115
        main()
    except SystemExit as end:
        status = int(end.code or 0)
        with suppress(OSError):
            sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        call.send(b"%d" % status)
        os._exit(status)
