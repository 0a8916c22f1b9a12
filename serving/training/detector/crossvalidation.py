"""Cross-validation's tally: how well sentences are tagged that were not trained on."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.adapters.presidio.ner.borders import is_template
from core.privacy.korean import surnames
from serving.training.detector.corpus import KINDS, Sentence, Span

_FULL: Final = re.compile(r"[가-힣]{3}")


class Tally:
    """Counts of gold, found and right spans; written out as precision, recall and F1."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, sentence: Sentence, found: Sequence[Span]) -> None:
        """Count one sentence; whom it hides itself (A씨) counts neither way."""
        hidden_by_text = [span for span in sentence.spans if is_template(sentence.text[span[0] : span[1]])]
        sentence = replace(sentence, spans=tuple(span for span in sentence.spans if span not in hidden_by_text))
        found = [span for span in found if span not in hidden_by_text]
        for kind in KINDS:
            gold = {span for span in sentence.spans if span[2] == kind}
            tagged = {span for span in found if span[2] == kind}
            self._counts += Counter(
                {f"{kind} gold": len(gold), f"{kind} found": len(tagged), f"{kind} right": len(gold & tagged)}
            )
        self._counts["PS touching"] += sum(
            any(start < last and first < end for first, last, kind in sentence.spans if kind == "PS")
            for start, end, of in found
            if of == "PS"
        )
        hidden = {place for start, end, kind in found if kind == "PS" for place in range(start, end)}
        for start, end, kind in sentence.spans:
            name = sentence.text[start:end]
            covered = all(i in hidden for i in range(start, end) if sentence.text[i].isalnum())
            if kind == "PS":
                self._counts += Counter({"PS covered": covered})
            if kind == "PS" and _FULL.fullmatch(name) and name[0] in surnames.ALL:
                self._counts += Counter({"full gold": 1, "full covered": covered})

    def __str__(self) -> str:
        lines = [self._scores(kind) for kind in KINDS]
        for name, gold in (("PS", "PS gold"), ("full", "full gold")):
            lines.append(f"{name} covered {self._counts[f'{name} covered'] / max(self._counts[gold], 1):.3f}")
        lines.append(f"PS touching P {self._counts['PS touching'] / max(self._counts['PS found'], 1):.3f}")
        return "\n".join(lines) + "\n"

    def _scores(self, kind: str) -> str:
        right, found, gold = (self._counts[f"{kind} {what}"] for what in ("right", "found", "gold"))
        precision, recall = right / max(found, 1), right / max(gold, 1)
        return f"{kind} P {precision:.3f} R {recall:.3f} F1 {2 * right / max(found + gold, 1):.3f}"
