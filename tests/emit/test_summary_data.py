"""The summary in the data file says what the page says."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from disc.emit.data import to_data
from disc.emit.json_text import Json
from tests import sample_document as make
from tests.compile.test_summary import CHANGES, told
from tests.golden_files import Data, data
from tests.seed.spec import ADDRESS as SEED
from tests.shanghai.golden_files import ADDRESS as SHANGHAI

SCHEMA = json.loads(Path(__file__, "../../../schema/data.schema.json").resolve().read_text(encoding="utf-8"))


def texts(value: Json) -> Json:
    """Return data with the characters alone in place of numbers and words."""
    if isinstance(value, dict):
        return value["text"] if "text" in value else {name: texts(below) for name, below in value.items()}
    return [texts(below) for below in value] if isinstance(value, list) else value


def test_it_is_there_with_every_number_a_figure(tmp_path: Path) -> None:
    made = to_data(told(tmp_path, CHANGES))
    Draft202012Validator(SCHEMA).validate(made)
    summary = made["summary"]
    assert isinstance(summary, dict)
    said = texts(summary)
    assert isinstance(said, dict)
    assert said["key_figures"][:2] == [
        {
            "name": "total", "title": "收支总预算", "situation": "rise",
            "this": "157.50万元", "last": "116.00万元", "amount": "41.50万元", "rate": "35.78%",
        },
        {"name": "three_public", "title": "“三公”经费", "situation": "unknown", "this": "10.00万元"},
    ]  # fmt: skip
    assert {"name": "overseas", "title": "因公出国（境）费", "situation": "unknown", "nothing": True} in said[
        "key_figures"
    ]
    assert said["natures"] == [
        {"name": "basic", "title": "基本支出", "amount": "120.00万元", "share": "76.19%"},
        {"name": "project", "title": "项目支出", "amount": "37.50万元", "share": "23.81%"},
    ]
    assert said["flow"][:3] == [
        {"from": "general_budget", "to": "201", "amount": "130.00万元"},
        {"from": "general_budget", "to": "208", "amount": "20.00万元"},
        {"from": "unit_funds", "to": "205", "amount": "7.50万元"},
    ]
    assert said["changes"][0] == {
        "title": "行政运行", "situation": "rise", "this": "130.00万元", "last": "90.00万元",
        "amount": "40.00万元", "rate": "44.44%", "reason": ["因", "157.50万元"],
    }  # fmt: skip
    assert '"figure": "f0"' in json.dumps(summary["key_figures"][0])


@pytest.mark.parametrize("address", [SEED, SHANGHAI])
def test_what_flows_in_and_out_is_the_whole(address: str) -> None:
    published = data(address)
    summary, figures = published["summary"], published["figures"]

    def amount(entry: Data) -> Decimal:
        return Decimal(figures[entry["amount"]["figure"]]["value"])

    total = Decimal(figures[summary["key_figures"][0]["this"]["figure"]]["value"])
    rounding = Decimal("0.01") * 5
    for kind in ("sources", "functions", "natures"):
        assert abs(sum(map(amount, summary[kind])) - total) <= rounding
        for part in summary[kind]:
            for end in ("from", "to"):
                streams = [amount(stream) for stream in summary["flow"] if stream[end] == part["name"]]
                assert not streams or abs(sum(streams) - amount(part)) <= rounding


def test_a_document_without_one_has_none() -> None:
    assert "summary" not in to_data(make.sample())
