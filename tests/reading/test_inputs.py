"""Everything an article may come in: pipes, packed files, records of others, mail, documents."""

from __future__ import annotations

import gzip
import io
import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from briefkit.errors import UnreadableError, UsageError
from briefkit.reading import Article, Form, How, read_article, read_articles
from tests.reading.documents import docx, pdf

LEDE = (
    "The harbour board of Lorn agreed on Monday to rebuild the ferry pier, which storms had torn "
    "from its footing twice in two winters, and to close it for most of the year."
)
MORE = "Until then a smaller boat is to sail from the old quay at Skerry, twice a day."
PAGE = f"<html lang='en'><head><title>Pier to be rebuilt</title></head><body><h1>Pier to be rebuilt</h1><article><p>{LEDE}</p><p>{MORE}</p></article></body></html>"


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


PAGE_BLOCKS = [("headline", "Pier to be rebuilt"), ("paragraph", LEDE), ("paragraph", MORE)]


@pytest.mark.parametrize("name", ["-", "page", "page.xhtml", "index.php", "page.html.gz"])
def test_a_page_is_a_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    data = gzip.compress(PAGE.encode()) if name.endswith(".gz") else PAGE.encode()
    if name == "-":
        article = read_article("-", stdin=io.BytesIO(data))
    else:
        (tmp_path / name).write_bytes(data)
        article = read_article(str(tmp_path / name))
        assert article.id in ("page", "index")
    assert blocks(article) == PAGE_BLOCKS
    assert article.warnings == ()


def test_another_ending_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.html").write_text(LEDE)
    page, text = (read_article(str(tmp_path / name)) for name in ("a.txt", "b.html"))
    assert blocks(page) == PAGE_BLOCKS
    assert [w.message for w in page.warnings] == [
        "read as a web page, which its ending .txt is not for"
    ]
    assert text.text == LEDE
    assert [w.code for w in text.warnings] == ["input-format"]


def test_the_user_may_insist(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(PAGE)
    assert read_article(str(path), How(form=Form.TEXT)).text == PAGE
    path.write_text("# Rain\n\nIt rained.\n")
    assert read_article(str(path), How(form=Form.MARKDOWN)).text == "Rain\n\nIt rained."
    path.write_text('{"text": "It rained."}\n{"text": "It snowed."}\n')
    found = list(read_articles(str(path), How(form=Form.JSONL)))
    assert [article.text for article in found if isinstance(article, Article)] == ["It rained.", "It snowed."]  # fmt: skip
    with pytest.raises(UnreadableError, match="program code"):
        read_article(str(path))


def test_packed_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(LEDE.encode()))
    article = read_article(str(tmp_path / "a.txt.gz"))
    assert (article.id, article.text) == ("a", LEDE)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(LEDE.encode())[:-12])
    with pytest.raises(UnreadableError, match="compressed, and cut off or damaged"):
        read_article(str(tmp_path / "b.txt.gz"))


def test_records_by_a_pipe() -> None:
    line = json.dumps({"id": "a", "text": LEDE}).encode() + b"\n"
    assert read_article("-", stdin=io.BytesIO(line)).id == "a"
    with pytest.raises(UsageError, match="more than one article"):
        read_article("-", stdin=io.BytesIO(line * 2))


