"""Small documents, made for the tests."""

from __future__ import annotations

import io
from collections.abc import Sequence


def docx(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of (style, words)."""
    from docx import Document

    document = Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def pdf(paragraphs: Sequence[tuple[str | Sequence[str], int]]) -> bytes:
    """A PDF of one page, of (line or lines, size), the paragraphs well apart."""
    commands, top = [], 780
    for words, size in paragraphs:
        for line in [words] if isinstance(words, str) else words:
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            commands.append(f"BT /F1 {size} Tf 50 {top} Td ({escaped}) Tj ET")
            top -= int(size * 1.2)
        top -= size * 2
    stream = "\n".join(commands).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        # The letter "|" is the ligature "fi", as in the fonts of most papers.
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        b" /Encoding << /Type /Encoding /Differences [124 /fi] >> >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )
