from __future__ import annotations

from tests.checks.support import assert_found, example, found, in_english, said

CODE = "procurement-reserve"


def reserved(parts: str) -> str:
    return example(f"procurement: {{goods: 45.56, works: 0, services: 190.87, reserved: {{{parts}}}}}")


def test_more_reserved_than_there_is() -> None:
    diagnostics = assert_found(CODE, ("    small_and_medium: 184.89\n", "    small_and_medium: ▸1848.90\n"))
    assert said(diagnostics) == [
        "预留给中小企业的采购预算 1848.90万元，大于政府采购预算 236.43万元。改正预留数，或改正采购预算。"
    ]
    assert in_english(diagnostics) == [
        (
            "1848.90万元 of procurement are reserved for small and medium enterprises, "
            "but goods, works and services come to 236.43万元. Correct the reserved amount, or the procurement budget."
        )
    ]
    assert len(diagnostics[0].related) == 3


def test_more_for_micro_enterprises_than_for_all_small_ones() -> None:
    diagnostics = assert_found(CODE, ("    micro: 184.89\n", "    micro: ▸185\n"))
    assert said(diagnostics) == [
        "预留给小微企业的采购预算 185万元，大于预留给中小企业的 184.89万元。改正预留数，或改正采购预算。"
    ]
    assert in_english(diagnostics) == [
        (
            "185万元 of procurement are reserved for small and micro enterprises, "
            "but those for small and medium enterprises come to 184.89万元. "
            "Correct the reserved amount, or the procurement budget."
        )
    ]


def test_everything_may_be_reserved_within_rounding() -> None:
    for parts in ("small_and_medium: 236.43", "small_and_medium: 236.45, micro: 236.46", "small_and_medium: 0"):
        assert found(text=reserved(parts)) == []
    assert_found(CODE, text=reserved("small_and_medium: ▸236.46"))
