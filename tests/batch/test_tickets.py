"""Leave to send: each request once, whoever asks how often."""

from cometapi.batch.cluster.tickets import CLOSED, GRANTED, TAKEN, Office


def test_a_ticket_is_granted_once():
    office = Office()
    office.begin("run", "client")

    assert [office.claim("run", 1, 1), office.claim("run", 1, 1), office.claim("run", 2, 1)] == [
        GRANTED,
        TAKEN,
        GRANTED,
    ]


def test_a_task_that_runs_again_after_its_row_has_ended_gets_none():
    office = Office()
    office.begin("run", "client")
    office.claim("run", 9, 9)

    assert [office.claim("run", number, 1) for number in (1, 8, 9, 10)] == [TAKEN, TAKEN, TAKEN, GRANTED]


def test_what_is_kept_does_not_grow_with_the_rows():
    office = Office()
    office.begin("run", "client")
    for number in range(1, 10_000):
        office.claim("run", number, max(1, number - 4))

    assert len(office.runs["run"].taken) == 5


def test_a_run_that_is_not_known_and_one_whose_client_has_left_get_none():
    office = Office()
    office.begin("mine", "me")
    office.begin("theirs", "they")
    office.leave("me")

    assert [office.claim(run, 1, 1) for run in ("mine", "theirs", "other")] == [CLOSED, GRANTED, CLOSED]
