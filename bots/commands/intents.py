"""`promptgen intents explain`: what a request was recognised as, and why."""

import sys
from collections.abc import Iterator
from dataclasses import replace

from core.choices import Form, Language, Length, Level
from core.conversation.texts import say
from core.errors import InputError
from core.locale import Locale
from core.ports import Detector
from core.privacy.batch_mask import mask_together
from core.privacy.policy import Policy
from core.privacy.printable import printable
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.intents.catalogue import intent_at
from core.prompting.understanding.explaining import explain
from core.prompting.understanding.understand import request_of, understand, written_in
from core.prompting.writing.topical import topical


class IntentsCommand:
    """Explains requests as they are recognised: masked, and with nothing else answered."""

    def __init__(self, detector: Detector, locale: Locale, policy: Policy) -> None:
        self._detector = detector
        self._locale = locale
        self._policy = policy

    def explain(self, text: str) -> None:
        """Write what the request is recognised as, what is known of it, what would be asked, and what decided.

        Raises:
            InputError: The request is empty.
            ItemRefused: The policy lets no such item in.
        """
        if not text.strip():
            raise InputError(reason="empty")
        brief = self._brief(printable(RawText(text)))
        for line in (*self._ranked(brief), *self._slots(brief), *self._topics(brief), *self._pieces(brief)):
            sys.stdout.write(f"{line}\n")

    def _ranked(self, brief: Brief) -> Iterator[str]:
        found = understand(brief).recognition
        yield self._say("intents.taken", name=found.intent.name[self._locale], confidence=f"{found.confidence:.2f}")
        for number, (path, probability) in enumerate(explain(request_of(brief)).ranked, 1):
            yield f"  {number}  {probability:.2f}  {path}  {intent_at(path).name[self._locale]}"

    def _slots(self, brief: Brief) -> Iterator[str]:
        found = understand(brief)
        gaps = {gap.slot.id: gap for gap in found.gaps}
        if found.intent.slots:
            yield self._say("intents.slots")
        for slot in found.intent.slots:
            gap = gaps.get(slot.id)
            if gap is None:
                state = "intents.said" if slot.said.is_in(brief.purpose) else "intents.left"
            else:
                state = "intents.asked" if gap.is_asked else "intents.assumed"
            yield f"  {self._say(state)}  {slot.id}  {slot.ask[self._locale]}"
            if gap and gap.is_asked:
                yield f"      {' / '.join(slot.options[self._locale])}"
            elif gap and gap.assumed:
                yield f"      {gap.assumed}"

    def _topics(self, brief: Brief) -> Iterator[str]:
        lines = [line for line in topical(brief, understand(brief)) if line.text]
        if lines:
            yield self._say("intents.topics")
        yield from (f"  {line.told}  {line.text}" for line in lines)

    def _pieces(self, brief: Brief) -> Iterator[str]:
        yield self._say("intents.pieces")
        for piece in explain(request_of(brief)).pieces:
            yield f"  {piece.weight:+.3f}  {piece.text!r}"

    def _brief(self, text: RawText) -> Brief:
        masked = mask_together({"purpose": (text, self._detector.detect(text))}, Vault(), self._locale, self._policy)
        purpose = MaskedText(masked.texts["purpose"])
        brief = Brief(
            self._locale, purpose, MaskedText(""), Form.PROSE, Length.MEDIUM, Language.KOREAN, Level.UNIVERSITY
        )
        return replace(brief, language=Language.ENGLISH) if written_in(brief) is Locale.EN else brief

    def _say(self, text: str, **details: str) -> str:
        return say(self._locale, text, **details)
