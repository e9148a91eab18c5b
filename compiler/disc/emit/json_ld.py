"""A document as a schema.org `Dataset`, for the search engines that look for data.

What is said follows https://developers.google.com/search/docs/appearance/structured-data/dataset. It stands in the page
as a data block, which browsers neither run nor hold against a content security policy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.json import encode

from disc.core.document import Document
from disc.core.meta import Correction
from disc.emit.description import full_description
from disc.emit.json_text import Json

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types (https://www.iana.org/assignments/media-types) of the files beside a page, by the ends of their names."""


class Catalogue(Struct, frozen=True):
    """The site that a dataset is part of."""

    name: str
    language: str
    """BCP 47 tag: zh-CN."""

    url: str
    """Address of the start page; empty where it is not known."""

    organisation: str
    """Who answers for the site; empty where it is not known."""

    licence: Mapping[str, str]
    """Under what the data may be used, its `title` and `address`; may be empty."""


def json_ld(document: Document, catalogue: Catalogue, url: str, files: Iterable[str]) -> str:
    """Return the dataset as JSON text that can stand in a `script` element.

    Args:
        document: the document.
        catalogue: the site.
        url: address of the document's page; empty where it is not known.
        files: addresses of the files that hold the same data, absolute or as the page sees them.
    """
    text = encode(_filled(_dataset(document, catalogue, url, files))).decode()
    # In a script element nothing is escaped but what could end it, or begin a comment.
    return text.replace("<", "\\u003c")


def _dataset(document: Document, catalogue: Catalogue, url: str, files: Iterable[str]) -> Mapping[str, Json]:
    meta = document.meta
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": url,
        "url": url,
        "identifier": meta.address,
        "name": meta.title,
        "description": full_description(document),
        "inLanguage": catalogue.language,
        "isAccessibleForFree": True,
        "license": _licence(catalogue.licence),
        "datePublished": meta.published,
        "dateModified": max((meta.published, *(made.date for made in meta.corrections))),
        "temporalCoverage": f"{meta.year}-01-01/{meta.year}-12-31",
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": "".join(meta.region_path),
            "identifier": meta.region,
        },
        "creator": {"@type": "GovernmentOrganization", "name": meta.entity},
        "publisher": _organisation(catalogue.organisation),
        "isBasedOn": meta.source if meta.source.startswith(("https://", "http://")) else "",
        "correction": [_correction(made) for made in meta.corrections],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": catalogue.name, "url": catalogue.url},
        "distribution": [_download(address) for address in files],
    }


def _organisation(name: str) -> Json:
    return {"@type": "Organization", "name": name} if name else ""


def _licence(licence: Mapping[str, str]) -> Json:
    said = {"name": licence.get("title", ""), "url": licence.get("address", "")}
    return {"@type": "CreativeWork", **said} if licence else ""


def _correction(made: Correction) -> Json:
    return {"@type": "CorrectionComment", "datePublished": made.date, "text": f"{made.what}（{made.why}）"}


def _download(address: str) -> Json:
    return {
        "@type": "DataDownload",
        "encodingFormat": MEDIA_TYPES.get(address.rpartition(".")[2], ""),
        "contentUrl": address,
    }


def _filled(value: Json) -> Json:
    """Return a value without what is empty: an empty date or address is none."""
    if isinstance(value, Mapping):
        return {name: filled for name, item in value.items() if (filled := _filled(item)) not in ("", [], {})}
    return [_filled(item) for item in value] if isinstance(value, list) else value
