"""A schema with every keyword that disc explains, and small files with the whole list of what is wrong with them."""

from __future__ import annotations

from tests.load.cases import Found

SCHEMA = r"""
{
  "$id": "test.schema.json",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "entity": {
      "title": "公开主体", "type": "object", "additionalProperties": false, "required": ["name", "level"],
      "properties": {
        "name": {"title": "单位名称", "type": "string", "minLength": 2, "maxLength": 5},
        "level": {"title": "层级", "oneOf": [
          {"const": "unit", "title": "单位"}, {"const": "department", "title": "部门"}
        ]},
        "code": {"$ref": "#/$defs/item", "title": "科目"}
      }
    },
    "kind": {"title": "种类", "enum": ["budget", "final"], "x-enumTitles": {"budget": "预算", "final": "决算"}},
    "letters": {"enum": ["a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3", "department"]},
    "fixed": {"const": 1},
    "amount": {"$ref": "#/$defs/amount", "title": "金额"},
    "share": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100},
    "people": {"title": "人数", "type": "integer", "minimum": 0, "maximum": 1000},
    "dozens": {"type": "integer", "multipleOf": 12},
    "secret": {"title": "涉密", "type": "boolean"},
    "region": {"type": ["string", "integer"], "pattern": "^[0-9]{6}$",
               "description": "六位代码。", "examples": ["653023"]},
    "date": {"title": "日期", "type": "string", "format": "date"},
    "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true, "minItems": 1, "maxItems": 3},
    "pair": {"type": "array", "prefixItems": [{"title": "第一", "type": "string"}, {"type": "integer"}]},
    "things": {"type": "array", "uniqueItems": true},
    "basic": {
      "title": "基本支出", "type": "object", "minProperties": 1, "maxProperties": 2,
      "propertyNames": {"$ref": "#/$defs/item"},
      "additionalProperties": {"anyOf": [{"$ref": "#/$defs/amount"}, {"$ref": "#/$defs/split"}]}
    },
    "sources": {"title": "来源", "propertyNames": {"enum": ["general", "fund"]}},
    "reasons": {"patternProperties": {"^r_": {"type": "string"}}, "additionalProperties": false},
    "row": {"title": "行", "oneOf": [
      {"type": "object", "additionalProperties": false, "required": ["kind", "text"],
       "properties": {"kind": {"const": "note"}, "text": {"type": "string"}}},
      {"type": "object", "additionalProperties": false, "required": ["kind", "sum"],
       "properties": {"kind": {"const": "total"}, "sum": {"type": "number"}}}
    ]},
    "loose": {"description": "编号或名称",
              "anyOf": [{"type": "string", "pattern": "^A"}, {"type": "string", "pattern": "^B"}]},
    "both": {"oneOf": [{"type": "number"}, {"minimum": 3}]},
    "odd": {"title": "奇", "not": {"const": 2}},
    "car": {
      "type": "object", "properties": {"owned": {"type": "boolean"}, "count": {"title": "辆数"}, "why": true},
      "dependentRequired": {"count": ["why"]},
      "if": {"properties": {"owned": {"const": false}}, "required": ["owned"]},
      "then": {"properties": {"count": false}}
    },
    "tree": {"$ref": "#/$defs/tree"},
    "three": {"anyOf": [{"type": "string", "pattern": "^A"}, {"type": "string", "pattern": "^B"}, {"type": "number"}]},
    "typed": {"type": "string", "enum": ["a", "b"]},
    "either": {
      "title": "二选一", "description": "二选一的值",
      "anyOf": [{"title": "数", "$ref": "#/$defs/count", "description": "正数"}, {"type": "object"}]
    },
    "tally": {"$ref": "#/$defs/count", "description": "几个"},
    "language": {"title": "语言", "type": "string", "pattern": "^[a-z]+$",
                 "description": "页面的语言。The BCP 47 tag of the pages. 例：zh"}
  },
  "$defs": {
    "item": {
      "type": "string", "pattern": "^[0-9]{7}$",
      "x-expect": {"zh": "7 位编码", "en": "a code of 7 digits"}, "examples": ["2010301"]
    },
    "amount": {"type": "number", "multipleOf": 0.01},
    "count": {"title": "数量", "description": "任何数", "type": "number", "minimum": 0},
    "split": {"type": "object", "additionalProperties": false, "properties": {"personnel": {"$ref": "#/$defs/amount"}}},
    "tree": {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}}
  }
}
"""

