"""Small files, each with the whole list of what is wrong with it: code, line and column, sorted by place."""

from __future__ import annotations

Found = list[tuple[str, int, int]]

UNREADABLE: dict[str, Found] = {
    "a: 1\n\tb: 2\n": [("tab-indentation", 2, 1)],
    "a:\n\t- b\n": [("tab-indentation", 2, 1)],
    "\ta: b\n": [("tab-indentation", 1, 1)],
    "a: |\n\tx\n": [("tab-indentation", 2, 1)],
    "name:阿合奇\nyear: 2024\n": [("space-after-colon", 1, 5)],
    "year: 2024\nname:阿合奇\n": [("space-after-colon", 2, 5)],
    "year: 2024\n\n  # note\nname:阿合奇\nx: 3\n": [("space-after-colon", 4, 5)],
    "name:阿合奇\n\nyear: 2024\n": [("space-after-colon", 1, 5)],
    "name:阿合奇\n": [("space-after-colon", 1, 5)],
    "year: 2024\nname:　阿合奇\n": [("space-after-colon", 2, 5)],
    "name：阿合奇\nyear: 2024\n": [("full-width-colon", 1, 5)],
    "year: 2024\nname：阿合奇\n": [("full-width-colon", 2, 5)],
    "list:\n  - 名称：甲\n    金额: 2\n": [("full-width-colon", 2, 7)],
    "name：阿合奇\n": [("full-width-colon", 1, 5)],
    "a: 1\nkey\n": [("missing-colon", 2, 1)],
    "a: 1\nkey\nb: 2\n": [("missing-colon", 2, 1)],
    "a: b: c\n": [("colon-in-text", 1, 5)],
    "a: 注意: 见下\n": [("colon-in-text", 1, 6)],
    'a: "abc\nb: 2\n': [("unclosed-quote", 1, 4)],
    "a: 'abc\n": [("unclosed-quote", 1, 4)],
    'a: "abc\nb: "2"\n': [("late-quote", 1, 4)],
    "l:\n  - 'abc\n  - 'de'\n": [("late-quote", 2, 5)],
    'm: {a: "abc, b: 3}\nc: "2"\n': [("late-quote", 1, 8)],
    'a: "abc\n  def" x\n': [("late-quote", 1, 4)],
    "a: [1, 2\nb: 3\n": [("unclosed-bracket", 1, 4)],
    "a: {x: 1\nb: 3\n": [("unclosed-bracket", 1, 4)],
    "a: {x: 3，y: 4}\n": [("full-width-comma", 1, 9)],
    "a: {x: 3; y: 4}\n": [("full-width-comma", 1, 9)],
    "a: ｛x: 3, y: 4｝\n": [("full-width-bracket", 1, 4)],
    "a: [甲，乙, {x: 1} 丙\n": [("unclosed-bracket", 1, 4)],
    "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n": [("merge-conflict", 2, 1)],
    "a: |\n  x\n>>>>>>> main\n": [("merge-conflict", 3, 1)],
    "a: [1, 2": [("unclosed-bracket", 1, 4)],
    "a:\n  b: 1\n c: 2\n": [("bad-indentation", 3, 2)],
    "a:\n    b: 1\n  c: 2\n": [("bad-indentation", 3, 3)],
    "a: 1\n  b: 2\n": [("bad-indentation", 2, 3)],
    "- a\nb: 1\n": [("bad-indentation", 2, 1)],
    "a: 'it's'\n": [("text-after-value", 1, 8)],
    'a: "x" y\n': [("text-after-value", 1, 8)],
    "a: [1,2]]\n": [("text-after-value", 1, 9)],
    "a: @x\n": [("misplaced-character", 1, 4)],
    "a: %x\n": [("misplaced-character", 1, 4)],
    "a: - b\n": [("misplaced-character", 1, 4)],
    "a: ? x\n": [("misplaced-character", 1, 4)],
    "a: }\n": [("misplaced-character", 1, 4)],
    "a: >x\n  y\n": [("misplaced-character", 1, 4)],
    "a: **重点**\n": [("misplaced-character", 1, 4)],
    ": x\n": [("misplaced-character", 1, 1)],
    'a: "D:\\q"\n': [("bad-escape", 1, 7)],
    "a: {b:, c: 1}\n": [("yaml-syntax", 1, 6)],
    "a: !<x\n": [("tag", 1, 4)],
    "a: !x!y z\n": [("tag", 1, 4)],
    "a: 1\n...\nb: 2\n": [("several-documents", 3, 1)],
    "%FOO 1\n---\na: 1\n": [("directive", 1, 5)],
    "%YAML 3.0\n---\na: 1\n": [("directive", 1, 1)],
    "a: [1,": [("yaml-syntax", 1, 7)],
    "": [("empty-file", 1, 1)],
    "# nothing\n": [("empty-file", 1, 1)],
    "---\n": [("empty-file", 1, 1)],
    "- a\n- b\n": [("not-a-mapping", 1, 1)],
    "# a title\n\n  text\n": [("not-a-mapping", 3, 3)],
}
"""Files that cannot be read to the end, or have no fields: there is no tree."""

