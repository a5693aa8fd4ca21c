"""The ledger: order, splitting, and how far one slow batch lets the others go."""

from __future__ import annotations

from collections.abc import Iterator

from briefkit.pool import Job, Ledger


def ledger(*batches: str, ahead: int = 10) -> Ledger[str, str]:
    return Ledger((list(batch) for batch in batches), ahead)


def taken(book: Ledger[str, str]) -> list[Job[str]]:
    found = []
    while job := book.next():
        found.append(job)
    return found


def test_results_come_in_the_order_of_the_batches() -> None:
    book = ledger("ab", "c")
    first, second = taken(book)
    book.answer(second, ["C"])
    assert list(book.finished()) == []
    book.answer(first, ["A", "B"])
    assert not book.is_done
    assert list(book.finished()) == [["A", "B"], ["C"]]
    assert book.next() is None
    assert book.is_done


def test_a_failed_batch_is_tried_item_by_item_before_anything_new() -> None:
    book = ledger("abc", "d")
    job = book.next()
    assert job
    error = RuntimeError("lost")
    book.fail(job, error)
    singles = [book.next() for _ in range(3)]
    assert [single.items for single in singles if single] == [["a"], ["b"], ["c"]]
    for single in singles:
        assert single
        if single.items == ["b"]:
            book.fail(single, error)
        else:
            book.answer(single, [single.items[0].upper()])
    assert list(book.finished()) == [["A", error, "C"]]
    following = book.next()
    assert following and following.items == ["d"]


def test_what_was_not_begun_is_handed_out_again() -> None:
    book = ledger("ab", "c")
    first = book.next()
    second = book.next()
    assert first and second
    book.give_back(second)
    assert book.next() is second


def test_an_empty_batch_has_results_but_no_job() -> None:
    book = ledger("", "a", "", "")
    (job,) = taken(book)
    assert list(book.finished()) == [[]]
    book.answer(job, ["A"])
    assert list(book.finished()) == [["A"], [], []]
    assert book.is_done


def test_no_more_batches_are_read_than_may_wait() -> None:
    read = []

    def source() -> Iterator[list[str]]:
        for letter in "abcdef":
            read.append(letter)
            yield [letter]

    book: Ledger[str, str] = Ledger(source(), 2)
    jobs = taken(book)
    assert read == ["a", "b"]
    book.answer(jobs[1], ["B"])
    assert book.next() is None, "the first one is still awaited"
    book.answer(jobs[0], ["A"])
    assert list(book.finished()) == [["A"], ["B"]]
    assert [job.items for job in taken(book)] == [["c"], ["d"]]
