"""A seal on a JSON file: whether it is, to the byte, what was written."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeAlias

Bytes: TypeAlias = bytes | memoryview
"""A part of a text in UTF-8."""

_HEAD = b'{"sha256": "%s",'


def sealed(*content: Bytes) -> tuple[Bytes, ...]:
    """Return the text of a JSON object in pieces, since it may be large, with a seal as its first member."""
    rest = (memoryview(content[0])[1:], *content[1:])
    return _HEAD % _digest(*rest), *rest


def unsealed(content: bytes) -> bytes:
    """Return a sealed text as it was before.

    Raises:
        ValueError: the seal is missing or broken.
    """
    check_seal(content)
    return b"{" + content[_LENGTH:]


def check_seal(content: bytes) -> None:
    """Make sure of a sealed text that nobody has cut it off or changed it; it is JSON as it is.

    Raises:
        ValueError: the seal is missing or broken.
    """
    # Through a view, since it may be large.
    if content[:_LENGTH] != _HEAD % _digest(memoryview(content)[_LENGTH:]):
        raise ValueError("the seal is broken")


def _digest(*content: Bytes) -> bytes:
    digest = sha256()
    for piece in content:
        digest.update(piece)
    return digest.hexdigest().encode()


_LENGTH = len(_HEAD % _digest())