READABLE: dict[str, Found] = {
    "a: 1\nb: 2\na: 3\na: 4\n": [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)],
    "a: {b: 1, c: 2, b: 3}\n": [("duplicate-key", 1, 17)],
    '2010301: 1\n"2010301": 2\n': [("duplicate-key", 2, 1)],
    "a: {b: 1}\na: {c: yes}\n": [("duplicate-key", 2, 1), ("ambiguous-word", 2, 8)],
    "[1]: a\n": [("key-not-text", 1, 1)],
    "? {x: 1, x: 2}\n: a\n": [("key-not-text", 1, 3), ("duplicate-key", 1, 10)],
    "{? : 1}\n": [("key-not-text", 1, 4)],
    "a: &x 1\nb: &y [1]\n": [("anchor", 1, 4), ("anchor", 2, 4)],
    "a: &x 1\nb: *x\n": [("anchor", 1, 4), ("alias", 2, 4)],
    "a: *nobody\nb: [*nobody]\n": [("alias", 1, 4), ("alias", 2, 5)],
    "*key : 1\n": [("alias", 1, 1)],
    "a: {<<: 1}\n<<: 2\n": [("merge-key", 1, 5), ("merge-key", 2, 1)],
    "a: !!str 1\nb: !x {}\n!y c: 2\n": [("tag", 1, 4), ("tag", 2, 4), ("tag", 3, 1)],
    "a: ! x\n": [("tag", 1, 4)],
    "a: 1\n---\nb: 2\n": [("several-documents", 2, 1)],
    "%YAML 1.2\n---\na: 1\n": [("directive", 1, 1)],
    "%TAG ! tag:x,2000:\n---\na: 1\n": [("directive", 1, 1)],
    "a: {b:1, c: 2}\n": [("space-after-colon", 1, 5)],
    "a:b: 1\n": [("space-after-colon", 1, 1)],
    "a: 1\n　　b: 2\n　c　: 3\n": [("full-width-space", 2, 1), ("full-width-space", 3, 1)],
    "a: yes\nb: [No, y, ON, True, NULL, Off]\n": [
        ("ambiguous-word", 1, 4),
        *(("ambiguous-word", 2, column) for column in (5, 9, 12, 16, 22, 28)),
    ],
    "a: [0123, 08, 1_000, 1e3, +5, .5, 5., -007, 00.5, 1.5E-3]\n": [
        ("ambiguous-number", 1, column) for column in (5, 11, 15, 22, 27, 31, 35, 39, 45, 51)
    ],
    "a: [0x1F, 0o17, 0b1, 1e999, .inf, -.Inf, .nan, 12:30, 1:02:03, =, <<]\n": [
        ("ambiguous-value", 1, column) for column in (5, 11, 17, 22, 29, 35, 42, 48, 55, 64, 67)
    ],
    "a: 2024-01-02\nb: 2024-1-2 10:00:00\nc: 2024-01-02T10:00:00Z\n": [
        ("ambiguous-value", line, 4) for line in (1, 2, 3)
    ],
    "a: １２３\nb: 3。5\nc: －１，０００．５\n": [("full-width-digits", line, 4) for line in (1, 2, 3)],
    "a: 1,234.50\nb: -1,234,567\n": [("thousands-comma", line, 4) for line in (1, 2)],
    "a: {b: 1,234, c: 1,000,000, d: -12,345}\n": [("thousands-comma", 1, column) for column in (8, 18, 32)],
    "a: {b: 1,300.50, c: 2,000,000.5}\n": [("thousands-comma", 1, column) for column in (8, 21)],
    "a: {x: 100, 208: , 300}\nb: {c：1, d: 2}\ne: {例：: 1}\n": [("full-width-colon", 2, 6)],
    "a: {b\n  ：c, d: 2}\n": [("full-width-colon", 1, 5)],
    "a: 123456789012345678901\nb: 1234567890123456789.01\n": [("long-number", line, 4) for line in (1, 2)],
    "yes: 1\nnull: 2\ntrue: 3\n~: 4\n1.50: 5\n-0: 6\n2024-01-02: 7\n": [
        ("ambiguous-word", 1, 1),
        *(("ambiguous-value", line, 1) for line in range(2, 8)),
    ],
    "yes: 1\nyes: 2\n": [("ambiguous-word", 1, 1), ("ambiguous-word", 2, 1)],
    "0201: 1\n２０１: 2\n1,234: 3\n": [
        ("ambiguous-number", 1, 1),
        ("full-width-digits", 2, 1),
        ("thousands-comma", 3, 1),
    ],
    "a: x\x07y\nb: \ue000\nc: z\x07\n": [("forbidden-character", 1, 5), ("forbidden-character", 2, 4)],
    "a: 甲\u2028b\n": [("forbidden-character", 1, 5)],
    "a: 甲\u200b\n": [("forbidden-character", 1, 5)],
    "a: 锟\ufffd\n": [("forbidden-character", 1, 5)],
    'a: "\\0"\nb: "\\uE000 \\U000F0000"\n': [
        ("forbidden-character", 1, 4),
        ("forbidden-character", 2, 4),
        ("forbidden-character", 2, 4),
    ],
}
"""Files that can be read to the end, so that all of their errors are found at once."""


NOT_UTF8: dict[bytes, Found] = {
    "a: 1\nb: 单位\n".encode("gbk"): [("not-utf8", 2, 4)],
    b"\xef\xbb\xbfa: \xff\n": [("not-utf8", 1, 4)],
    "a: 1\n".encode("utf-16"): [("not-utf8", 1, 1)],
    b"a: \xed\xa0\x80": [("not-utf8", 1, 4)],
    b"a: 1\r\nb: 2\rc: \xc3(": [("not-utf8", 3, 4)],
}
"""Files that are not text."""
