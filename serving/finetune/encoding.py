"""Examples as tokens, in the model's own chat template."""

from typing import Any, TypeAlias

from serving.errors import ServingError
from serving.finetune.examples import Example, Preference

Tokenizer: TypeAlias = Any
Row: TypeAlias = dict[str, list[int]]
Message: TypeAlias = dict[str, str]


def encoded(examples: list[Example], tokenizer: Tokenizer, longest: int) -> list[Row]:
    """Return the examples that are not too long; only what the assistant says is learnt."""
    rows = []
    for example in examples:
        request, answer = request_tokens(tokenizer, example.request), _answer_tokens(tokenizer, example.prompt)
        row = {"input_ids": request + answer, "labels": [-100] * len(request) + answer}
        if len(row["input_ids"]) <= longest:
            rows.append(row)
    return rows


def fitting(preferences: list[Preference], tokenizer: Tokenizer, longest: int) -> list[dict[str, list[Message]]]:
    """Return the preferences that are not too long, as messages: the trainer puts them into the template itself."""
    rows = []
    for each in preferences:
        answers = max(len(_answer_tokens(tokenizer, text)) for text in (each.chosen, each.rejected))
        if len(request_tokens(tokenizer, each.request)) + answers <= longest:
            rows.append(
                {
                    "prompt": [_message("user", each.request)],
                    "chosen": [_message("assistant", each.chosen)],
                    "rejected": [_message("assistant", each.rejected)],
                }
            )
    return rows


def request_tokens(tokenizer: Tokenizer, request: str) -> list[int]:
    """Return a request as the server will put it before the model."""
    tokens: list[int] = tokenizer(in_template(tokenizer, request), add_special_tokens=False)["input_ids"]
    return tokens


def in_template(tokenizer: Tokenizer, request: str) -> str:
    """Return a request in the model's chat template, up to where its answer begins.

    Raises:
        ServingError: The model has no chat template.
    """
    if not tokenizer.chat_template:
        msg = "the model has no chat template: take an instruct model"
        raise ServingError(msg)
    messages = [_message("user", request)]
    text: str = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    return text


def _answer_tokens(tokenizer: Tokenizer, answer: str) -> list[int]:
    """Return an answer as the model writes it: token by token after the request, so never merged with its end."""
    tokens: list[int] = tokenizer(answer, add_special_tokens=False)["input_ids"]
    return [*tokens, tokenizer.eos_token_id]


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}
