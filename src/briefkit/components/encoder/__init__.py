"""`briefkit_encoder`: what each word and each sentence is and means, by a small contextual net."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from spacy.language import Language

from briefkit.components.columns import columns
from briefkit.components.encoder.casing import truecased

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

    from briefkit.components.encoder.reader import Reader

LAYER = "briefkit_encoder"
WEIGHTS, PIECES = "encoder.onnx", "tokenizer.json"
FILES = (WEIGHTS, PIECES, "LICENSE", "NOTICE")


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of an article, as arrays of floats.

    `names`, `roles` and `speech` are log probabilities, tokens x tags (`tags.NAME_TAGS`,
    `ROLE_TAGS`, `SPEECH_TAGS`). `asks` and `offers` are tokens x LINK: the product of what a
    pronoun or noun asks with what an earlier mention offers says how likely they are one; `nobody`,
    tokens x 1, that it means none (`coreference.links`). `sentences` are the meanings of the
    sentences, sentences x 384, of length 1: their products say how alike two are (-1 to 1).
    `points` are the log odds that a sentence tells a key point.
    """

    names: Any
    roles: Any
    speech: Any
    asks: Any
    offers: Any
    nobody: Any
    sentences: Any
    points: Any


def encoded(doc: Doc) -> Encoded | None:
    """What the encoder has left on `doc`; None where there was none in its pipeline."""
    found = doc.user_data.get(LAYER)
    return Encoded(*found) if found else None


@Language.factory("briefkit_encoder", requires=["doc.sents"], assigns=["doc.user_data"])
def create_encoder(nlp: Language, name: str) -> EncoderComponent:
    """The component for `nlp.add_pipe("briefkit_encoder")`; without weights it says nothing."""
    return EncoderComponent()


class EncoderComponent:
    """Reads each article by itself and leaves what it says in `doc.user_data`."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}
        self._reader: Reader | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._files and len(doc):
            doc.user_data[LAYER] = self.match(doc)
        return doc

    def match(self, doc: Doc) -> tuple[Any, ...]:
        """The arrays of `Encoded`, in its order."""
        if self._reader is None:
            # Every Language() imports the factories: what is heavy waits until it is needed.
            from briefkit.components.encoder.reader import Reader

            self._reader = Reader(self._files[WEIGHTS], self._files[PIECES])
        seen = columns(doc)
        title = doc.user_data.get("briefkit_title") or ""
        words = truecased(seen.words, seen.sentence_starts)
        return self._reader.read(words, seen.sentence_starts, title.split())

    def __getstate__(self) -> dict[str, Any]:
        # The net cannot travel to another process, which opens its own.
        return {**self.__dict__, "_reader": None}

    def to_bytes(self, **_: Any) -> bytes:
        """The weights, the word pieces and their licence."""
        return msgspec.msgpack.encode(self._files)

    def from_bytes(self, data: bytes, **_: Any) -> EncoderComponent:
        """Read what `to_bytes` gave."""
        self._files = msgspec.msgpack.decode(data, type=dict[str, bytes])
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the weights, the word pieces and their licence."""
        path.mkdir(exist_ok=True)
        for name, content in self._files.items():
            (path / name).write_bytes(content)

    def from_disk(self, path: Path, **_: Any) -> EncoderComponent:
        """Read what `to_disk` wrote; the net is opened when it is first asked."""
        self._files = {name: (path / name).read_bytes() for name in FILES}
        return self
