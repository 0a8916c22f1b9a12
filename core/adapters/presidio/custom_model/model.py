"""The operator's own model, by its folder or its name; nothing is ever fetched."""

from pathlib import Path

import spacy
from presidio_analyzer import EntityRecognizer

from core.adapters.presidio.custom_model.pipeline import SpacyPipelineRecognizer
from core.errors import NerModelError


def operator_recognizer(model: str) -> EntityRecognizer:
    """Return the recognizer for a folder, or for the name of an installed spaCy pipeline.

    Raises:
        NerModelError: It cannot be used; `reason` says why.
    """
    try:
        return _recognizer(model, Path(model).expanduser())
    except NerModelError:
        raise
    except Exception:  # noqa: BLE001 - whatever is the matter with it, the operator can mend it
        raise NerModelError(reason="unreadable") from None


def _recognizer(model: str, folder: Path) -> EntityRecognizer:
    if model and (folder / "config.cfg").is_file():
        return SpacyPipelineRecognizer(spacy.load(folder))
    if model and folder.is_dir():
        return _transformer(folder)
    if spacy.util.is_package(model):
        return SpacyPipelineRecognizer(spacy.load(model))
    raise NerModelError(reason="missing")


def _transformer(folder: Path) -> EntityRecognizer:
    try:
        from core.adapters.presidio.custom_model.transformer import TransformerRecognizer  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise NerModelError(reason="extra") from None
    return TransformerRecognizer(folder)
