"""The formatted summary: what it says, how it fits, and what it keeps from the terminal."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import partial

import pytest
from rich.console import Console

from briefkit.rendering import Format, render
from briefkit.rendering.amounts import at_most, stands_back
from briefkit.rendering.roles import told_role
from briefkit.rendering.summary import print_summary
from briefkit.rendering.terminal import cut, plain_text, safe
from briefkit.schema import Brief, Bullet, Warning
from tests.briefs import brief


def test_the_whole_summary() -> None:
    rule = "─"
    assert render(brief(), Format.SUMMARY).splitlines() == [
        "Ferry line returns",
        "2024-05-04 (as given) · B. Writer · 25 words · ferry.txt",
        "Mayor Ada Quill opened the Lorn ferry on 3 May 2024. “It is back,” said Quill.",
        "",
        "At a glance " + rule * 68,
        " • Mayor opened the ferry",
        "",
        "Actors  ▪ mentions " + rule * 61,
        " Ada Quill  Quill  Mayor                                            ▪▪▪▪▪▪▪▪ 3",
        "",
        "Places " + rule * 73,
        " Lorn",
        "",
        "Timeline " + rule * 71,
        " 2024-05-03 Mayor Ada Quill opened the Lorn ferry",
        "",
        "Quotes " + rule * 73,
        " Ada Quill · said",
        "   “It is back”",
        "",
        "Warnings " + rule * 71,
        " ! a careful reader should know",
    ]


@pytest.mark.parametrize("format", [Format.SUMMARY, Format.MARKDOWN])
def test_the_lede_stands_under_the_headline_where_no_bullet_says_it(format: Format) -> None:
    lede = brief().lede or ""
    line = next(line for line in render(brief(), format).splitlines() if lede in line)
    assert line == lede
    says = Bullet("Mayor Ada Quill opened the Lorn ferry on 3 May 2024", "extracted", ((0, 5),))
    assert lede not in render(replace(brief(), at_a_glance=(says,)), format)
    assert lede in render(replace(brief(), at_a_glance=()), format)


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_it_fits_the_width(width: int) -> None:
    long = replace(brief(), headline="Many words " * 30, lede="x" * 500, at_a_glance=())
    text = plain_text(lambda console: print_summary(long, console), width)
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[red]markup[/red]", "[red]markup[/red]"),
        (":smile: [link=file:///x]y[/link]", ":smile: [link=file:///x]y[/link]"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("c1 \x9b31m", "c1 \\x9b31m"),
        ("right \u202eto left\u2066", "right \\u202eto left\\u2066"),
        ("two\nlines\tand tab", "two lines and tab"),
        ("nul \x00", "nul \\x00"),
    ],
)
def test_text_commands_no_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system=None, width=80)
    print_summary(replace(brief(), headline=text), console)
    assert shown in stream.getvalue().splitlines()[0]


def shown(width: int = 80, **changes: object) -> str:
    """The summary of the brief with such changes."""
    changed = replace(brief(), **changes)  # type: ignore[arg-type]  # any field
    return plain_text(lambda console: print_summary(changed, console), width)


def test_by_speaker_gathers_quotes() -> None:
    (quote,) = brief().quotes
    other = replace(quote, speaker=None, text="We shall see")
    many = replace(long(), quotes=(quote, other, replace(quote, text="Once more")))
    text = plain_text(lambda console: print_summary(many, console, by_speaker=True))
    assert " Ada Quill  2\n   • “It is back”\n   • “Once more”\n" in text
    assert "\n no speaker  1\n   • “We shall see”\n" in text


def test_a_speaker_who_is_doubtful_once_is_listed_once() -> None:
    (quote,) = brief().quotes
    many = replace(long(), quotes=(quote, replace(quote, text="Once more", confidence=0.3)))
    text = plain_text(lambda console: print_summary(many, console, by_speaker=True))
    assert " Ada Quill  2\n   • “It is back”\n   • “Once more” (doubtful)\n" in text


def test_markdown_tells_what_is_denied_or_doubtful() -> None:
    (quote,) = brief().quotes
    quotes = (
        replace(quote, text="It left", kind="indirect", polarity="negated", cue="denied"),
        replace(quote, text="it left", kind="indirect", polarity="questioned", cue="asked"),
        replace(quote, cue=":", confidence=0.3),
    )
    lines = render(replace(brief(), quotes=quotes), Format.MARKDOWN).splitlines()
    assert lines[lines.index("## Quotes") + 2 :][:3] == [
        "- denied: It left (Ada Quill denied)",
        "- asked whether: it left (Ada Quill asked)",
        "- “It is back” (Ada Quill, doubtful)",
    ]


@pytest.mark.parametrize(
    ("role", "owner", "shown"),
    [
        ("president", "Harbour Fund", "president (Harbour Fund)"),
        ("party leader", "Lorn Party", "party leader (Lorn Party)"),
        ("council leader", "Lorn City Council", "council leader (Lorn City Council)"),
        ("council leader", "Council", "council leader"),
        ("Lorn Party leader", "Lorn Party", "Lorn Party leader"),
        ("city council leader", "Lorn City Council", "city council leader"),
        ("LCC leader", "Lorn City Council", "LCC leader"),
    ],
)
def test_whose_a_role_is(role: str, owner: str, shown: str) -> None:
    (actor,) = brief().actors
    assert told_role(replace(actor, role=role, affiliation=owner)) == shown


def test_that_a_quote_is_cut_is_said() -> None:
    (quote,) = brief().quotes
    cut_off = long(quotes=(replace(quote, text="word " * 100),))
    assert plain_text(partial(print_summary, cut_off)).endswith("\n\n--all shows the rest\n")
    assert "--all" not in plain_text(partial(print_summary, cut_off, everything=True))


def long(**changes: object) -> Brief:
    """The brief as if it were of a long article, of which much can be shown."""
    source = replace(brief().source, words=2000)
    return replace(brief(), source=source, **changes)  # type: ignore[arg-type]  # any field


def test_quotations_stand_before_reports_and_what_nobody_says_is_apart() -> None:
    (quote,) = brief().quotes
    held = replace(quote, kind="indirect", actor=None, speaker="critics", cue="say", text="leaks")
    nobody = replace(quote, speaker=None, actor=None, cue=None, text="Who knows")
    lines = shown(source=long().source, quotes=(nobody, held, quote)).splitlines()
    told = [line.rstrip("─") for line in lines[lines.index("Quotes " + "─" * 73) :]]
    assert [line for line in told if line][:9] == [
        "Quotes ", " Ada Quill · said", "   “It is back”",
        "Reported ", " critics · say", "   leaks",
        "No speaker found ", "   “Who knows”",
        "Warnings ",
    ]  # fmt: skip


def test_what_does_not_fit_a_screen_is_counted_and_shown_by_all() -> None:
    (actor,), (quote,) = brief().actors, brief().quotes
    many = long(
        actors=tuple(replace(actor, id=f"a{n}", name=f"Ada {n}.") for n in range(30)),
        quotes=tuple(replace(quote, text=f"Number {n}.") for n in range(30)),
    )
    text = plain_text(lambda console: print_summary(many, console))
    assert "Actors  ▪ mentions  8 of 30 ─" in text and "Quotes  5 of 30 ─" in text
    assert text.endswith("\n\n--all shows the rest\n")
    assert "Ada 29." not in text and "“Number 29.”" not in text
    text = plain_text(lambda console: print_summary(many, console, everything=True))
    assert "Ada 29." in text and "“Number 29.”" in text and "--all" not in text


def test_a_short_article_shows_as_much_as_there_is_room_for() -> None:
    """Of each kind one more in turn, and of the events those nearest to the day of publication."""
    (date,) = (date for date in brief().dates if date.start and date.event)
    days = [f"{year}-05-03" for year in range(2015, 2025)]
    dates = tuple(
        replace(date, value=day, start=day, end=day, event=f"In {day[:4]} the ferry sailed", span=(n, n + 1),
                event_span=(n, n + 1))
        for n, day in enumerate(days)
    )  # fmt: skip
    (actor,) = brief().actors
    actors = tuple(replace(actor, id=f"a{n}", name=f"Ada {n}.") for n in range(10))
    counts = []
    for words in (100, 120, 140):
        source = replace(brief().source, words=words)
        text = plain_text(
            partial(print_summary, replace(brief(), dates=dates, actors=actors, source=source))
        )
        years = re.findall(r"In (\d{4}) the ferry", text)
        assert years == sorted(years) and years[-1] == "2024"
        counts.append((text.count("▪▪▪ 3"), len(years)))
    assert counts == sorted(set(counts)) and counts[0][0] > 2 < counts[-1][1]


def test_a_summary_has_no_more_words_than_its_article() -> None:
    (quote,) = brief().quotes
    quotes = tuple(replace(quote, text=f"Words and words of number {n}. " * 4) for n in range(30))
    sizes = []
    for words in (120, 200, 400):
        few = replace(brief(), quotes=quotes, source=replace(brief().source, words=words))
        text = plain_text(partial(print_summary, few))
        sizes.append(len(re.findall(r"\w+", text)))
        assert sizes[-1] <= words
    assert sizes == sorted(sizes) and sizes[0] < sizes[-1]


def test_without_a_day_of_publication_there_is_a_hint() -> None:
    text = shown(published=None, published_from=None)
    assert text.splitlines()[1].startswith(
        "no day of publication; `briefkit extract --published DATE` sets one"
    )


def test_a_day_that_the_line_before_has_is_not_repeated() -> None:
    (date,) = (date for date in brief().dates if date.start and date.event)
    again = replace(date, event="The quay was full", span=(80, 90), event_span=(76, 90))
    lines = shown(source=long().source, dates=(date, again)).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(" 2024-05-03 Mayor"))
    assert lines[first + 1] == " " * 12 + "The quay was full"


def test_a_cue_that_is_no_word_is_left_out_and_doubts_name_their_quote() -> None:
    (quote,) = brief().quotes
    doubt = Warning("speaker-doubt", "it is not sure that these speakers are right", quote.spans)
    text = shown(quotes=(replace(quote, cue=":"),), warnings=(doubt,))
    assert "\n Ada Quill (doubtful)\n" in text
    assert "speakers are right: “It is back”" in " ".join(text.split())


def test_a_long_role_takes_two_lines_at_most() -> None:
    (actor,) = brief().actors
    role = "the chairman of the committee on harbours and ferries of the whole northern coast " * 3
    lines = shown(actors=(replace(actor, role=role.strip()),)).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(" Ada Quill  "))
    assert "…" in lines[start + 1] and not lines[start + 2].strip()


@pytest.mark.parametrize(
    ("role", "owner", "told"),
    [
        ("president", "Harbour Fund", "president (Harbour Fund)"),
        ("wife", "Tom Reed", "wife (Tom Reed)"),
        ("Foreign Minister", "Peru", "Foreign Minister (Peru)"),
        ("Peruvian Foreign Minister", "Peru", "Peruvian Foreign Minister"),
        ("French President", "France", "French President"),
        ("head of the Harbour Fund", "Harbour Fund", "head of the Harbour Fund"),
        ("U.N. envoy", "United Nations", "U.N. envoy"),
        ("DOR secretary", "Department of Roads", "DOR secretary"),
        ("mayor", None, "mayor"),
    ],
)
def test_whose_role_it_is_stands_behind_one_that_does_not_tell(
    role: str, owner: str | None, told: str
) -> None:
    (actor,) = brief().actors
    lines = shown(actors=(replace(actor, role=role, affiliation=owner),)).splitlines()
    assert any(f" {told}  " in line for line in lines if line.startswith(" Ada Quill  "))


def test_long_quotes_are_cut_between_words() -> None:
    (quote,) = brief().quotes
    text = shown(quotes=(replace(quote, text="The ferry runs again, we hope. " * 40),))
    (cut,) = re.findall(r"“(The ferry.*?)”", " ".join(text.split()))
    assert cut.endswith("we hope. The ferry…") and 200 < len(cut) <= 261
    whole = plain_text(
        partial(print_summary, long(quotes=(replace(quote, text="Aye. " * 99),)), everything=True)
    )
    assert whole.count("Aye.") == 99


def test_a_denied_quote_is_marked() -> None:
    (quote,) = brief().quotes
    assert "   not said: “It is back”\n" in shown(quotes=(replace(quote, polarity="negated"),))


@pytest.mark.parametrize(
    ("polarity", "cue", "shown_as"),
    [
        ("negated", "denied", "denied: "),
        ("negated", "confirm", "not said: "),
        ("questioned", "asked", "asked whether: "),
    ],
)
def test_a_polarity_cannot_be_misread(polarity: str, cue: str, shown_as: str) -> None:
    (quote,) = brief().quotes
    told = replace(quote, polarity=polarity, cue=cue, kind="indirect")  # type: ignore[arg-type]
    assert f"   {shown_as}It is back\n" in shown(quotes=(told,))


def test_a_doubtful_speaker_is_told_as_such() -> None:
    (quote,) = brief().quotes
    doubt = Warning("speaker-doubt", "it is not sure that these speakers are right", quote.spans)
    assert f" {quote.speaker} (doubtful) · " in shown(warnings=(doubt,))
    assert "(doubtful)" not in shown()


def test_aliases_take_no_more_than_their_room() -> None:
    (actor,) = brief().actors
    aliases = ("Quill", "Mayor Quill", "Her Honour the Mayor of Lorn and the Isles", "Ada")
    assert " Ada Quill  Quill, Mayor Quill, …" in shown(
        100, actors=(replace(actor, aliases=aliases),)
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("person", "person"),
        ("place", "place"),
        ("organization", "organization"),
        ("group", "group"),
    ],
)
def test_the_kind_of_an_actor_without_a_role(kind: str, said: str) -> None:
    (actor,) = brief().actors
    text = shown(actors=(replace(actor, role=None, aliases=(), type=kind),))  # type: ignore[arg-type]
    (line,) = (line for line in text.splitlines() if line.startswith(" Ada Quill  "))
    assert line.split("▪")[0].split() == ["Ada", "Quill", *said.split()]


def test_one_warning_is_told_once_and_with_the_words_that_nobody_says() -> None:
    (quote,) = brief().quotes
    nobody = Warning("no-speaker", "nothing says whose words these are", quote.spans)
    text = shown(warnings=(nobody, Warning("a", "odd", ()), Warning("a", "odd", ())))
    assert " ! nothing says whose words these are: “It is back”\n ! odd (2 times)\n" in text


def test_a_wide_terminal_shows_two_sides() -> None:
    lines = shown(200).splitlines()
    assert lines[4].startswith("At a glance ─") and "─   Timeline ─" in lines[4]
    assert max(map(len, lines)) <= 200


def test_what_is_cut_behind_an_ellipsis_has_one() -> None:
    assert cut("The pier … stands for ever", 12) == "The pier…"


def test_who_speaks_or_is_in_a_bullet_is_shown_before_who_is_named_once() -> None:
    whole = brief()
    once = replace(whole.actors[0], mentions=(whole.actors[0].mentions[0],), aliases=())
    names = ["Brand", "Bo Told", "Cy Says", "Di Twice"]
    actors = [replace(once, id=f"b{n}", name=name) for n, name in enumerate(names)]
    actors[3] = replace(actors[3], mentions=whole.actors[0].mentions)
    told = replace(
        whole,
        actors=tuple(actors),
        at_a_glance=(replace(whole.at_a_glance[0], text="The ferry is Bo Told's"),),
        quotes=(replace(whole.quotes[0], actor="b2"),),
    )

    def foremost(brief: Brief, most: int) -> list[str]:
        return [one.name for one in at_most(most, brief.actors, stands_back(brief))]

    assert foremost(told, 3) == names[1:]
    assert foremost(told, 4) == names
    assert foremost(replace(told, quotes=()), 3) == ["Brand", *names[1::2]]
