"""What of the last build of a folder is still true, and what the next one is to know of this one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from disc.core.diagnostic import Diagnostic
from disc.core.span import Span
from disc.load.neighbours import Known
from disc.load.notes import digest
from disc.load.spec_files import Options, spec_names
from disc.load.spec_paths import SPECS, address_of, resolved, spec_path
from disc.publish.beside import beside
from disc.publish.corrections import changed_without_correction
from disc.publish.entry import Entry
from disc.publish.files import path_of
from disc.publish.followers import BUILT_TOO, followers
from disc.publish.links import files_among
from disc.publish.manifest import MARKER, Manifest, ManifestError, addresses, standing
from disc.publish.staging import Site
from disc.publish.stamps import Stamps, stamps
from disc.work.inputs import Inputs, program
from disc.work.made import Disclosure, Made, Order
from disc.work.memory import Memory, Notebook, Published, keep, memory_file, recall


class Past:
    """The last build of an output folder, seen from this one; without a cache there was none."""

    def __init__(
        self,
        cache: Path | None,
        new: Site,
        order: Order,
        files: Sequence[str],
        printer: str = "",
        *,
        whole: bool = True,
    ) -> None:
        """Look back.

        What there is to read is looked at now, before anything is made of it.

        Args:
            cache: folder of what is remembered; None, or one in the output folder, which is replaced: nothing is.
            new: the next site of the output folder; nobody else writes there.
            order: what is wanted of each spec now.
            files: the specs, by their paths below the root.
            printer: what prints the pages, if any does.
            whole: whether these are all specs; if not, what else stands in the site stays, but for what follows them.

        Raises:
            ManifestError: these are not all specs, and nobody can tell what stands in the site.
        """
        apart = cache is not None and not resolved(cache).is_relative_to(new.out)
        self._file = memory_file(cache, new.out) if cache and apart else None
        self._new, self._order, self._printer, self._whole = new, order, printer, whole
        self._followers = {} if whole else self._following(files)
        self.files = tuple(sorted((*files, *self._followers), key=lambda file: PurePosixPath(file).parts))
        """All specs that are to be looked at."""
        self._memory = recall(self._file) if self._file else Memory()
        self._inputs = Inputs(order.root, self.files)
        self._setting, self._shared = self._seen(self._inputs) if self._file else ("", "")
        self._notebook = Notebook()
        self._kept_stamps: dict[str, str] = {}

    def _following(self, files: Iterable[str]) -> dict[str, str]:
        """Return the specs whose disclosures stand and take figures from some others, each with one of these."""
        named = {address_of(file): file for file in files}
        found = followers(self.site.entries, named, self._has_spec).items()
        return {f"{SPECS}/{own}.yaml": named[other] for own, other in found}

    def staying(self, old: Collection[str]) -> tuple[Entry, ...]:
        """Return the disclosures that stand and stay, since this build does not look at their specs.

        Args:
            old: paths of pages that are said to have moved or gone: they go once their specs do.

        Raises:
            ManifestError: one of them has lost files.
        """
        if self._whole:
            return ()
        looked_at = set(map(address_of, self.files))
        others = [entry for entry in self.site.entries if entry.address not in looked_at]
        found = tuple(entry for entry in others if path_of(entry.address) not in old or self._has_spec(entry.address))
        files_of = cache(files_among)
        for entry in found:
            if not self._new.has_below(entry.address, files_of(entry.links.offers)):
                raise ManifestError(self._new.out / entry.address)
        return found

    def beside(self, staying: Iterable[Entry]) -> tuple[Known, ...]:
        """Return what others need to know of disclosures that stay."""
        return (
            ()
            if self._whole
            else tuple(beside(staying, map(address_of, self.files), self.site.entries, self._has_spec))
        )

    @property
    def waiting(self) -> frozenset[str]:
        """Addresses of specs that this build does not look at: what is not built yet is no dead link."""
        names = () if self._whole else spec_names(Options(self._order.root))
        return frozenset(map(address_of, set(names).difference(self.files)))

    def _has_spec(self, address: str) -> bool:
        return spec_path(self._order.root, f"{SPECS}/{address}.yaml").is_file()

    @property
    def built_too(self) -> tuple[Diagnostic, ...]:
        """That specs are built which were not named."""
        followers = self._followers.items()
        return tuple(BUILT_TOO.at(Span(file), related=(Span(other),), other=other) for file, other in followers)

    @cached_property
    def same_looks(self) -> bool:
        """Whether it was made by the same program for the same kind of site, with the same templates and settings."""
        return bool(self._memory.made) and self._memory.setting == self._setting

    @cached_property
    def _known(self) -> bool:
        """Whether anything of the site is known: its marker file, which has the disclosures, is that build's too."""
        return self.same_looks and self._memory.stamps.get(MARKER) == self._stamps[MARKER]

    @cached_property
    def kept(self) -> Mapping[str, Made]:
        """What would come of specs again and stands in the site already, by their files."""
        if not self._known:
            return {}
        there = self._memory.still_true(self._inputs, self._stamps)
        listed = set(self.files)
        return {file: made for file, made in there.items() if file in listed}

    @cached_property
    def holds(self) -> bool:
        """Whether the site stands as it would be made."""
        memory = self._memory
        same = self.kept.keys() == memory.made.keys() == set(self.files)
        return (
            self._whole
            and memory.whole
            and same
            and self._known
            and memory.shared == self._shared
            and memory.stamps == self._stamps
        )

    @cached_property
    def before(self) -> Manifest | None:
        """What stands in the site, if all but specs is as it was, and nobody has been at what it has in common."""
        memory = self._memory
        same = self._known and memory.shared == self._shared
        return self.site if same and memory.stamps.get("") == self._stamps[""] else None

    @property
    def others(self) -> tuple[Diagnostic, ...]:
        """What was found in anything but one spec."""
        return self._memory.others

    def with_disclosures(self) -> Mapping[str, Made]:
        """Return what is kept with the disclosures, as far as the site knows them."""
        entries = {entry.address: entry for entry in (self.site.entries if self.kept else ())}
        joined = ((file, self._joined(file, made, entries)) for file, made in self.kept.items())
        return {file: made for file, made in joined if made is not None}

    def note(self, made: Made) -> None:
        """Take down what came of a spec, for the next build."""
        if self._file is None:
            return
        if disclosure := made.disclosure:
            own = Published(disclosure.entry.address, disclosure.causes)
            self._note(made, own, kept=disclosure.files is None)
        else:
            self._note(made, None, kept=False)

    def remember(self, found: Iterable[Diagnostic]) -> None:
        """Let the next build know of this one, whose site stands now; `found` is everything that was found."""
        now = Inputs(self._order.root, self.files)
        # What was changed meanwhile may be in some pages and not in others: the next build makes them all.
        if self._file is not None and not self.holds and self._seen(now) == (self._setting, self._shared):
            if not self._whole and self._known:
                self._note_others()
            # The site stands, whatever the disk refuses from here on.
            with suppress(OSError):
                stamped = stamps(self._new.out, self._new.tree, self._notebook.addresses, self._kept_stamps)
                keep(self._notebook.content(self._setting, self._shared, stamped, found, whole=self._whole), self._file)

    def _note_others(self) -> None:
        """Take down what came of specs that this build did not look at, as far as it stands as it was written."""
        files = set(self.files)
        for file, made in self._memory.untouched(self._stamps).items():
            if file not in files:
                self._note(made, self._memory.published.get(file), kept=True)

    def _note(self, made: Made, own: Published | None, *, kept: bool) -> None:
        self._notebook.add(made, own)
        if own and kept:
            self._kept_stamps[own.address] = self._stamps[own.address]

    def _joined(self, file: str, made: Made, entries: Mapping[str, Entry]) -> Made | None:
        own = self._memory.published.get(file)
        if own is None:
            return made
        if own.address not in entries:
            return None
        return replace(made, disclosure=Disclosure(entries[own.address], own.causes, None))

    @cached_property
    def site(self) -> Manifest:
        """What stands in the site.

        Raises:
            ManifestError: nobody can tell.
        """
        return standing(self._new.out)

    def changed(self, now: Iterable[Entry]) -> tuple[Diagnostic, ...]:
        """Return what differs without a word from what readers saw; a preview is for none, nor what nobody can read."""
        try:
            seen = () if self.site.preview else self.site.entries
        except ManifestError:
            seen = ()
        return tuple(changed_without_correction(seen, now))

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Paths of the pages of the site that readers may have kept the address of, as far as anybody can tell."""
        try:
            return self.site.addresses
        except ManifestError:
            return addresses(self._new.out)

    @cached_property
    def _stamps(self) -> Stamps:
        addresses = {own.address for own in self._memory.published.values()}
        return stamps(self._new.out, self._new.standing, addresses)

    def _seen(self, inputs: Inputs) -> tuple[str, str]:
        """Return the digests of what all disclosures are made with, and of all inputs that are not specs."""
        told = (program(), self._order.drafts, self._printer, inputs.looks(printed=self._order.pdf))
        return digest("\n".join(map(str, told)).encode()), inputs.shared
