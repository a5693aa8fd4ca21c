"""Cases of what the parser gets wrong, who speaks and what, in the notation of `cases.py`."""

from __future__ import annotations

# Every construct has at least three cases.
PARSE_CASES: dict[str, list[str]] = {
    "a participle behind a day or an object": [
        "{1 The town} issued a statement Tuesday <1 saying> that [I1 the well was clean].",
        "{1 Ilves} praised the crews of the port, <1 telling> Valley Radio: [D1 “I could not do that.”]",
        "{1 The union} put out a memo over the weekend <1 calling> [M1 the offer “an insult”].",
        "{1 He} sent a letter to the board in May <1 saying> that [I1 he would leave].",
        "The talks ended with {1 many farmers} <1 saying> [I1 the price was too low].",
    ],
    "the subject further off": [
        "{1 Petrov} was quick to <1 add> that [I1 the port was not for sale].",
        "{1 The bank} is likely to <1 stress> that [I1 it will wait].",
        "{1 Reyes} was pushed from office and <1 said> [I1 he had done nothing].",
    ],
    "times are no part of a speaker": [
        "{1 The union’s leader} on Monday <1 said> [I1 the strike would go on].",
        "{1 The ministry} on Tuesday <1 warned> that [I1 the dam was weak].",
        "{1 The head of the bureau} on Friday <1 said> [I1 the road was safe].",
    ],
    "clauses that the parser breaks": [
        "{1 Hill} <1 said> [I1 the day before Petrov left, he gave him the key].",
        "{1 The bureau} <1 revealed> that [I1 tapes picked up by a radio van at the scene showed three boats].",
        "{1 Ilves} <1 said> [M1 the bank may not, as a landlord, “simply walk away” from the houses].",
        "[I1 {2 Mr Petrov} <2 told> police in 2021 that [I2 he had never visited the villa]], {1 Mr Hill}"
        " <1 reminded> the jury; [I1 it was owned by a cousin].",
    ],
    "not what it seems": [
        "{1 Ilves} <1 said> [I1 not all the boats were lost and that most of the crews were safe].",
        "Just over a month ago, {1 party friends} <1 suggested> [I1 towns like Leeds, York or even Hull might be in play].",
        "As they said goodbye, he looked at the river.",
    ],
    "what is called so, wherever the parser hangs it": [
        "{1 Petrov}, speaking on Valley Radio, <1 called> [M1 the mayor a “windbag”].",
        "{1 Hill’s union} <1 called> [M1 the bank’s report a “rush to judgment”].",
        "They watched a show called the “Long Night” at home.",
        "She called police to the “scene” of the crime.",
    ],
    "whom it is told to, between commas": [
        "[I1 The port], {1 Mara Ilves} <1 told> reporters, [I1 would stay shut for years].",
        "[I1 Nobody], {1 the mayor} <1 told> us later, [I1 has complained since March].",
        "[I1 The road will reopen], {1 the mayor} <1 assured> drivers, [I1 and nobody will pay].",
    ],
    "“that” is a word of what is said": [
        "[I1 That is too late], {1 Ilves} <1 said>.",
        "[I1 That the port was shut shows a lack of care], <1 said> {1 Mara Ilves}.",
        "The law came late, but {1 Ilves} <1 said> [I1 that was a mistake].",
        "{1 She} <1 denied> that [I1- staff knew of the flood].",
    ],
    "the day when it was said is none of it": [
        "{1 Ilves} <1 told> Valley Radio on Friday [I1 he backed the speaker of the house].",
        "{1 The imam} <1 said> [I1 Friday prayers would be held in the hall].",
        "{1 The ministry} <1 said> Tuesday [I1 ships from two ports were on their way].",
        "{1 Petrov} <1 told> the Valley Star last week [I1 she would rather stay at home].",
        "{1 Ilves} <1 said> [I1 Sunday’s vote was a sham].",
        "{1 Ilves} <1 said> [I1 Sunday looked wet for those who were to sail].",
    ],
    "the question is not the answer": [
        "<1 Asked> whether [I1? she would resign], Petrov said no.",
        "When asked about the leak, Petrov said little.",
        "[I1 He asked for calm], {1 Petrov} <1 said>.",
    ],
    "referred to as": [
        "{1 Critics} <1 referred to> [M1 the bridge as “a national disgrace”] on Monday.",
        "{1 The mayor} <1 refers to> [M1 the plan as “my legacy,”] while nobody listens.",
        "In May, {1 Ilves} infamously <1 referred to> [M1 his rivals as “children” and “fools”].",
        "Critics referred to the bridge as a wreck.",
    ],
    "pointed out, warned to, asked not to be named": [
        "{1 Petrov} <1 pointed> out that [I1 the dam was old].",
        "{1 The council} <1 warned> residents [I1 not to drink the water].",
        "Petrov pointed to the nine times the dam had leaked.",
    ],
    "any verb right behind a quote": [
        "[D1 “It is far too late for that,”] {1 Ilves} <1 beamed>.",
        "[D1 “It is far too late for that,”] {1 the old mayor} <1 deadpanned> in May.",
        "[D1 “It is far too late for that,”] {1 she} <1 sings>.",
    ],
    "per": [
        "[I1 The port would stay shut for years], <1 per> {1 Mara Ilves}.",
        "[I1 Nobody has complained since March], <1 per> {1 the post}.",
        "The port takes nine boats per day.",
    ],
}
