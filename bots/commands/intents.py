"""`promptgen intents explain`: what a request was recognised as, and why."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace

from bots.container import load_detector, load_policy
from core.conversation.texts import t
from core.errors import InputError
from core.privacy.mask import mask
from core.privacy.printable import printable
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.intents.catalogue import intent_at
from core.prompting.understanding.recognition_reasons import explain
from core.prompting.understanding.understand import request_of, understand, written_in
from core.prompting.writing.topic_lines import topical
from core.settings import Settings
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write what a request is recognised as, what is known of it, what would be asked, and what decided.

    Raises:
        InputError: The request is empty.
        ItemRefused: The policy lets no such item in.
    """
    if not options.text.strip():
        raise InputError(reason="empty")
    locale = settings.locale
    brief = _brief(printable(RawText(options.text)), settings)
    for line in (*_ranked(brief, locale), *_slots(brief, locale), *_topics(brief, locale), *_pieces(brief, locale)):
        sys.stdout.write(f"{line}\n")
    return 0


def _brief(text: RawText, settings: Settings) -> Brief:
    """Return the brief of a request with nothing else answered, masked."""
    locale, spans = settings.locale, load_detector(settings).detect(text)
    purpose = mask(text, spans, Vault(), locale, load_policy(settings)).text
    brief = Brief(locale, purpose, MaskedText(""), Form.PROSE, Length.MEDIUM, Language.KOREAN, Level.UNIVERSITY)
    return replace(brief, language=Language.ENGLISH) if written_in(brief) is Locale.EN else brief


def _ranked(brief: Brief, locale: Locale) -> Iterator[str]:
    found = understand(brief).recognition
    yield t(locale, "intents.taken", name=found.intent.name[locale], confidence=f"{found.confidence:.2f}")
    for number, (path, probability) in enumerate(explain(request_of(brief)).ranked, 1):
        yield f"  {number}  {probability:.2f}  {path}  {intent_at(path).name[locale]}"


def _slots(brief: Brief, locale: Locale) -> Iterator[str]:
    found = understand(brief)
    gaps = {gap.slot.id: gap for gap in found.gaps}
    if found.intent.slots:
        yield t(locale, "intents.slots")
    for slot in found.intent.slots:
        gap = gaps.get(slot.id)
        if gap is None:
            state = "intents.said" if slot.said.is_in(brief.purpose) else "intents.left"
        else:
            state = "intents.asked" if gap.is_asked else "intents.assumed"
        yield f"  {t(locale, state)}  {slot.id}  {slot.ask[locale]}"
        if gap and gap.is_asked:
            yield f"      {' / '.join(slot.options[locale])}"
        elif gap and gap.assumed:
            yield f"      {gap.assumed}"


def _topics(brief: Brief, locale: Locale) -> Iterator[str]:
    lines = [line for line in topical(brief, understand(brief)) if line.text]
    if lines:
        yield t(locale, "intents.topics")
    yield from (f"  {line.text}" for line in lines)


def _pieces(brief: Brief, locale: Locale) -> Iterator[str]:
    yield t(locale, "intents.pieces")
    for piece in explain(request_of(brief)).pieces:
        yield f"  {piece.weight:+.3f}  {piece.text!r}"
