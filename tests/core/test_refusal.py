"""What the system refuses, in words."""

from __future__ import annotations

import errno

from disc.core.diagnostic import Words
from disc.core.refusal import refusal, refusal_with_file


def test_what_is_common_is_chinese_and_what_is_rare_is_as_the_system_says_it() -> None:
    assert refusal(OSError(errno.ENOSPC, "No space left on device")) == Words("磁盘已满", "No space left on device")
    assert refusal(OSError(errno.ENOTTY, "Not a typewriter")) == Words("Not a typewriter", "Not a typewriter")
    assert refusal(OSError("odd")) == Words("odd", "odd")
    assert refusal(OSError()) == Words("OSError", "OSError")


def test_the_file_is_named() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "a/b")
    assert refusal_with_file(error) == Words("a/b：没有权限", "[Errno 13] Permission denied: 'a/b'")
