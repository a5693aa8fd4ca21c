"""The marks around a quote go, those inside stay."""

from __future__ import annotations

import pytest

from briefkit.text import fold, unquote


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We go.”", "We go."),
        ('"We go."', "We go."),
        ("‘We go,’", "We go,"),
        ("«On y va»", "On y va"),
        ("''We go.''", "We go."),
        ('\'\'We say "no""', 'We say "no"'),
        ("„Los“", "Los"),
        ("“He said ‘no’”", "He said ‘no’"),
        ("“‘No’ is what he said”", "‘No’ is what he said"),
        (
            "the plan as “panic dressed up as strategy”",
            "the plan as “panic dressed up as strategy”",
        ),
        ('deliver "stability"', 'deliver "stability"'),
        ("“one” and “two”", "“one” and “two”"),
        ('"one" and "two"', '"one" and "two"'),
        ("“A paragraph that goes on", "A paragraph that goes on"),
        ("and ends here.”", "and ends here."),
        ("rights of the workers'", "rights of the workers'"),
        ("’90s music", "’90s music"),
        ("‘The tenants’ letters vanished.’", "The tenants’ letters vanished."),
        ("'The tenants' letters vanished.'", "The tenants' letters vanished."),
        ("‘one’ and ‘two’", "‘one’ and ‘two’"),
        ("‘It’s his’", "It’s his"),
        ("  two\n words ", "two words"),
        ("", ""),
        ("“", "“"),
    ],
)
def test_unquote(text: str, bare: str) -> None:
    assert unquote(text) == bare


def test_fold() -> None:
    assert fold("\t a \n\n b\u00a0c ") == "a b c"
