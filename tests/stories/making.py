"""Briefs written by hand, a line an item, with the article's text made of the same lines.

    a 2024-03-01                      an article: its id and day ("-" for none)
    = Headline                        @ name | type | role | affiliation | other names
    : lede                            @@ the same, for a place where something happens
    - bullet                          " words | speaker | kind | day on which it was said
    * 2024-02-29 | clause | words of the date
    ~ name | words                   the words in the last clause or quote that mean somebody

What stands in a line stands in the text, so that every place can be verified.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from briefkit.reading import Article, make_article
from briefkit.schema import Actor, Brief, Bullet, DateMention, Pipeline, Quote, Source, Span

Made = tuple[Brief, Article]


class Writer:
    """An article and its brief in the making."""

    def __init__(self, id: str, day: str | None) -> None:
        self.text = ""
        self.brief = Brief(
            "1.0", Source(id, f"{id}.txt", None, "", "en", 0), None, (), day,
            "option" if day else None, None, (), (), (), (), (), (), Pipeline("0.1.0", "by hand"),
        )  # fmt: skip

    def place(self, words: str, around: str = "{}") -> Span:
        """Write a sentence, and say where the words stand in it."""
        sentence = around.format(words)
        start = len(self.text) + sentence.index(words)
        self.text += sentence + "\n\n"
        return start, start + len(words)

    def line(self, line: str) -> None:
        mark, _, rest = line.partition(" ")
        parts = [part.strip() for part in rest.split("|")]
        brief = self.brief
        if mark == "=":
            self.place(parts[0])
            self.brief = replace(brief, headline=parts[0])
        elif mark == ":":
            self.place(parts[0])
            self.brief = replace(brief, lede=parts[0])
        elif mark == "-":
            bullet = Bullet(parts[0], "extracted", (self.place(parts[0]),))
            self.brief = replace(brief, at_a_glance=(*brief.at_a_glance, bullet))
        elif mark == "*":
            self.brief = replace(brief, dates=(*brief.dates, self._date(*parts)))
        elif mark == '"':
            quote = self._quote(*parts)  # which may write a date
            self.brief = replace(self.brief, quotes=(*self.brief.quotes, quote))
        elif mark == "~":
            self._mean(*parts)
        elif mark == "@":
            self.brief = replace(brief, actors=(*brief.actors, self._actor(*parts)))
        else:
            assert mark == "@@", line
            self.brief = replace(brief, places=(*brief.places, self._actor(*parts)))

    def _actor(
        self, name: str, type: str = "person", role: str = "", tie: str = "", others: str = ""
    ) -> Actor:
        aliases = tuple(other.strip() for other in others.split(",") if other.strip())
        first = self.place(name, f"{role} {{}} was there." if role else "{} was there.")
        spans = (first, *(self.place(alias, "It was {}.") for alias in aliases))
        number = len(self.brief.actors) + len(self.brief.places) + 1
        salience = round(1 / number, 2)
        return Actor(f"a{number}", name, type, role or None, tie or None, aliases, salience, spans)  # type: ignore[arg-type]

    def _mean(self, name: str, words: str) -> None:
        """Let the words, where they stand last, mean somebody."""
        start = self.text.rindex(words)
        self.brief = replace(
            self.brief,
            actors=tuple(
                replace(actor, mentions=(*actor.mentions, (start, start + len(words))))
                if actor.name == name
                else actor
                for actor in self.brief.actors
            ),
        )

    def _date(self, day: str, clause: str, words: str = "") -> DateMention:
        start, end = self.place(clause)
        said = words or f"on {day}"
        at = self.place(said) if said not in clause else (start + clause.index(said),) * 2
        at = (at[0], at[0] + len(said))
        event = (start, end)
        return DateMention(said, "date", day, day, day, at, clause, event, anchor="published")

    def _quote(self, words: str, speaker: str = "", kind: str = "direct", day: str = "") -> Quote:
        who = [
            a for a in (*self.brief.actors, *self.brief.places) if speaker in (a.name, *a.aliases)
        ]
        span = self.place(words, "“{}”" if kind == "direct" else "{}")
        by = self.place(speaker, f"{{}} said on {day}." if day else "{} said.") if speaker else None
        if day and by:
            clause = f"{speaker} said on {day}"
            at = by[1] + len(" said on ")
            date = DateMention(
                day,
                "date",
                day,
                day,
                day,
                (at, at + len(day)),
                clause,
                (by[0], by[0] + len(clause)),
            )
            self.brief = replace(self.brief, dates=(*self.brief.dates, date))
        return Quote(
            words, kind, (who[0].name if who else speaker) or None, who[0].id if who else None,  # type: ignore[arg-type]
            speaker or None, by, "said" if by else None, (by[1] + 1, by[1] + 5) if by else None,
            (span,), "named" if who else "none",
        )  # fmt: skip

    def made(self) -> Made:
        source = replace(
            self.brief.source,
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            words=len(self.text.split()),
        )
        article = make_article(self.text, id=source.id, path=source.path)
        assert article.text == self.text
        return replace(self.brief, source=source), article


def make(lines: list[str]) -> list[Made]:
    """The articles and briefs of some lines."""
    found: list[Writer] = []
    for line in lines:
        if line[:2] in ("= ", ": ", "- ", "* ", "~ ", '" ', "@ ", "@@"):
            found[-1].line(line)
        else:
            id, day = line.split()
            found.append(Writer(id, None if day == "-" else day))
    return [writer.made() for writer in found]
