"""Many briefs to one account: who, what they said, when, and where the articles contradict.

Briefs alone are read: no model, no articles. `account.tell` makes a story of them:

    store, evidence           briefs wait on disk, in order; each is read once for all parts
    actors, merging, cast     names of articles -> profiles -> those that are one -> items
      names, bodies, profiles   how names are compared, and what speaks against one person
    quotes, timeline, counting  what is told by several articles is put together (`matching`)
      versions, figures, numbers  how texts are compared, and counts found in them
    glance, news, corrections   the lists that are left
    writing, verify  a story to a file and back (`schema`), and against its articles
    reader, outline, extracts   what the forms for readers share: html, markdown, summary

`folder` with `features` and `grouping` finds which briefs are of one story; `diff` sets two briefs
of one article side by side. Words that rules go by are lists in `data`.
"""
