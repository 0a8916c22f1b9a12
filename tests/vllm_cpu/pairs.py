"""Pairs to learn from, as the composer writes them for the briefs here."""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.choices import Form
from core.values.locale import Locale
from tests.vllm_cpu.briefs import BRIEFS

_READERS: Final = ("고객", "신입사원", "팀장")


def write_pairs(folder: Path) -> None:
    """Write examples, held-out ones and preferences."""
    briefs = [
        replace(brief, form=form, purpose=MaskedText(f"{brief.purpose} {reader}에게 보여줄 거야"))
        for brief, form, reader in product(BRIEFS, (Form.LIST, Form.TABLE), _READERS)
        if brief.locale is Locale.KO
    ]
    _write(folder / "train.jsonl", [_example(brief) for brief in briefs[:-2]])
    _write(folder / "test.jsonl", [_example(brief) for brief in briefs[-2:]])
    _write(folder / "preference.jsonl", [_preference(brief) for brief in briefs[:-2]])


def _example(brief: Brief) -> dict[str, object]:
    prompt = compose(brief).prompt
    return {"messages": [_said("user", brief.purpose), _said("assistant", prompt)]}


def _preference(brief: Brief) -> dict[str, object]:
    good, poor = compose(brief).prompt, compose(replace(brief, level=MaskedText("누구나"))).prompt
    said = [_said("user", brief.purpose)]
    return {"prompt": said, "chosen": [_said("assistant", good)], "rejected": [_said("assistant", poor)]}


def _said(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _write(file: Path, lines: list[dict[str, object]]) -> None:
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
