"""The model: found, loaded, and run over articles. The only place that calls `spacy.load`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import use_ops

from briefkit.components.columns import forget
from briefkit.components.records import AnchorRecord, BlockRecord, WarningRecord, store
from briefkit.errors import ModelError, UnreadableError
from briefkit.layout import Block, cleaned
from briefkit.reading import Article

MODEL_NAME = "en_briefkit"
ENCODER = "briefkit_encoder"
OWN = ("briefkit_dates", "briefkit_actors", "briefkit_quotes", "briefkit_glance")
COMPONENTS = (ENCODER, *OWN)
NEEDED = ("tagger", "parser")
# The mark of a line that e-mail or Markdown cites, inside of a block.
_CITED = re.compile(r"\n(?:>[ \t]?)+")
# Words of the first batches stay for good, since a batch that has to learn "the" anew is slower.
KEPT_LEXEMES = 20_000
# What one call of the model takes: its memory grows by 17 kB a token, to some 430 MB. What a worker
# needs in all is in docs/scale.md.
CALL_TOKENS = 25_000
# Short articles are parsed together; more of them at once take memory and save no time.
GROUP_TOKENS = 2_000
# No news article has more. A text of as many characters as may be, all of them marks, has more.
MAX_TOKENS = 250_000
# In spaCy's pattern of addresses, user and password: `\S+` takes the colon too, and each colon is
# tried with all that follows.
_USER, _USER_ONCE = r"(?:\S+(?::\S*)?@)?", r"(?:\S+@)?"
# The apostrophe in "O’Brien", which the model knows as it is typed: "O'Brien".
_CURLED = re.compile(r"(?<=\w)[’ʼ](?=\w)")
# What a brief never reads costs a quarter of the stock pipeline's time.
UNUSED = ("senter", "lemmatizer", "attribute_ruler", "morphologizer", "textcat")


def shipped_model() -> Path:
    """The folder of the pipeline that comes with briefkit, in a wheel or in a checkout."""
    package = Path(__file__).parent
    places = (package / "models" / MODEL_NAME, package.parents[1] / "models" / MODEL_NAME)
    for place in places:
        if (place / "config.cfg").is_file():
            return place
    raise ModelError(
        f"the model {MODEL_NAME} is missing from this installation of briefkit",
        "install briefkit again, or run `make model` in its repository",
    )


@lru_cache(maxsize=2)
def load(model: str | None = None) -> Language:
    """The pipeline to run: the shipped one, or the spaCy pipeline of that name or path.

    briefkit's components are added to a pipeline that lacks them. Raises ModelError where the
    model cannot be loaded or has no tagger, parser or named entities.
    """
    source = shipped_model() if model is None else model
    try:
        # numpy's OpenBLAS takes half of the time of thinc's BLIS, and parses the same.
        with use_ops("numpy", use_blis=False):
            nlp = spacy.load(source, exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"cannot load the model {str(source)!r}: {str(error).splitlines()[0]}",
            "give --model the name of an installed spaCy pipeline or the path of its folder",
        ) from error
    _match_addresses_once(nlp)
    nlp.max_length = sys.maxsize  # the readers hold articles to theirs, which can be raised
    lacking = [name for name in NEEDED if name not in nlp.pipe_names]
    if not {"ner", ENCODER} & set(nlp.pipe_names):
        lacking.append("ner")
    if lacking:
        raise ModelError(
            f"the model {str(source)!r} has no {' and no '.join(lacking)}",
            "use an English spaCy pipeline with tagger, parser and ner, such as en_core_web_sm",
        )
    if "briefkit_layout" not in nlp.pipe_names:
        nlp.add_pipe("briefkit_layout", first=True)
    for name in OWN:  # the encoder's weights come with the shipped model; others have ner
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def _match_addresses_once(nlp: Language) -> None:
    """The tokenizer's pattern of addresses as one that finds the same in time of the length."""
    if isinstance(nlp.tokenizer, Tokenizer) and nlp.tokenizer.url_match is not None:
        slow: re.Pattern[str] = nlp.tokenizer.url_match.__self__
        nlp.tokenizer.url_match = re.compile(slow.pattern.replace(_USER, _USER_ONCE)).match