RECORDS: list[dict[str, Any]] = [
    # trafilatura
    {"text": LEDE, "title": "Pier", "author": "Ada Quill; Jo Poe", "date": "2024-06-03", "source": "https://lornpost.example/a", "hostname": "lornpost.example", "language": "en"},
    # newspaper
    {"text": LEDE, "title": "Pier", "authors": ["Ada Quill", "Jo Poe"], "publish_date": "2024-06-03T10:00:00", "url": "https://lornpost.example/a"},
    # news-please
    {"maintext": LEDE, "title": "Pier", "authors": ["Ada Quill", "Jo Poe"], "date_publish": "2024-06-03 10:00:00", "url": "https://lornpost.example/a", "language": "en"},
    # fundus
    {"plaintext": LEDE, "title": "Pier", "authors": ["Ada Quill", "Jo Poe"], "publishing_date": "2024-06-03 10:00:00+02:00", "url": "https://lornpost.example/a"},
    {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [LEDE]}]}, "title": "Pier", "authors": ["Ada Quill", "Jo Poe"], "publishing_date": "2024-06-03", "url": "https://lornpost.example/a"},
    # JSON Feed, schema.org, NewsAPI, WordPress
    {"content_text": LEDE, "title": "Pier", "authors": [{"name": "Ada Quill"}, {"name": "Jo Poe"}], "date_published": "2024-06-03T10:00:00Z", "url": "https://lornpost.example/a"},
    {"articleBody": LEDE, "headline": "Pier", "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "Jo Poe"}], "datePublished": "2024-06-03", "url": "https://lornpost.example/a"},
    {"content": LEDE, "title": "Pier", "author": "Ada Quill; Jo Poe", "publishedAt": "2024-06-03T10:00:00Z", "url": "https://lornpost.example/a"},
    {"content": {"rendered": f"<p>{LEDE}</p>\n"}, "title": {"rendered": "Pier"}, "author": "Ada Quill; Jo Poe", "date": "2024-06-03T10:00:00", "link": "https://lornpost.example/a"},
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.ndjson.gz"])
def test_records_of_other_extractors(tmp_path: Path, record: dict[str, Any], name: str) -> None:
    data = json.dumps(record).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    article = read_article(str(tmp_path / name))
    assert (article.text, article.title) == (LEDE, "Pier")
    assert article.authors == ("Ada Quill", "Jo Poe")
    assert (article.published, article.published_from) == ("2024-06-03", "metadata")
    assert article.url == "https://lornpost.example/a"
    assert article.warnings == ()


def test_sections_of_a_record_are_blocks(tmp_path: Path) -> None:
    sections = [
        {"headline": [], "paragraphs": [LEDE]},
        {"headline": ["What now"], "paragraphs": [MORE]},
    ]
    body = {"summary": ["Islanders will lose their boat"], "sections": sections}
    (tmp_path / "a.json").write_text(json.dumps({"title": "Pier", "body": body}))
    assert blocks(read_article(str(tmp_path / "a.json"))) == [
        ("standfirst", "Islanders will lose their boat"),
        ("paragraph", LEDE),
        ("heading", "What now"),
        ("paragraph", MORE),
    ]


@pytest.mark.parametrize(
    "record, said",
    [
        ({"date": 1717400000}, 'the field "date" is not read: a number, not a string'),
        ({"author": {"id": 3}}, 'the field "author" is not read: an object, not a string'),
        ({"date_download": "2024-06-03"}, 'the field "date_download" is not read; "published" is the name for it'),
        ({"article_headline": "Pier"}, 'the field "article_headline" is not read; "title" is the name for it'),
    ],
)  # fmt: skip
def test_fields_that_are_not_read_are_named(
    tmp_path: Path, record: dict[str, Any], said: str
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": LEDE, **record}))
    article = read_article(str(tmp_path / "a.jsonl"))
    assert [(w.code, w.message) for w in article.warnings] == [("record-field", said)]


def test_a_brief_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"schema_version": "1.0", "headline": "Pier"}')
    with pytest.raises(UnreadableError, match="a brief, not an article") as caught:
        read_article(str(tmp_path / "a.json"))
    assert caught.value.hint and "briefkit show" in caught.value.hint


def mail(plain: str | None, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Quill <ada@lornpost.example>"
    message["To"] = "desk@lornpost.example"
    message["Subject"] = "Fwd: Pier to be rebuilt"
    message["Date"] = "Mon, 03 Jun 2024 23:30:00 -0500"
    message["MIME-Version"] = "1.0"
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        (message.add_alternative if plain is not None else message.set_content)(
            html, subtype="html"
        )
    return message


@pytest.mark.parametrize(
    "message",
    [
        mail(f"{LEDE}\n\n{MORE}\n"),
        mail(None, PAGE),
        mail("Your program shows no HTML.", PAGE),
        mail(f"{LEDE}\n\n{MORE}\n\n-- \nAda Quill, Lorn Post\nTel. 555 0100\n"),
    ],
    ids=["plain", "page", "both", "signed"],
)
def test_mail(tmp_path: Path, message: EmailMessage) -> None:
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    article = read_article(str(tmp_path / "a.eml"))
    assert [words.replace("\n", " ") for kind, words in blocks(article) if kind == "paragraph"] == [LEDE, MORE]  # fmt: skip
    assert (article.title, article.authors) == ("Pier to be rebuilt", ("Ada Quill",))
    # The day in the sender's own zone.
    assert (article.published, article.published_from) == ("2024-06-03", "metadata")
    assert blocks(read_article("-", stdin=io.BytesIO(message.as_bytes()))) == blocks(article)


def test_two_dashes_between_empty_lines_are_no_signature(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail(f"{LEDE}\n\n--\n\n{MORE}\n").as_bytes())
    assert ("paragraph", MORE) in blocks(read_article(str(tmp_path / "a.eml")))
    (tmp_path / "a.eml").write_bytes(mail(f"{LEDE}\n\n--\nAda Quill, Lorn Post.\n").as_bytes())
    assert blocks(read_article(str(tmp_path / "a.eml")))[-1][0] == "furniture"


def test_what_is_attached_is_named(tmp_path: Path) -> None:
    message = mail(f"{LEDE}\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="pier.pdf")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    article = read_article(str(tmp_path / "a.eml"))
    assert [(w.code, w.message) for w in article.warnings] == [
        ("attachments", "not read: pier.pdf")
    ]


@pytest.mark.parametrize("data", [b"From: a\nSubject: b\n\n", b"Content-Type: multipart/mixed; boundary=x\n\n--x--\n"])  # fmt: skip
def test_mail_without_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(data)
    with pytest.raises(UnreadableError):
        read_article(str(tmp_path / "a.eml"))


@pytest.mark.parametrize("header", ["Content-Type: text/plain" + ";a=b" * 4_000, "Subject:" + "\n x" * 4_000])  # fmt: skip
def test_mail_with_an_endless_header(tmp_path: Path, header: str) -> None:
    (tmp_path / "a.eml").write_text(f"From: a@b.no\n{header}\n\n{LEDE}\n")
    with pytest.raises(
        UnreadableError, match=r"a header of 1[0-9],[0-9]{3} bytes; 10,000 are read"
    ):
        read_article(str(tmp_path / "a.eml"))


def test_mail_with_endless_headers(tmp_path: Path) -> None:
    part = f"--x\nContent-Type: text/plain{';a=b' * 2_000}\n\n{LEDE}\n"
    head = "From: a@b.no\nContent-Type: multipart/mixed; boundary=x\n\n"
    (tmp_path / "a.eml").write_text(f"{head}{part * 20}--x--\n")
    with pytest.raises(UnreadableError, match=r"with headers of 160,[0-9]{3} bytes; 100,000 are"):
        read_article(str(tmp_path / "a.eml"))


def test_word_documents(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(
        docx(
            ("Title", "Pier to be rebuilt"), ("Normal", LEDE), ("Heading 2", "What now"),
            ("Normal", MORE), ("List Bullet", "The quay opens in May"), ("List Bullet", "The pier later"),
        )
    )  # fmt: skip
    assert blocks(read_article(str(tmp_path / "a.docx"))) == [
        ("headline", "Pier to be rebuilt"),
        ("paragraph", LEDE),
        ("heading", "What now"),
        ("paragraph", MORE),
        ("item", "The quay opens in May"),
        ("item", "The pier later"),
    ]


def _with_xml(words: str) -> bytes:
    """A Word document whose body is this XML."""
    made = io.BytesIO()
    with (
        ZipFile(io.BytesIO(docx(("Normal", LEDE)))) as good,
        ZipFile(made, "w", ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            part = good.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:p>", words.encode() + b"<w:p>", 1)
            bad.writestr(name, part)
    return made.getvalue()


CELL = "<w:tc><w:tcPr><w:gridSpan w:val='99999999'/></w:tcPr><w:p><w:r><w:t>A cell.</w:t></w:r></w:p></w:tc>"


def test_a_cell_is_read_once_however_wide_it_says_that_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_with_xml(f"<w:tbl><w:tr>{CELL}</w:tr></w:tbl>"))
    article = read_article(str(tmp_path / "a.docx"))
    assert article.text == f"A cell.\n\n{LEDE}"


def test_cells_that_say_the_same_are_two(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(_with_xml(f"<w:tbl><w:tr>{CELL * 2}</w:tr></w:tbl>"))
    article = read_article(str(tmp_path / "a.docx"))
    assert blocks(article)[0] == ("furniture", "A cell. | A cell.")


@pytest.mark.parametrize("words", ["<w:p/>" * 400_001, f"<w:p><w:r><w:t>{'a ' * 4_000_000}</w:t></w:r></w:p>" * 5])  # fmt: skip
def test_word_documents_that_unfold_to_too_much(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.docx").write_bytes(_with_xml(words))
    with pytest.raises(UnreadableError, match="are more than the 400,000 and 32,000,000"):
        read_article(str(tmp_path / "a.docx"))


def test_pdfs(tmp_path: Path) -> None:
    lines = ["The harbour board of Lorn agreed on Monday to rebuild the ferry pier, which", "storms had torn from its foot-", "ing twice in two winters."]  # fmt: skip
    data = pdf([("Pier to be rebuilt", 24), (lines, 11), (MORE, 11)])
    (tmp_path / "a.pdf").write_bytes(data)
    assert blocks(read_article(str(tmp_path / "a.pdf"))) == [
        ("headline", "Pier to be rebuilt"),
        ("paragraph", "The harbour board of Lorn agreed on Monday to rebuild the ferry pier, which storms had torn from its footing twice in two winters."),
        ("paragraph", MORE),
    ]  # fmt: skip


def test_letters_that_a_font_sets_as_one_are_two(tmp_path: Path) -> None:
    line = "Of|cials of Lorn said on Monday that they would |nd the money for the pier."
    (tmp_path / "a.pdf").write_bytes(pdf([("Pier to be rebuilt", 24), (line, 11), (MORE, 11)]))
    told = blocks(read_article(str(tmp_path / "a.pdf")))[1][1]
    assert told == line.replace("|", "fi")


def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path: Path) -> None:
    around = ["11/28/26, 10:46 PM", "Pier to be rebuilt"]
    below = ["https://lorn.example/pier", "1/1"]
    parts = [*around, ("Pier to be rebuilt", 24), "3 March 2025", MORE, *below]
    data = pdf([part if isinstance(part, tuple) else (part, 11) for part in parts])
    (tmp_path / "a.pdf").write_bytes(data)
    found = blocks(read_article(str(tmp_path / "a.pdf")))
    furniture = [words for kind, words in found if kind == "furniture"]
    assert furniture == [*around, *below]
    assert ("headline", "Pier to be rebuilt") in found and ("paragraph", MORE) in found


@pytest.mark.parametrize(
    "name, data, said",
    [
        ("a.pdf", pdf([]), "a PDF without text, such as a scan"),
        ("a.pdf", b"%PDF-1.4\nno more", "a damaged PDF"),
        ("a.docx", docx(("Normal", LEDE))[:-40], "a damaged zip file"),
    ],
)
def test_documents_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read_article(str(tmp_path / name))
    assert said in caught.value.message
    assert caught.value.hint
