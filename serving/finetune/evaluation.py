"""The evaluation: held-out requests answered by the base and by the adapter, and judged by what they lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import torch

from core.prompting.checking.lost_content import lost
from serving.finetune.encoding import Tokenizer, encoded, request_tokens
from serving.finetune.examples import Example

_ROOM = 1.5  # times the tokens of the held-out prompt


@dataclass(frozen=True, slots=True)
class Verdict:
    """How prompts kept what the held-out ones hold: how many all of it, lines lost in the mean, the share of headings.

    `loss` is the mean loss on the held-out prompts; None where nothing was computed.
    """

    prompts: int
    whole: int
    broken: float
    points: float
    loss: float | None = None


def judge(pairs: Sequence[tuple[str, Example]], loss: float | None = None) -> Verdict:
    """Judge prompts beside the examples that they were written for."""
    broken = [sum(1 for _ in lost(_lines(example.prompt), prompt)) for prompt, example in pairs]
    points = [100 * _headings_kept(prompt, example.prompt) for prompt, example in pairs]
    return Verdict(len(pairs), broken.count(0), fmean(broken), fmean(points), loss)


def _lines(prompt: str) -> list[str]:
    return [line.removeprefix("- ") for line in prompt.splitlines() if line.strip() and not _is_heading(line)]


def _headings_kept(prompt: str, example: str) -> float:
    expected = {line for line in example.splitlines() if _is_heading(line)}
    return len(expected & set(prompt.splitlines())) / len(expected) if expected else 1.0


def _is_heading(line: str) -> bool:
    return line.startswith("[") and line.endswith("]")


def answered(
    model: Any,  # noqa: ANN401 - a model of any kind
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    longest: int,
    told: Callable[[int], None],
) -> Verdict:
    """Let a model answer requests, always with its likeliest words, and judge the answers."""
    pairs = []
    for number, example in enumerate(examples, 1):
        request = torch.tensor([request_tokens(tokenizer, example.request)], device=model.device)
        room = int(_ROOM * len(tokenizer(example.prompt)["input_ids"]))
        with torch.inference_mode():
            tokens = model.generate(
                input_ids=request,
                attention_mask=torch.ones_like(request),
                max_new_tokens=room,
                do_sample=False,
                pad_token_id=tokenizer.pad_token_id,
            )
        text = tokenizer.decode(tokens[0, request.shape[1] :], skip_special_tokens=True).strip()
        pairs.append((text or "-", example))
        told(number)
    return judge(pairs, _loss(model, tokenizer, examples, longest))


def _loss(model: Any, tokenizer: Tokenizer, examples: Sequence[Example], longest: int) -> float | None:  # noqa: ANN401 - as above
    losses = []
    for row in encoded(list(examples), tokenizer, longest):
        tokens, labels = (torch.tensor([row[name]], device=model.device) for name in ("input_ids", "labels"))
        with torch.inference_mode():
            losses.append(float(model(input_ids=tokens, labels=labels).loss))
    return fmean(losses) if losses else None