CASES: dict[str, Found] = {
    "amount: 1.10\npeople: 3\nregion: 653023\nbasic: {2010301: 1, 2010302: {personnel: 2.50}}\n": [],
    "date: '2024-02-29'\nrow: {kind: total, sum: 1}\nnames: [a, b]\nthings: [1, true, [1], {a: 1}]\n": [],
    "tree: {a: {b: {c: {}}}}\nreasons: {r_1: x}\nloose: Bc\nodd: 3\nboth: 2\nkind: final\nfixed: 1\n": [],
    "# file\nentty: {}\namount: 1\n": [("unknown-field", 2, 1)],
    "entity:\n  name: 甲单位\n  level: unit\n  nmae: x\n": [("unknown-field", 4, 3)],
    "reasons: {r_1: x, s_1: y}\n": [("bad-key", 1, 19)],
    "entity: {}\n": [("missing-field", 1, 1), ("missing-field", 1, 1)],
    "a: 1\nentity:\n  level: unit\n": [("unknown-field", 1, 1), ("missing-field", 2, 1)],
    "car: {count: 2}\n": [("missing-field", 1, 1)],
    "car: {owned: false, count: 2, why: x}\n": [("unwanted-field", 1, 21)],
    "basic: {20103: 1, 2010３01: 2}\n": [("bad-key", 1, 9)],
    "sources: {generl: 1}\n": [("bad-key", 1, 11)],
    "amount: [1]\n": [("wrong-type", 1, 9)],
    "amount: 一百\nsecret: 是\npeople: 2.0\n": [("wrong-type", line, 9) for line in (1, 2, 3)],
    "amount: true\nnames: a\nentity: 甲\n": [("wrong-type", 1, 9), ("wrong-type", 2, 8), ("wrong-type", 3, 9)],
    "pair: [1, x]\n": [("text-needs-quotes", 1, 8), ("wrong-type", 1, 11)],
    "entity: {name: 12, level: unit}\n": [("text-needs-quotes", 1, 16)],
    "names: [true, 1.50]\n": [("text-needs-quotes", 1, 9), ("text-needs-quotes", 1, 15)],
    "amount:\nentity:\nkind:\n": [("missing-value", 1, 8), ("missing-value", 2, 8), ("missing-value", 3, 6)],
    "amount: '1,234.50'\npeople: ２３人\n": [("number-as-text", 1, 9), ("number-as-text", 2, 9)],
    "basic: {2010301: '330.30', 2010302: ￥3}\n": [("number-as-text", 1, 18), ("number-as-text", 1, 37)],
    "amount: 100万元\nbasic: {2010301: １２.5元, 2010302: '1 000'}\n": [
        ("amount-with-unit", 1, 9),
        ("amount-with-unit", 2, 18),
        ("number-as-text", 2, 34),
    ],
    "kind: budgt\nletters: a9\nfixed: 2\n": [
        ("value-not-allowed", 1, 7),
        ("value-not-allowed", 2, 10),
        ("value-not-allowed", 3, 8),
    ],
    "entity: {name: 甲单位, level: 单位}\n": [("value-not-allowed", 1, 28)],
    "entity: {name: 甲单位, level: unit, code: '20103'}\nregion: '65302'\n": [("bad-text", 1, 40), ("bad-text", 2, 9)],
    "date: '2024-02-30'\n": [("bad-date", 1, 7)],
    "date: 2024-2-3\n": [("bad-date", 1, 7)],
    "date: '20240203'\n": [("bad-date", 1, 7)],
    "entity: {name: '', level: unit}\n": [("empty-text", 1, 16)],
    "entity: {name: 甲, level: unit}\n": [("text-too-short", 1, 16)],
    "entity: {name: 甲乙丙丁戊己, level: unit}\n": [("text-too-long", 1, 16)],
    "names: []\nbasic: {}\n": [("too-few-items", 1, 8), ("too-few-items", 2, 8)],
    "names: [a, b, c, d]\n": [("too-many-items", 1, 8)],
    "basic: {2010301: 1, 2010302: 1, 2010303: 1}\n": [("too-many-items", 1, 8)],
    "names: [a, b, a]\nthings: [{a: 1, b: [2]}, {b: [2.0], a: 1.00}, true, true]\n": [
        ("duplicate-item", 1, 15),
        ("duplicate-item", 2, 26),
        ("duplicate-item", 2, 53),
    ],
    "people: -1\nshare: 0\n": [("below-minimum", 1, 9), ("below-minimum", 2, 8)],
    "people: 1001\nshare: 100\n": [("above-maximum", 1, 9), ("above-maximum", 2, 8)],
    "amount: 1.234\nbasic: {2010301: 1.005}\n": [("too-many-decimals", 1, 9), ("too-many-decimals", 2, 18)],
    "basic: {2010301: {personel: 1}, 2010302: {personnel: x}}\n": [("unknown-field", 1, 19), ("wrong-type", 1, 54)],
    "basic: {2010301: [1]}\n": [("wrong-type", 1, 18)],
    "row: {kind: total, sum: x}\n": [("wrong-type", 1, 25)],
    "row: {kind: note}\n": [("missing-field", 1, 1)],
    "row: {kind: other}\nloose: C\nthree: C\n": [
        ("no-alternative", 1, 6),
        ("no-alternative", 2, 8),
        ("no-alternative", 3, 8),
    ],
    "odd: 2\nboth: 4\ndozens: 13\n": [
        ("invalid-value", 1, 6),
        ("invalid-value", 2, 7),
        ("invalid-value", 3, 9),
    ],
    "typed: 1\n": [("text-needs-quotes", 1, 8)],
    "either: -1\ntally: -2\n": [("below-minimum", 1, 9), ("below-minimum", 2, 8)],
    "tree: {a: {b: {c: 1}}}\n": [("wrong-type", 1, 19)],
    "amount: 1,234.50\nkind: yes\nentity: *x\n": [],
    "yes: 1\nbasic: {08: 1}\nnames: [１, １]\n": [],
}
"""What the schema has to say; where the loader has already found an error, nothing."""
