"""The NLP engine: Kiwi's morphemes in the shape Presidio's recognizers expect."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from core.adapters.presidio.ner.clusters import CONTENT, Clusters, cluster_key

if TYPE_CHECKING:
    from kiwipiepy import Kiwi  # type: ignore[import-untyped] # it ships no types

LANGUAGE: Final = "ko"

# Kiwi's time grows faster than the text; pieces of this many characters keep it in proportion.
_PIECE: Final = 2_000
# Kiwi numbers its tags before its dictionary: a token with a tag's number is a guess.
_LAST_GUESSED: Final = 60


class Morpheme(NamedTuple):
    """One morpheme: its form, its tag in Kiwi's (Sejong) tag set, its place in the analyzed text, end exclusive.

    `known` says whether Kiwi's dictionary has it; what it has not is guessed to be a noun. `coarse` and `fine` are its
    word classes, 0 where it has none.
    """

    form: str
    tag: str
    start: int
    end: int
    known: bool = True
    coarse: int = 0
    fine: int = 0

    @property
    def text(self) -> str:
        """The form, by the name that Presidio asks for."""
        return self.form


class KiwiNlpEngine(NlpEngine):
    """Presidio's NlpEngine without a model download: Kiwi carries its dictionary in its package.

    `NlpArtifacts.tokens` is a list of `Morpheme`, without word classes where no clusters are given.
    """

    def __init__(self, clusters: Clusters | None = None) -> None:
        self._kiwi: Kiwi | None = None
        self._clusters = clusters

    def load(self) -> None:
        """Load Kiwi's dictionary, without the multi-word one: a third of the time, 200 MB less.

        Its allocator, mimalloc, is told to give memory back at once: about 30 MB that loading frees it would keep, as
        nothing comes afterwards that would remind it.
        """
        os.environ.setdefault("MIMALLOC_PURGE_DELAY", "0")
        from kiwipiepy import Kiwi  # noqa: PLC0415 - the allocator reads its setting when the library is loaded

        self._kiwi = Kiwi(num_workers=1, load_multi_dict=False, load_default_dict=False)
        self._kiwi.tokenize("준비")  # what Kiwi loads on first use, it loads here

    def is_loaded(self) -> bool:
        """Say whether `load` has run."""
        return self._kiwi is not None

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Return the morphemes of a text."""
        tokens = self._morphemes(text)
        return NlpArtifacts(
            entities=[],
            tokens=cast("Any", tokens),  # Presidio says spaCy's Doc, but only iterates
            tokens_indices=[token.start for token in tokens],
            lemmas=[token.form for token in tokens],
            nlp_engine=None,
            language=language,
        )

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,  # noqa: ARG002 - Presidio's signature
        n_process: int = 1,  # noqa: ARG002 - Presidio's signature
        **kwargs: Any,  # noqa: ANN401, ARG002 - Presidio's signature
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Yield each text with its morphemes."""
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio's signature
        """Say no: context words are matched in the text itself."""
        return False

    def is_punct(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio's signature
        """Say whether a word is made of punctuation alone."""
        return not any(map(str.isalnum, word))

    def get_supported_entities(self) -> list[str]:
        """Return nothing: Kiwi tags morphemes, the recognizers find entities."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Return the one language code under which every text, English ones too, is analyzed."""
        return [LANGUAGE]

    def _morphemes(self, text: str) -> list[Morpheme]:
        if self._kiwi is None:
            msg = "process_text before load"
            raise RuntimeError(msg)
        told = [
            (token.form, token.tag, start + token.start, start + token.end, token.id > _LAST_GUESSED)
            for start, piece in _pieces(text)
            for token in self._kiwi.tokenize(piece)
        ]
        if self._clusters is None or not told:
            return [Morpheme(*one) for one in told]
        coarse, fine = (column.tolist() for column in self._clusters.of([cluster_key(*one[:2]) for one in told]))
        return [
            Morpheme(*one, x, y) if one[1] in CONTENT else Morpheme(*one)
            for one, x, y in zip(told, coarse, fine, strict=True)
        ]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces with their offsets, cut at a line's end or a blank where there is one."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start, end)) + 1 or end
        yield start, text[start:end]
        start = end


def morphemes(artifacts: NlpArtifacts) -> list[Morpheme]:
    """Return the morphemes that this engine put into Presidio's artifacts."""
    return cast("list[Morpheme]", artifacts.tokens)
