"""``compare`` asks each model through the limiter of that model."""

import json
import threading
import time

import pytest
from test_compare import Models, asking, records


@pytest.fixture
def models(raw):
    return Models(raw)


class Counting(Models):
    """Models that count how many requests are on their way, all together and of each model."""

    def __init__(self, raw):
        super().__init__(raw)
        self.on_way, self.most, self.counting = [], {}, threading.Lock()

    def answer(self, talk):
        if talk.method == "GET":
            super().answer(talk)
            return
        model = json.loads(talk.body)["model"]
        with self.counting:
            self.on_way.append(model)
            for name, many in ((model, self.on_way.count(model)), ("all", len(self.on_way))):
                self.most[name] = max(self.most.get(name, 0), many)
        time.sleep(0.2)
        with self.counting:
            self.on_way.remove(model)
        super().answer(talk)


def test_the_bound_is_for_each_model(cli, raw):
    models = Counting(raw)
    ran = cli("compare", "hi", *asking("m", "m2", "m3", "m"), "--parallel", "1", "--json")

    assert (ran.code, ran.err) == (0, "")
    assert models.most == {"m": 1, "m2": 1, "m3": 1, "all": 3}
    assert max(one["duration"] for one in records(ran)) < 400  # ms; a wait for one's turn is no time of the model's


def test_a_refused_model_is_asked_again_and_the_others_do_not_wait(cli, models):
    refused = []

    def once(body):
        if refused:
            return "at last"
        refused.append(body)
        return 429

    models.answers = {"m": once}
    ran = cli("compare", "hi", *asking("m", "m2"), "--json")

    assert (ran.code, [one["answer"] for one in records(ran)]) == (0, ["at last", "answer of m2"])
    assert ran.err.count("trying again in") == 1
    assert records(ran)[1]["duration"] < 400


def test_ctrl_c_ends_a_wait_for_the_minute(models, terminal):
    child = terminal("compare", "hi", *asking("m", "m"), "--rpm", "1", columns=80)
    child.sees("## m")
    child.sees("answer of m")
    child.child.sendintr()

    assert child.ends() == 130
