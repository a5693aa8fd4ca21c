"""Three affairs over two weeks as four papers tell them: sixty briefs, with differences planted.

Every article has the people and the course of its affair, and a line of its own that no other has.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.stories.making import Made, make

PAPERS = ("courier", "herald", "mirror", "post")


@dataclass(frozen=True)
class Affair:
    """What its articles have in common, what each adds, and what a paper has otherwise."""

    name: str
    common: tuple[str, ...]
    own: tuple[str, ...]
    # From which article on (0 to 19), of which papers, which line there is.
    planted: tuple[tuple[int, int, tuple[str, ...], str], ...]

    def lines(self) -> list[str]:
        found: list[str] = []
        for number in range(20):
            paper = PAPERS[number % 4]
            day = 2 + number * 13 // 19
            found += [f"{self.name}-{number:02}-{paper} 2024-03-{day:02}", *self.common]
            found += [
                line for first, last, papers, line in self.planted
                if first <= number <= last and paper in papers
            ]  # fmt: skip
            found.append(f"- {self.own[number]}")
        return found


_FILLER = (
    "Divers found {a} in the mud at dawn", "Insurers asked for the drawings of {a}", "A choir sang for {b}",
    "Schools near {a} stayed closed", "Drones filmed {a} from above", "Hotels took in the families of {b}",
    "A petition about {a} was handed over", "Welders explained the flaw of {a}", "Candles burnt for {b}",
    "Lorries were sent around {a}", "Letters of {b} came to light", "Old photographs of {a} were sold",
    "The radio told the life of {b}", "Shops beside {a} opened again", "Lawyers of {b} met in private",
    "Students measured the cracks of {a}", "Donors gave blankets to {b}", "An artist painted {a}",
    "A film about {b} is planned", "Guards now watch {a}",
)  # fmt: skip


def _own(a: str, b: str) -> tuple[str, ...]:
    return tuple(line.format(a=a, b=b) for line in _FILLER)


BRIDGE = Affair(
    "bridge",
    (
        "@ Ada Quill | person | mayor of Lorn | Lorn",
        "@ Lorn Harbour Trust | organization",
        "@@ Lorn | place",
        ": The bridge over the Sill at Lorn collapsed under a freight train of the harbour railway",
    ),
    _own("the fallen girders", "the drowned railwaymen"),
    (
        (0, 3, PAPERS, "- At least nine people were killed when the Sill bridge fell, rescuers counted"),
        (4, 19, ("courier", "mirror", "post"), "- Twelve people were killed when the Sill bridge fell, rescuers counted"),
        (4, 19, ("herald",), "- Fourteen people were killed when the Sill bridge fell, rescuers counted"),
        (0, 19, ("courier", "herald", "mirror"), "* 2024-03-01 | The harbour railway bridge gave way beneath forty loaded freight wagons"),
        (0, 19, ("post",), "* 2024-02-29 | The harbour railway bridge gave way beneath forty loaded freight wagons"),
        (0, 19, PAPERS, "@ Oleh Vasylenko | person | bridge engineer | Lorn Harbour Trust"),
        (0, 9, ("courier", "mirror"), '" Nobody read my report about the rusted bolts, and nobody answered my calls. | Oleh Vasylenko'),
        (0, 9, ("post",), '" Nobody read my report about the rusted bolts | Oleh Vasylenko'),
        (5, 5, ("herald",), '" Nobody read my report about the rusted bolts, and nobody answered my calls. | Ada Quill'),
    ),
)  # fmt: skip

ELECTION = Affair(
    "election",
    (
        "@ Yuri Marchenko | person | opposition leader",
        "@ Election Commission of Marne | organization",
        "@@ Marne | place",
        ": The count of votes in Marne was stopped after ballot boxes had been found in a quarry",
    ),
    _own("the sealed ballot boxes", "the polling clerks"),
    (
        (0, 6, PAPERS, "@ Paul Reyes | person | governor of Marne | Marne"),
        (8, 9, PAPERS, "@ Paul Reyes | person | governor of Marne | Marne"),
        (10, 19, PAPERS, "@ Maria Reyes | person | governor of Marne | Marne"),
        (7, 7, PAPERS, "@ Reyes | person"),
        (0, 19, ("courier", "herald"), "@ Dmitry Sokolov | person | poll observer | Marne"),
        (0, 19, ("mirror", "post"), "@ Dmitri Sokolow | person | poll observer | Marne"),
        (0, 19, ("courier", "post"), "- Police arrested 31 people around the town hall of Marne during the night"),
        (0, 19, ("herald",), "- Police arrested 44 people around the town hall of Marne during the night"),
        (6, 19, ("mirror",), '" I never saw these boxes before Sunday evening. | Yuri Marchenko | direct | 2024-03-05'),
    ),
)  # fmt: skip

TAKEOVER = Affair(
    "takeover",
    (
        "@ Halden Metals Inc. | organization",
        "@ Greta Holm | person | chief executive of Halden Metals | Halden Metals",
        "@@ Halden | place",
        ": The smelter workers at Halden walked out over the sale of the furnaces to a rival",
    ),
    _own("the cold furnaces", "the smelter crews"),
    (
        (0, 19, ("courier", "mirror"), "- The buyer offered $3.2 billion for the furnaces and all debts of the smelter"),
        (0, 19, ("herald", "post"), "- The buyer offered $4.1 billion for the furnaces and all debts of the smelter"),
        (0, 19, ("courier", "herald"), "@ National Union of Smelters | organization"),
        (0, 19, ("mirror", "post"), "@ NUS | organization"),
        (0, 19, PAPERS, '" We sell, or we close by the summer. | Greta Holm'),
        (19, 19, PAPERS, "- Prosecutors froze the bank accounts of the buyer in two countries"),
    ),
)  # fmt: skip

PLANTED: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "bridge": [
        ("different-figures", ("nine people", "Twelve people", "Fourteen people")),
        ("different-days", ("2024-02-29", "2024-03-01")),
        ("different-speakers", ("Oleh Vasylenko", "Ada Quill")),
    ],
    "election": [
        ("different-figures", ("31 people", "44 people")),
        ("office-holders", ("Paul Reyes", "Maria Reyes")),
    ],
    "takeover": [("different-figures", ("$3.2 billion", "$4.1 billion"))],
}


def articles() -> list[Made]:
    """The sixty articles with their briefs."""
    return make([line for affair in (BRIDGE, ELECTION, TAKEOVER) for line in affair.lines()])
