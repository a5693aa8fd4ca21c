"""The JSON Schema of a brief, made from its dataclasses.

`python -m briefkit.rendering.schema` prints it; `src/briefkit/brief.schema.json` is its output.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec

from briefkit.schema import SCHEMA_VERSION, Brief

_PLACE = "[start, end) in Unicode code points of the article's text, as `briefkit text` prints it"
_DESCRIPTIONS = {
    "Brief": {
        "schema_version": "Version of this form; another major version is another form",
        "source": "The article that was read",
        "headline": "The article's own headline; null where it has none",
        "authors": "Who wrote the article, by its metadata or byline",
        "published": "Day of publication, from which relative dates are counted; or null",
        "published_from": "Where that day was found",
        "lede": "The standfirst, or else the first paragraph",
        "at_a_glance": "The author's own bullets, or sentences chosen and shortened",
        "actors": "Who acts, the most salient first",
        "places": "Places where things happen, which do not act",
        "dates": "Time expressions, in the order of the text",
        "quotes": "What is said or reported, in the order of the text",
        "warnings": "What a careful reader should know",
        "pipeline": "What made the brief",
    },
    "Source": {
        "id": "The stem of the file's name, or the id of the record",
        "path": "As it was given; - for standard input",
        "url": "Where the article was published, by its metadata",
        "sha256": "Digest of the article's text, encoded as UTF-8",
        "language": "ISO 639 code, by metadata or detected",
        "words": "Number of words of the article's text",
    },
    "Bullet": {
        "text": "The bullet",
        "origin": "author: the article's own; extracted: chosen by briefkit",
        "spans": f"The text that it stands on: {_PLACE}",
        "resolved": "Short forms that were replaced by the name they stand for",
    },
    "Resolved": {
        "from": "The words of the article",
        "to": "The name in their place",
        "span": f"Where the name stands: {_PLACE}",
    },
    "Actor": {
        "id": "Names the actor within this brief",
        "name": "The fullest name in the article",
        "type": "What kind of actor it is",
        "role": "Office or function in the words of the article; or null",
        "affiliation": "The organization or state that the role belongs to; or null",
        "aliases": "Other names of it in the article",
        "salience": "0 to 1, relative to the first actor of the article",
        "mentions": f"Names, titles, nominals and pronouns, in the order of the text: {_PLACE}",
    },
    "DateMention": {
        "text": "The words of the article",
        "type": "TIMEX3 type",
        "value": "TIMEX3 value, an ISO 8601 interval for a range; what nothing settles stays open",
        "mod": "TIMEX3 modifier; or null",
        "start": "First day, where the value settles it; or null",
        "end": "Last day, where the value settles it; or null",
        "anchor": "What the value is counted from: the day of publication, or a date of the text",
        "anchor_span": f"That date of the text: {_PLACE}",
        "tense": "Whether the sentence puts the event in the past or in the future; or null",
        "span": f"Where it stands: {_PLACE}",
        "event": "The clause or sentence that it dates; or null",
        "event_span": f"Where that stands: {_PLACE}",
    },
    "Quote": {
        "text": "What is said, without the outer quotation marks",
        "kind": "direct, mixed (a report with marked words in it), or indirect",
        "speaker": "Name of the actor who speaks, else the article's words for who does; or null",
        "actor": "Id of that actor; or null",
        "speaker_text": "The article's words for the speaker; or null",
        "speaker_span": f"Where these stand: {_PLACE}",
        "cue": "The word that tells that something is said; or null",
        "cue_span": f"Where it stands: {_PLACE}",
        "spans": f"Where the quote stands, in several parts if it is split: {_PLACE}",
        "attribution": "How the speaker was found",
        "confidence": "0 to 1: how sure it is that this actor speaks; null where none is named",
        "polarity": "Whether it is said, denied, or asked",
    },
    "Warning": {
        "code": "Kind of warning",
        "message": "The warning, in words",
        "spans": f"What it is about: {_PLACE}",
    },
    "Pipeline": {
        "briefkit": "Version of briefkit",
        "model": "Name and version of the model",
        "bullets": "The option --bullets, where it was given",
    },
}


def json_schema(
    type: type = Brief, title: str = f"A brief of briefkit, schema version {SCHEMA_VERSION}"
) -> str:
    """The JSON Schema (2020-12) of a dataclass; without one, of a brief."""
    (reference,), definitions = msgspec.json.schema_components(
        [type], ref_template="#/$defs/{name}"
    )
    for name, definition in definitions.items():
        for field, about in definition["properties"].items():
            if told := _DESCRIPTIONS.get(name, {}).get(field):
                about["description"] = told
        # A default is for Python's sake: a written brief has every field.
        definition["required"] = list(definition["properties"])
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:briefkit:{type.__name__.lower()}:{SCHEMA_VERSION}",
        "title": title,
        **reference,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json_schema())
