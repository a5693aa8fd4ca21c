"""The command line without its start: processes that are forked from one that has the model.

A program of a folder that a shell can find hands its arguments, working directory, environment and
standard streams to a server; a child of that runs `briefkit.cli.main` with them, as a process that
was started by the shell would, and its status is the program's.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from briefkit.cli import main

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
def serving(folder: Path) -> Iterator[Path]:
    """The program, as long as its server runs."""
    path = str(folder / "line")
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as line:
        line.bind(path)
        line.listen()
        server = os.fork()
        if not server:
            _serve(line)
        program = folder / "briefkit"
        program.write_text(_PROGRAM.format(python=sys.executable, path=path))
        program.chmod(0o755)
        yield program
    with suppress(ProcessLookupError):
        os.killpg(server, signal.SIGKILL)
    os.waitpid(server, 0)


def _serve(line: socket.socket) -> NoReturn:
    os.setsid()
    while True:
        call, _ = line.accept()
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        with call:
            if not os.fork():
                _answer(call)


def _answer(call: socket.socket) -> NoReturn:
    status = 1
    try:
        data, streams, *_ = socket.recv_fds(call, _LONGEST_CALL, 3)
        arguments, folder, environment = json.loads(data)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["briefkit", *arguments]
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
