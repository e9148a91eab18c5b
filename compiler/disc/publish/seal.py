"""A seal on a JSON file: whether it is, to the byte, what was written."""

from __future__ import annotations

from hashlib import sha256

_HEAD = b'{"sha256": "%s",'


def sealed(content: bytes) -> bytes:
    """Return the text of a JSON object with a seal as its first member."""
    rest = content.removeprefix(b"{")
    return _HEAD % _digest(rest) + rest


def unsealed(content: bytes) -> bytes:
    """Return a sealed text as it was before; a file that was cut off or changed is no such text.

    Raises:
        ValueError: the seal is missing or broken.
    """
    length = len(_HEAD % _digest(b""))
    head, rest = content[:length], content[length:]
    if head != _HEAD % _digest(rest):
        raise ValueError("the seal is broken")
    return b"{" + rest


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
