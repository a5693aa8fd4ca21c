"""Pages that a browser shows from one file: nothing is loaded, and nothing in a text can run.

A template extends `base.html` and is filled by `page`. What a template prints is escaped, and a
policy in the page's head lets a browser run only the scripts, and use only the styles, whose
hashes it names.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from briefkit import __version__

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
# Characters that HTML has no place for, and those that turn the order of what follows around.
_UNFIT = re.compile(
    "[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]+")
_UNFIT_FOR_URL = re.compile(r"[\s\x00-\x20\"<>\\^`{|}]")


def shown(text: str) -> str:
    """`text` as a page can hold it, one character for one, so that places stay right."""
    return _UNFIT.sub("\ufffd", text.translate(_CONTROLS))


def link(url: str | None) -> str | None:
    """A URL that may be clicked: an address of the web, and nothing that runs."""
    try:
        parts = urlsplit(url or "")
        host, _ = parts.hostname or "", parts.port  # which raises for what is no number
    except ValueError:
        return None
    fits = parts.scheme.lower() in ("http", "https") and _HOST.fullmatch(host)
    return url if fits and not _UNFIT_FOR_URL.search(url or "") else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("briefkit.rendering.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: shown(value) if type(value) is str else value,
    )
    environment.filters["link"] = link
    return environment


@cache
def _asset(name: str) -> str:
    """A style or script without indents and comments, which have lines of their own."""
    asset = files("briefkit.rendering.html").joinpath("templates", name)
    lines = map(str.strip, asset.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))


def page(
    template: str, *, styles: Sequence[str] = (), scripts: Sequence[str] = (), **values: Any
) -> str:
    """The page that a template makes of `values`.

    `styles` and `scripts` name files beside the templates that it needs besides those of the base.
    """
    style = "".join(map(_asset, ("base.css", *styles)))
    script = "".join(map(_asset, ("base.js", *scripts)))
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    text = _environment().get_template(template).render(
        style=Markup(style), script=Markup(script), policy=policy, version=__version__, **values
    )  # fmt: skip
    return text + "\n"


def _hash(asset: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(asset.encode()).digest()).decode()}'"
