"""Articles of one line with their quotes written into the text, and the reader of that notation.

`[D1 …]` is a stretch of quote 1, a direct one (M mixed, I indirect); `{1 …}` its speaker and
`<1 …>` its cue. A letter after the number says how the speaker is found or what the report is:
`[I1- …]` negated, `[I1? …]` questioned. "¶" is a paragraph's end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"\[(?P<kind>[DMI])(?P<q>\d)(?P<polarity>[-?]?) |\{(?P<s>\d) |<(?P<c>\d) |[\]}>]")
_KINDS = {"D": "direct", "M": "mixed", "I": "indirect"}
_POLARITY = {"": "asserted", "-": "negated", "?": "questioned"}


@dataclass
class Expected:
    """One quote as the notation says it."""

    kind: str = ""
    polarity: str = "asserted"
    pieces: list[str] = field(default_factory=list)
    speaker: str | None = None
    cue: str | None = None


def read_case(case: str) -> tuple[str, list[Expected]]:
    """The plain text of a case and its quotes in the order of their numbers."""
    plain = ""
    quotes: dict[str, Expected] = {}
    opened: list[tuple[str, str, int]] = []
    at = 0
    for tag in _TAG.finditer(case):
        plain += case[at : tag.start()]
        at = tag.end()
        if tag["q"]:
            quote = quotes.setdefault(tag["q"], Expected())
            quote.kind, quote.polarity = _KINDS[tag["kind"]], _POLARITY[tag["polarity"]]
            opened.append(("q", tag["q"], len(plain)))
        elif tag["s"] or tag["c"]:
            opened.append(("s" if tag["s"] else "c", tag["s"] or tag["c"], len(plain)))
        else:
            what, number, start = opened.pop()
            quote = quotes.setdefault(number, Expected())
            if what == "q":
                quote.pieces.append(plain[start:])
            elif what == "s":
                quote.speaker = plain[start:]
            else:
                quote.cue = plain[start:]
    plain += case[at:]
    return plain.replace("¶", "\n\n"), [quotes[number] for number in sorted(quotes)]


# Every construct has at least three cases.
CASES: dict[str, list[str]] = {
    "the occasion is no part of it": [
        "[I1 Everybody should boil the water], {1 the ministry} <1 said> on Monday, after nine cases in the valley.",
        "[I1 The road is closed], {1 the police} <1 said>, after a night of rain.",
        "[I1 The talks had failed], {1 officials} <1 said>, before a meeting in Tallinn.",
    ],
    "direct, quote first": [
        "[D1 “The bridge will open in spring,”] {1 Mara Ilves} <1 said>.",
        '[D1 "We have lost everything,"] {1 Tom Reyes} <1 told> reporters on Friday.',
        "[D1 “Nobody warned us about the flood!”] <1 shouted> {1 Karim Haddad}.",
        "[D1 “Will the school close?”] {1 the teacher} <1 asked>.",
        "[D1 “I just do not know...”] {1 Mara Ilves} <1 said>.",
        "[D1 “All is well,”] {1 Mara Ilves} <1 blogged>.",
        "[D1 “The bridge is old,”] {1 Mara Ilves} <1 signalled>.",
        "[D1 “All is well,”] <1 echoes> {1 Mara Ilves}.",
    ],
    "direct, cue first": [
        "{1 Mara Ilves} <1 said>, [D1 “The bridge will open in spring.”]",
        "{1 The mayor} <1 added>: [D1 “We will pay for all of it.”]",
        '{1 Lena Ortiz} <1 wrote>, [D1 "This is the end of the road for us."]',
        "{1 The minister} praised the crews, <1 saying>, [D1 “They saved the whole valley.”]",
        "Ortiz wrote about {1 a clerk} who pushed her and <1 told> her, [D1 “You are late!”]",
    ],
    "inverted subject": [
        "[D1 “It was a quiet night,”] <1 said> {1 Ana Petrov}.",
        "[D1 “We need more nurses,”] <1 explained> {1 Dr. Samuel Osei}.",
        "[D1 “The offer is too low,”] <1 replied> {1 the union}.",
        "[D1 “The offer is too low,”] <1 said> {1 a spokesman for the Union of Pilots (UP)}.",
    ],
    "split quote": [
        "[D1 “The plan,”] {1 Ilves} <1 said>, [D1 “is better than nothing.”]",
        "[D1 “There is,”] {1 he} <1 said>, [D1 “no way.”]",
        "[D1 “We tried,”] {1 she} <1 said>. [D1 “We tried for ten years.”]",
        "[D1 “It hurts,”] <1 said> {1 Hugh Hill}, a doctor in Leeds. [D1 “And it will hurt for weeks.”]",
    ],
    "several sentences": [
        "{1 Ilves} <1 said>: [D1 “The river rose. Nobody slept. We prayed.”]",
        "[D1 “I saw smoke. Then I ran. I never looked back,”] {1 Reyes} <1 said>.",
        '[D1 "We have a deal. It is fair. It is final,"] {1 Petrov} <1 told> the court.',
    ],
    "over paragraphs": [
        "{1 Ilves} <1 said>: [D1 “The river rose in the night.]¶[D1 “Nobody slept at all.”]",
        "[D1 “We tried for years,”] {1 Reyes} <1 said>. [D1 “We failed.]¶[D1 “Now it is over for good.”]",
        "[D1 “I saw smoke over the hill,”] {1 Hill} <1 said>.¶The fire had begun in a barn.",
    ],
    "two speakers in one paragraph": [
        "[D1 “The deal is over,”] {1 Joan Hale} <1 said>. [D2 “It is late,”] {2 one of the older farmers} <2 said>.",
        "[D1 “The deal is over,”] {1 Joan Hale} <1 said>. [D2 “It is late,”] {2 the mayor of Leeds} <2 said>.",
        "[D1 “The deal is over,”] {1 Joan Hale} <1 said>. [D2 “It is late,”] <2 said> {2 Peter Moor}.",
    ],
    "straight marks": [
        '{1 Petrov} <1 said>, "[D1 I will not resign from this office.]"',
        '[D1 "The door was 7 feet high,"] {1 Reyes} <1 said>.',
        '[D1 "The screen is 27" wide and it broke,"] {1 Reyes} <1 said>.',
    ],
    "British single marks": [
        "[D1 ‘The council’s plan won’t work,’] {1 Ilves} <1 said>.",
        "[D1 'We're losing the farmers' trust,'] {1 the minister} <1 said>.",
        "{1 Hill} <1 said>: [D1 ‘I don’t believe a word of it.’]",
    ],
    "guillemets and low marks": [
        "{1 Ilves} <1 said>: [D1 «The bridge will open in spring.»]",
        "[D1 „The bridge will open in spring,“] {1 Ilves} <1 said>.",
        "[D1 »The bridge will open in spring,«] {1 Ilves} <1 said>.",
    ],
    "nested marks": [
        "[D1 “He told me ‘never again’ and left the room,”] {1 Petrov} <1 said>.",
        "{1 Reyes} <1 said>, [D1 \"They called it 'progress' and went home.\"]",
        "[D1 ‘She said “no” to all of us,’] {1 Hill} <1 said>.",
    ],
    "unclosed and stray marks": [
        "{1 Ilves} <1 said>: [D1 “The bridge will open in spring.]¶The work began in May.",
        'The 12" pipe burst. [D1 “It flooded the cellar,”] {1 Hill} <1 said>.',
        "In the ’90s the mill closed. [D1 “We lost our jobs,”] {1 Hill} <1 said>.",
    ],
    "mixed, what is called": [
        "{1 Petrov} <1 called> [M1 the plan “a disgrace”].",
        "{1 The union} <1 described> [M1 the offer as “an insult to nurses”].",
        "{1 She} <1 called> [M1 him “a friend of the valley”].",
    ],
    "mixed, reported clause": [
        "{1 Ilves} <1 said> that [M1 “serious mistakes” had been made].",
        "{1 The mayor} <1 said> [M1 the bridge was “close to falling down”].",
        "{1 Petrov} <1 warned> that [M1 the town would face “a very hard winter”].",
    ],
    "indirect clause": [
        "{1 Ilves} <1 said> [I1 the road would reopen on Monday].",
        "{1 The ministry} <1 announced> that [I1 the tunnel will close for a year].",
        "{1 Two residents} <1 said> [I1 they had seen smoke before dawn].",
        "{1 Reyes} <1 argued> that [I1 the tax was unfair].",
    ],
    "second cue": [
        "{1 Reyes} <1 told> reporters that [I1 Petrov had lied], and {2 she} <2 said> [I2 he was wrong].",
        "{1 {2 Ilves}} <1 said> that [I1 Petrov had lied] and <2 warned> that [I2 the town would suffer].",
        "{1 {2 The mayor}} <1 announced> that [I1 the road would close] but <2 promised> [I2 to pay the drivers].",
        "{1 {2 He}} later <1 suggested> [I1 her long illness was behind her aggressive tone], <2 called> [M2 her “third-rate”] and boycotted one of the debates at which she was a moderator.",
    ],
    "says no more": [
        "{1 The police} <1 said> that [I1 they are still searching the house] and declined to release more information.",
        "{1 Ilves} <1 said> [I1 the town's debt was growing] but did not elaborate.",
        "{1 Hale} <1 said> that [I1 Iran was cheating and would not give inspectors access].",
        "{1 The police} <1 said> [I1 the driver had been drinking and declined to give his name].",
    ],
    "told somebody": [
        "{1 Ilves} <1 told> reporters that [I1 the road would reopen].",
        "{1 The captain} <1 told> the crew [I1 to leave the ship].",
        "{1 Petrov} <1 told> the court [I1 she had never met the banker].",
    ],
    "according to": [
        "[I1 The road will reopen on Monday], <1 according to> {1 the ministry}.",
        "<1 According to> {1 a police report}, [I1 the driver fell asleep].",
        "[I1 Prices rose by 3 percent in May], <1 according to> {1 the central bank}.",
        "[I1 The ship sank in the night], <1 according to> {1 the owner}, [I1 and nobody saw it].",
        "[I1 Nine thousand cars use the road], <1 according to> {1 data compiled by the bank}.",
    ],
    "parenthetical": [
        "[I1 The road], {1 the mayor} <1 said>, [I1 would reopen on Monday].",
        "[I1 The road would reopen on Monday], {1 she} <1 said>.",
        "[I1 The talks], {1 officials} <1 say>, [I1 have failed].",
    ],
    "to do something": [
        "{1 The company} <1 promised> [I1 to repair every boat].",
        "{1 Petrov} <1 urged> voters [I1 to stay calm].",
        "{1 The union} <1 threatened> [I1 to stop work in June].",
    ],
    "warned of, called for": [
        "{1 Officials} <1 warned of> [I1 a shortage of drinking water].",
        "{1 The group} <1 called for> [I1 a ban on night flights].",
        "{1 The doctors} <1 warned against> [I1 closing the only hospital in the valley].",
    ],
    "accused of": [
        "{1 Petrov} <1 accused> the bank of [I1 hiding its losses].",
        "The bank was <1 accused of> [I1 hiding its losses].",
        "{1 The union} <1 accused> the minister of [M1 “playing with lives”].",
    ],
    "negated": [
        "{1 The company} <1 denied> that [I1- it had known of the leak].",
        "{1 The minister} did not <1 say> [I1- the road would be built].",
        "{1 The driver} <1 denied> [I1- taking the money].",
        "{1 Nobody} <1 said> [I1- the bridge would open].",
        "{1 No one at the bank} <1 said> that [I1- the vault was empty].",
        "{1 No 10} <1 said> that [I1 the vault was empty].",
        "{1 Neither Ilves nor Petrov} <1 said> [I1- the bridge would open].",
    ],
    "questioned": [
        "{1 The judge} <1 asked> whether [I1? the letters had been read].",
        "{1 Reporters} <1 asked> if [I1? the mayor would resign].",
        "{1 She} <1 wondered> whether [M1? anybody would “ever come back” to the valley].",
    ],
    "apposition and relative clause": [
        "{1 Hugh Hill}, a doctor, <1 said> [I1 the ward was full].",
        "{1 Ana Petrov}, who runs the shelter, <1 said> [I1 the dogs were safe].",
        "[D1 “The ward is full,”] <1 said> {1 Hugh Hill}, a doctor in Leeds who treats miners.",
    ],
    "conjoined and collective": [
        "{1 Ilves and Petrov} <1 said> [I1 they would vote against the plan].",
        "{1 The farmers} <1 said> [I1 the rain had come too late].",
        "[D1 “We are not leaving,”] <1 said> {1 a group of tenants}.",
    ],
    "organizations": [
        "{1 Norvik Steel} <1 said> [I1 it would close two plants].",
        "[D1 “The test was a success,”] {1 the agency} <1 said>.",
        "{1 The United Nations} <1 estimated> that [I1 4,000 people had fled].",
    ],
    "unnamed speakers": [
        "{1 A senior official} <1 said> [I1 the talks had failed].",
        "[D1 “It was chaos,”] <1 said> {1 one witness}.",
        "{1 Two residents} <1 told> the radio that [I1 the wall had cracked].",
    ],
    "passive by": [
        "[D1 “The wall had cracks,”] the court was <1 told> by {1 the engineer}.",
        "The letter was <1 described> by {1 Petrov} as [M1 “pure fiction”].",
        "[D1 “The well is dry,”] the council was <1 told> by {1 a farmer}.",
    ],
    "a word with hyphens": [
        "[D1 “Book early,”] {1 the mum-of-three} <1 warned>.",
        "{1 The study’s co-author} <1 said> [I1 the ice was thin].",
        "[D1 “It is thin,”] <1 said> {1 her ex-husband}.",
    ],
    "told within what is said": [
        "Constable Hill said {1 she} had <1 told> officers: [D1 “It was a gift.”]",
        "[D1 “It was a gift,”] {1 she} <1 told> officers.",
        "{1 Hill} <1 told> officers: [D1 “It was a gift.”]",
    ],
    "continued speaker": [
        "[D1 “The ward is full,”] {1 Hill} <1 said>.¶[D2 “We have no beds left.”]",
        "{1 Ilves} <1 said> [I1 the road was closed]. [D2 “Nobody knows for how long.”]",
        "[D1 “It was dark,”] {1 Reyes} <1 said>. Then he pointed at the hill. [D1 “The fire came from there.”]",
    ],
    "statements": [
        "In a statement, {1 the company} <1 said>: [D1 “We regret the delay.”]",
        "In a statement, {1 Norvik Steel} <1 said> [I1 it regretted the delay].",
        "{1 Ilves} <1 said> in a statement that [I1 the road was safe].",
    ],
    "introduced by the paragraph before": [
        "{1 Petrov} <1 wrote>:¶[D1 “I leave this office with a clear conscience.”]",
        "{1 The mayor} <1 said> in a letter:¶[D1 “We will rebuild every house.”]",
        "{1 The bishop} <1 asked>:¶[D1 “Who will pay for the roof of the church?”]",
    ],
    "conversation": [
        "Q: Why did you leave?¶A<1 :> [D1 I was tired of it.]¶Q: And now?¶A<2 :> [D2 Now I sleep well.]",
        "{1 LUND}<1 :> [D1 You promised us a road.]¶{2 HILL}<2 :> [D2 And you will get it.]¶{3 LUND}<3 :> [D3 We shall see.]",
        "The mayor met the press for an hour on Friday.¶Reporter: Are you leaving?¶{1 Petrov}<1 :> [D1 No, I am not.]¶Reporter: Are you sure?",
    ],
    "not quotes: scare marks": [
        "The so-called “smart” bins were empty.",
        "The town sells its “organic” eggs at the market.",
        "He was the “king” of the valley for ten years.",
    ],
    "not quotes: titles and nicknames": [
        "She starred in “The Long Winter” and two other films.",
        "Anthony “Big Tony” Russo left the prison on Friday.",
        "The painting “Boats at Dawn” sold for 3 million euros.",
        "[D1 “The ward is full,”] {1 Hill} <1 said>.¶‘Snow in the Coal Fields.’¶It rained for a week.",
    ],
    "not quotes: words as words": [
        "The word “hygge” has no translation.",
        "A device called the E-meter was shown.",
        "The letters “SOS” were painted on the roof.",
    ],
    "not quotes: no speech": [
        "The said road was closed.",
        "Prices rose after the bank cut its rate.",
        "The calling birds were heard all night.",
    ],
    "quoted by another": [
        "The paper quoted {1 Ann Lee} as <1 saying> [I1 the ward was full].",
        "The agency quoted {1 the minister} as <1 saying>: [D1 “We have no beds left.”]",
        "{1 Petrov} was quoted as <1 saying> that [I1 the bridge was old].",
    ],
    "a name before the colon": [
        "{1 Ann Lee}<1 :> [D1 “We have no beds left.”]",
        "{1 Petrov}, in a letter to the board<1 :> [D1 “We have no beds left.”]",
        "{1 Hill}, on Monday<1 :> [D1 “It will fail.”]",
    ],
    "an according to behind the marks": [
        "[D1 “The firm sold arms to both sides for years,”] <1 according to> {1 the minister}.",
        "[D1 “The firm has sold nothing,”] <1 according to> {1 Ann Lee}, its director.",
        "[D1 “We were told to leave the house,”] <1 according to> {1 Petrov}.",
    ],
    "marks of two styles": [
        '[D1 “We lost the boats,"] {1 Reyes} <1 said>. [D1 "All of them.”]',
        '[D1 “It will fail,"] {1 Petrov} <1 said>.',
        "{1 Hill} <1 says>,[D1 ” we have no beds left.”]",
    ],
    "guillemets both ways": [
        "[D1 «We lost the boats»], {1 Reyes} <1 said>.",
        "[D1 ‹We lost the boats›], {1 Reyes} <1 said>.",
        "{1 Ilves} <1 said>: [D1 »The bridge will open in spring.«]",
    ],
    "low marks": [
        "{1 Ilves} <1 said>: [D1 „The bridge will open in spring.“]",
        "{1 Ilves} <1 said>: [D1 „The bridge will open in spring.”]",
        "{1 Ilves} <1 called> [M1 the plan „a disgrace“].",
    ],
    "re-opened in each paragraph": [
        "{1 Hill} <1 said>: [D1 “The ward is full.]¶[D1 “We have no beds.]¶[D1 “Nobody came.”]",
        "[D1 ‘The ward is full,’] {1 Hill} <1 said>. [D1 ‘We have no beds.]¶[D1 ‘Nobody came.’]",
        '{1 Ilves} <1 said>: [D1 "The river rose.]¶[D1 "Nobody slept."]¶The rain stopped at noon.',
    ],
    "stray inch marks and apostrophes": [
        'The 27" screen broke. [D1 "It fell,"] {1 Reyes} <1 said>.',
        "The dogs' owners fled. [D1 ‘They ran,’] {1 Hill} <1 said>.",
        "The 5'11\" guard left at nine. {1 He} <1 said> [I1 he was tired].",
    ],
    "cue right behind, whatever was announced": [
        "{1 Her} answer came at once: [D1 “It will fail,”] {1 she} <1 said>.",
        "Ilves warned of more rain: [D1 “We are afraid,”] {1 she} <1 said>.",
        "The news was bad: [D1 “We are closing,”] {1 Ilves} <1 said>.",
    ],
    "single marks re-opened": [
        "{1 Hill} <1 said>: [D1 'The ward is full.]¶[D1 'We have no beds.']",
        "{1 Hill} <1 said>: [D1 ‘The ward is full.]¶[D1 ‘We have no beds.]¶[D1 ‘Nobody came.’]",
        "[D1 'The ward is full,'] {1 Hill} <1 said>. [D1 'We have no beds.]¶[D1 'Nobody came.']",
    ],
    "at the end of a sentence": [
        "[I1 The ship dented the quay], {1 the Valley Bureau of Fisheries and Ports} <1 said> in a statement.",
        "[I1 The storm damaged houses, shops, schools and a market], {1 officials} <1 said>.",
        "[I1 The ward is full], {1 Hill} <1 told> the court.",
    ],
    "titles with a point": [
        "[D1 “They use false news on every platform,”] {1 army spokesperson Lt. Gen. Karim Haddad} had <1 said>.",
        "[D1 “We lost the boats,”] {1 Capt. Ana Petrov} <1 said>.",
        "{1 Col. Hugh Hill}, a doctor in Leeds, <1 said>, [D1 “The ward is full.”]",
    ],
    "one word": [
        "{1 A man in the back} <1 shouted>, [D1 “Never!”]",
        "[D1 “Yes,”] {1 she} <1 said>.",
        "{1 Reyes} <1 answered>: [D1 “No.”]",
    ],
    "said again": [
        "[D1 “We lost the boats,”] {1 Reyes} <1 said>. [D2 “We lost the nets,”] {2 he} <2 added>.",
        "[D1 “We lost the boats,”] {1 Reyes} <1 said>. [D1 “We lost the nets.”]",
        "[D1 “We lost the boats,”] {1 Reyes} <1 said>. [D2 “It will hurt,”] {2 Mara Ilves} <2 said>.",
    ],
    "what somebody denies or admits doing": [
        "{1 Petrov} <1 denied> [I1- taking bribes from the bank].",
        "{1 The driver} <1 admitted> [I1 having slept at the wheel].",
        "{1 The council} <1 suggested> [I1 closing the old road].",
    ],
    "blamed and praised for": [
        "{1 Petrov} <1 criticized> [I1 the bank for hiding its losses].",
        "{1 Reyes} <1 blasted> [M1 the mayor for his “shameful” silence].",
        "{1 Ilves} <1 praised> [M1 the crews for their “quiet courage”].",
    ],
    "papers that read": [
        "{1 A statement by the palace} <1 read>: [D1 “We regret the delay of the works.”]",
        "{1 The sign over the door} <1 read> [D1 “No dogs beyond this point”].",
        "{1 The letter} <1 reads>: [D1 “I leave this office with a clear conscience.”]",
    ],
    "participles that add": [
        "{1 {2 Ilves}} <1 said> [M1 the vote was “unfair,”] <2 adding>, [D2 “We will be back.”]",
        "{1 {2 Hill}} <1 argued> that [I1 the ward would help nobody], <2 saying> [I2 it was too small].",
        "{1 {2 Reyes}} <1 reported> that [I1 the wall had cracked], <2 calling> [M2 it “a danger to us all”].",
        "{1 {2 Ilves}} <1 said>: [D1 “The road is closed,”] <2 adding> that [I2 the bridge was open].",
        "{1 Ilves} denied the notion that a campaign shakeup is coming, <1 explaining> that [I1 he was unaware of the interview].",
    ],
    "verbs above the cue": [
        "{1 Petrov} was moved to <1 say>, [D1 “This must never happen again.”]",
        "{1 Petrov} was quoted as <1 saying> that [I1 the road was closed].",
        "{1 Hill} went so far as to <1 say>, [D1 “The ward is a grave.”]",
    ],
    "relative clause, the name before": [
        "The ward is run by {1 Ana Petrov}, who <1 said> [I1 it was full].",
        "The plan came from {1 the union}, which <1 said> [I1 it was fair].",
        "The flood hit {1 the farmers}, who <1 said> [I1 the rain came too late].",
    ],
    "what else the speaker did is no part of it": [
        "[I1 The talks had failed], {1 officials} <1 said>, blaming the weather.",
        "[I1 The pump was old], {1 Hill} <1 said>, pointing at the cellar.",
        "[I1 Two planes had collided], {1 the airline} <1 said>, citing the tower.",
    ],
    "two quotes with a cue each": [
        "[D1 “The road is closed,”] {1 Hill} <1 said>. [D2 “The bridge is not,”] {2 the diplomat} <2 added>.",
        "[D1 “Nobody came,”] {1 Reyes} <1 said>. [D2 “We waited for hours,”] <2 said> {2 another guest}.",
        "[D1 “It was dark,”] {1 Hill} <1 said>. [D2 “The old lamp had failed,”] {2 Petrov} <2 said>.",
    ],
    "two who speak in one sentence": [
        "{1 Hill} <1 said> [I1 the ward was full], while {2 Reyes} <2 said> [I2 it was empty].",
        "{1 Reyes} <1 said> [I1 the pump was new], but {2 Hill} <2 said> [I2 it was old].",
        "{1 Petrov} <1 said> [I1 the talks failed], although {2 the union} <2 insisted> [I2 they would go on].",
    ],
    "called on, called for": [
        "{1 The group} <1 called on> the mayor [I1 to close the port].",
        "{1 Ilves} <1 called for> [I1 the council to act].",
        "{1 The bishop} <1 called on> voters [I1 to stay calm].",
    ],
    "a bare thing is no report": [
        "The company announced a cut of 400 jobs.",
        "The mayor promised a new bridge over the river.",
        "Forecasters predict heavy rain on the coast.",
    ],
    "a name in marks is no report": [
        "The town is called the “Venice of the north”.",
        "The Tuesday is referred to as “Super Tuesday”.",
        "The road is known as the “Old Way”.",
    ],
    "each of two verbs has its own words": [
        "{1 Ilves} <1 asked>, [D1 “Why should we wait?”] {2 Tom Reyes} <2 said>, [D2 “We need no more time.”]",
        "{1 Petrov} <1 said>: [D1 “Nobody came.”] {2 The mayor} <2 replied>: [D2 “The road was closed.”]",
        "{1 Hill} <1 wrote>, [D1 “We are closed!”] {2 Ana Petrov} <2 answered>, [D2 “So are we.”]",
    ],
    "when it was said is not said": [
        "{1 Ilves} <1 said> yesterday [I1 the ferry would sail again].",
        "{1 The council} <1 said> Monday [I1 the pool would close].",
        "{1 Hill} <1 said> on Sunday [I1 the mast had broken].",
    ],
    "not quotes: found and added things": [
        "She found her keys in the snow and went home.",
        "Fuel prices fell as 88,000 jobs were added in May.",
        "He showed the guard his ticket.",
    ],
    "not quotes: names of things": [
        "The dog answers to “Rex” and to nothing else.",
        "They sang “Ode to Joy” in the rain.",
        "In a box labeled “fragile” lay two cups.",
    ],
}
