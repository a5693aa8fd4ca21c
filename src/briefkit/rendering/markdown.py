"""A brief as Markdown, for a wiki page, an e-mail or a pull request."""

from __future__ import annotations

import re

from briefkit.rendering.amounts import cue_of, doubtful, sign_of, untold
from briefkit.rendering.roles import told_role
from briefkit.rendering.terminal import safe
from briefkit.rendering.timeline import timeline
from briefkit.schema import Actor, Brief, Quote
from briefkit.text import counted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
# What renderers make links of without any mark.
_LINK = re.compile(r"\b(?:https?|ftp|mailto):|\bwww\.|@", re.IGNORECASE)
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(brief: Brief) -> str:
    """The brief as a Markdown document."""
    lines = [f"# {plain(brief.headline or brief.source.id)}", ""]
    facts = [brief.published or "undated", *brief.authors, brief.source.url or ""]
    lines += [" · ".join(plain(fact) for fact in facts if fact), ""]
    lede = untold(brief)
    if lede:
        lines += [plain(lede), ""]
    _section(lines, "At a glance", [plain(bullet.text) for bullet in brief.at_a_glance])
    _section(lines, "Actors", [_actor(actor) for actor in brief.actors])
    _section(lines, "Places", [plain(place.name) for place in brief.places])
    told = timeline(brief)
    rows = [f"**{plain(', '.join(row.days))}**: {plain(row.event)}" for row in told.settled]
    rows += [f"*{plain(', '.join(row.days))}*: {plain(row.event)}" for row in told.open]
    rows += [f"({plain(told.hint)})"] if told.hint else []
    _section(lines, "Timeline", rows)
    unsure = doubtful(brief)
    _section(lines, "Quotes", [_quote(quote, quote in unsure) for quote in brief.quotes])
    _section(lines, "Warnings", [plain(warning.message) for warning in brief.warnings])
    return "\n".join(lines)


def _section(lines: list[str], title: str, rows: list[str]) -> None:
    if rows:
        lines += [f"## {title}", "", *(f"- {row}" for row in rows), ""]


def _actor(actor: Actor) -> str:
    said = [actor.type, told_role(actor) or "", counted(len(actor.mentions), "mention")]
    also = f"; also {', '.join(actor.aliases)}" if actor.aliases else ""
    return f"**{plain(actor.name)}**: {plain(', '.join(part for part in said if part) + also)}"


def _quote(quote: Quote, is_doubtful: bool) -> str:
    text = quote.text if quote.kind != "direct" else f"“{quote.text}”"
    who = " ".join(part for part in (quote.speaker or "no speaker", cue_of(quote)) if part)
    return f"{sign_of(quote)}{plain(text)} ({plain(who)}{', doubtful' if is_doubtful else ''})"


def plain(text: str) -> str:
    """The text itself, nothing of it taken for Markdown or HTML."""
    escaped = _SPECIAL.sub(r"\\\1", safe(text).strip())
    escaped = _LINK.sub(lambda m: m[0][:-1] + "\\" + m[0][-1], escaped)
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)