def model_label(nlp: Language) -> str:
    """Name and version, as a brief states them."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def make_doc(nlp: Language, article: Article, bullets: int | None = None) -> Doc:
    """The unparsed Doc of an article, with what the reader knows laid where components look."""
    plain = cleaned(article.text, article.blocks)
    blocks = plain.blocks(article.blocks)
    doc = nlp.make_doc(_one_line_blocks(plain.text, blocks))
    # What is longer than articles may be is read because the user asked for it.
    most = max(MAX_TOKENS, len(article.text) // 4)
    if len(doc) > most:
        raise UnreadableError(
            f"{article.path or article.id}: {len(doc):,} words and marks are more than the "
            f"{most:,} that an article may have",
            "split the file into its articles",
        )
    _read_as_typed(doc)
    store(doc, BlockRecord, [_record(block) for block in blocks])
    store(doc, WarningRecord, [])
    if article.published:
        store(
            doc, AnchorRecord, [AnchorRecord(article.published, article.published_from or "option")]
        )
    doc.user_data["briefkit_title"] = article.title and cleaned(article.title).text
    doc.user_data["briefkit_bullets"] = bullets
    return doc


def _read_as_typed(doc: Doc) -> None:
    """Give words with a curled apostrophe the looks of what is typed: norm and shape.

    Those that the tokenizer knows ("n’t", which is "not") have their norm already.
    """
    if not _CURLED.search(doc.text):
        return
    for token in doc:
        typed = _CURLED.sub("'", token.text)
        if typed != token.text and token.norm_ == token.lower_:
            token.norm_ = typed.lower()
            token.lex.shape_ = doc.vocab[typed].shape_


def annotate(
    nlp: Language, articles: Sequence[Article], bullets: int | None = None
) -> Iterator[Doc | Exception]:
    """One Doc an article, in order; in the place of an article that failed, its exception.

    The Docs hold only until the generator goes on: the strings of a batch are dropped at its end,
    once the vocabulary is rich, so that memory does not grow with the number of articles.
    """
    own = [name for name in nlp.pipe_names if name in COMPONENTS]
    with nlp.memory_zone() if len(nlp.vocab) > KEPT_LEXEMES else nullcontext():
        try:
            made = [_attempt(make_doc, nlp, article, bullets) for article in articles]
            docs = [doc for doc in made if isinstance(doc, Doc)]
            parsed = iter(_parse(nlp, docs, own))
            for doc in made:
                result = next(parsed) if isinstance(doc, Doc) else doc
                for name in own:
                    if isinstance(result, Doc):
                        result = _attempt(nlp.get_pipe(name), result)
                yield result
        finally:
            forget()


def _parse(nlp: Language, docs: list[Doc], own: list[str]) -> list[Doc | Exception]:
    """The model's own annotation, in few calls; one by one where a call raises."""
    found: list[Doc | Exception] = []
    for group in _calls(docs):
        try:
            found += _called(nlp, group, own)
        except Exception:
            # Which Doc it was cannot be told, and a half-annotated Doc cannot be parsed again.
            again = [_copy(nlp, doc) for doc in group]
            found += [_attempt(lambda d: _called(nlp, [d], own)[0], doc) for doc in again]
    return found


def _called(nlp: Language, group: list[Doc], own: list[str]) -> list[Doc]:
    if len(group[0]) > CALL_TOKENS:
        return [in_pieces(nlp, group[0], own)]
    return list(nlp.pipe(group, batch_size=len(group), disable=own))


def _calls(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The Docs in groups of no more than `GROUP_TOKENS`; one with more is alone."""
    group: list[Doc] = []
    for doc in docs:
        if group and sum(map(len, group)) + len(doc) > GROUP_TOKENS:
            yield group
            group = []
        group.append(doc)
    if group:
        yield group


def in_pieces(nlp: Language, doc: Doc, own: list[str], size: int = CALL_TOKENS) -> Doc:
    """A long Doc parsed piece by piece, each of at most `size` tokens and cut between blocks.

    A block that is longer is cut where the piece is full.
    """
    first = "briefkit_layout"
    doc = nlp.get_pipe(first)(doc)
    marks: list[int | str] = ["SENT_START"]
    borders = doc.to_array(marks).reshape(-1).tolist()
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    parsed, start = [], 0
    while start < len(doc):
        end = min(start + size, len(doc))
        if end < len(doc):
            end = next((i for i in range(end, start, -1) if borders[i] == 1), end)
        part = slice(start, end)
        starts: list[bool | int | None] = [True if mark == 1 else None for mark in borders[part]]
        piece = Doc(nlp.vocab, words=words[part], spaces=spaces[part], sent_starts=starts)
        for token, told in zip(piece, doc[start:end], strict=True):
            token.norm_ = told.norm_  # "ca" of "can't" is "can"
        parsed.append(next(nlp.pipe([piece], disable=[first, *own])))
        # The vectors that tagger and parser have read: 400 bytes a token that nobody reads again.
        parsed[-1].tensor = parsed[-1].tensor[:0].copy()
        start = end
    whole = Doc.from_docs(parsed, ensure_whitespace=False)
    assert whole is not None
    whole.user_data.clear()
    whole.user_data.update(doc.user_data)
    return whole


def _copy(nlp: Language, doc: Doc) -> Doc:
    fresh = nlp.make_doc(doc.text)
    _read_as_typed(fresh)
    fresh.user_data.update(doc.user_data)
    return fresh


def _attempt(function: Callable[..., Doc], *args: Any) -> Doc | Exception:
    """The function's Doc, or the exception: one article's failure is not another's."""
    try:
        return function(*args)
    except Exception as error:
        return error


def _record(block: Block) -> BlockRecord:
    """A block as components see it: the standfirst is the first paragraph of the story."""
    return BlockRecord(
        block.start, block.end, "paragraph" if block.kind == "standfirst" else block.kind
    )


def _one_line_blocks(text: str, blocks: Sequence[Block]) -> str:
    """`text` with the line ends inside of blocks as spaces, and the marks of cited lines.

    Hard-wrapped lines are no borders.
    """
    parts, at = [], 0
    for block in blocks:
        words = _CITED.sub(lambda found: " " * len(found[0]), text[block.start : block.end])
        parts += [text[at : block.start], words.replace("\n", " ")]
        at = block.end
    return "".join([*parts, text[at:]])
