"""A document as a schema.org dataset: what search engines ask for, and nothing that could end the script element."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from disc.core.meta import Correction
from disc.emit.description import description, full_description
from disc.emit.json_ld import MEDIA_TYPES, Catalogue, json_ld
from tests import sample_document as make

CATALOGUE = Catalogue(
    "示例县预决算公开", "zh-CN", "https://a.cn/", "示例县财政局", {"title": "署名", "address": "https://l.cn/by"}
)
BARE = Catalogue("示例县预决算公开", "zh-CN", "", "", {})


def dataset(catalogue: Catalogue = CATALOGUE, url: str = "https://a.cn/x/", **meta: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    document = replace(make.sample(), meta=replace(make.sample().meta, **meta))
    parsed: dict[str, Any] = json.loads(json_ld(document, catalogue, url, ["data.json", "index.md"]))
    return parsed


def test_all_that_is_known_of_a_disclosure() -> None:
    found = dataset(corrections=(Correction("2024-05-06", "甲", "乙"),))
    assert 50 <= len(found.pop("description")) <= 5000
    assert found == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": "https://a.cn/x/",
        "url": "https://a.cn/x/",
        "identifier": "sample/office/2024-budget",
        "name": "示例县人民政府办公室2024年单位预算公开",
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "license": {"@type": "CreativeWork", "name": "署名", "url": "https://l.cn/by"},
        "datePublished": "2024-02-21",
        "dateModified": "2024-05-06",
        "temporalCoverage": "2024-01-01/2024-12-31",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": "新疆维吾尔自治区阿合奇县", "identifier": "653023"},
        "creator": {"@type": "GovernmentOrganization", "name": "示例县人民政府办公室"},
        "publisher": {"@type": "Organization", "name": "示例县财政局"},
        "isBasedOn": "https://www.example.gov.cn/2024/02/21.html",
        "correction": [{"@type": "CorrectionComment", "datePublished": "2024-05-06", "text": "甲（乙）"}],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": "示例县预决算公开", "url": "https://a.cn/"},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": "data.json"},
            {"@type": "DataDownload", "encodingFormat": "text/markdown", "contentUrl": "index.md"},
        ],
    }


def test_what_is_not_known_is_left_out() -> None:
    found = dataset(BARE, "", published="", source="《某某预算公开》")
    absent = {"@id", "url", "license", "datePublished", "dateModified", "publisher", "isBasedOn", "correction"}
    assert absent.isdisjoint(found)
    assert found["includedInDataCatalog"] == {"@type": "DataCatalog", "name": "示例县预决算公开"}


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", '"\\\u2028'])
def test_nothing_ends_the_script_element(title: str) -> None:
    document = replace(make.sample(), meta=replace(make.sample().meta, title=title, entity=title))
    text = json_ld(document, BARE, "", [])
    assert "<" not in text
    assert json.loads(text)["name"] == title


def test_the_shortest_description_is_long_enough() -> None:
    meta = replace(make.sample().meta, title="甲局预算", entity="甲局", region_path=("乙县",))
    assert len(description(meta)) >= 50
    tables = "包括单位收支总体情况表、部门（单位）收入总体情况表、政府性基金预算支出情况表。"
    assert full_description(make.sample()) == description(make.sample().meta) + tables


def test_every_kind_of_file_beside_a_page_has_a_media_type() -> None:
    assert all("/" in media for media in MEDIA_TYPES.values())
