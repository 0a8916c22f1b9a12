"""Measure other packages on the typical texts: `python -m tests.accuracy.peers`, which prints what `peers.toml` keeps.

They are no dependency of anything: one that is not installed is left out (`pip install ko-pii maskingtape` puts both
into an environment; they need nothing else). Each masks as it does by default, names included where it knows any.
"""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from core.privacy.entities import EntityType
from core.privacy.spans import Span
from tests.accuracy.measure import measure, read
from tests.accuracy.readme import HELD_OUT, TYPICAL

Detect = Callable[[str], Sequence[tuple[int, int]]]


def _ko_pii() -> Detect:
    from ko_pii import Anonymizer  # noqa: PLC0415 - where it is installed

    def detect(text: str) -> list[tuple[int, int]]:
        masked = Anonymizer().process(text).blocked_items()
        return [(item.detection.start, item.detection.end) for item in masked]

    return detect


def _maskingtape() -> Detect:
    from maskingtape import Pipeline  # noqa: PLC0415 - as above

    pipeline = Pipeline()
    return lambda text: [(found.start, found.end) for found in pipeline.scan(text)]


def _presidio() -> Detect:
    """Presidio's Korean recognizers and those that know no language; it finds no names without a model of spaCy's."""
    import spacy  # noqa: PLC0415 - takes a second
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers  # noqa: PLC0415 - as above
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415 - as above

    # Its e-mail recognizer asks the internet for a list of domains, complains where there is none, and goes on.
    logging.getLogger("tldextract").setLevel(logging.CRITICAL)
    engine = SpacyNlpEngine()
    engine.nlp = {"ko": spacy.blank("xx")}  # type: ignore[assignment]  # Presidio types it by its first value
    names = ("KrRrn", "KrFrn", "KrBrn", "KrPassport", "KrDriverLicense", "Email", "CreditCard", "Ip", "Url", "Iban")
    made = [getattr(predefined_recognizers, f"{name}Recognizer")(supported_language="ko") for name in names]
    phones = predefined_recognizers.PhoneRecognizer(supported_language="ko", supported_regions=("KR",))
    analyzer = AnalyzerEngine(
        RecognizerRegistry([*made, phones], supported_languages=["ko"]), engine, supported_languages=["ko"]
    )
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text, "ko")]


PEERS: Final[Mapping[str, Callable[[], Detect]]] = {
    "ko-pii": _ko_pii,
    "maskingtape": _maskingtape,
    "presidio-analyzer": _presidio,
}


def main() -> None:
    """Print a table of TOML for each that is installed."""
    for name, make in PEERS.items():
        try:
            sys.stdout.writelines(_told(name, version(name), figures(make())))
        except (ImportError, PackageNotFoundError):
            sys.stderr.write(f"{name} is not installed\n")


def figures(detect: Detect) -> dict[str, Any]:
    """Return what leaks of the typical texts; of what type something was found does not count."""
    rows = list(read(HELD_OUT / TYPICAL))
    found = [[Span(*place, EntityType.CUSTOM, 1.0) for place in detect(row.text)] for row in rows]
    return measure(rows, found)


def _told(name: str, number: str, measured: Mapping[str, Any]) -> Iterator[str]:
    yield f'[[peer]]\nname = "{name}"\nversion = "{number}"\nfalse_items = {measured["false_items"]}\n\n[peer.leaks]\n'
    yield from (f"{what} = {counts}\n" for what, counts in measured["leaks"].items())
    yield "\n"


if __name__ == "__main__":
    main()
