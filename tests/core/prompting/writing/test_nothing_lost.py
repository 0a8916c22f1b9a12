"""What is typed stands somewhere in the prompt: every clause of the labelled introductions, whatever its ending."""

import json
import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form
from serving.training.clauses.rows import INTRODUCTIONS
from tests.core.prompting.briefs import brief

_WORD = re.compile(r"[가-힣]+|[A-Za-z']+|[0-9]+(?:[.,:][0-9]+)*")
# How it is asked for and that somebody reads: the prompt has instructions and a reader for it, and 3개 for 세 개.
_ASKS = re.compile(
    r"부탁|해주|주세|주시|알려|뽑아|써|짜줘|볼|보실|드릴|보낼|올릴|읽어줄|나가는|(?:한|두|세|네|다섯|열)$|개만|개$"
    r"|(?:x|please|the|an?|is|are|it|to|so|we|i|i'm|don't)$",
    re.IGNORECASE,
)
_PARTICLE = re.compile("(?<=[가-힣])(?:으로|로|한테)$")
_MISSING = 1 / 3


def _missing(clause: str, prompt: str) -> list[str]:
    """Return the words of a clause that begin nowhere in a prompt; its last is a verb, whose ending changes."""
    words = [word for word in _WORD.findall(clause) if not _ASKS.match(word)]
    if len(words) > 1 and re.fullmatch("[가-힣]+", words[-1]):
        words = words[:-1]
    missing = [word for word in words if _PARTICLE.sub("", word)[:2].casefold() not in prompt]
    return missing if len(missing) > _MISSING * len(words) else []


@pytest.mark.parametrize("form", [Form.PROSE, Form.TABLE])
def test_every_clause_stands_in_the_prompt(form: Form) -> None:
    lost = []
    for file in sorted(INTRODUCTIONS.glob("*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            made = compose(brief(row["purpose"], background=row["background"], form=form))
            prompt = "".join(made.prompt.split()).casefold()
            lost += [(row["id"], text, gone) for text, _ in row["clauses"] if (gone := _missing(text, prompt))]
    assert lost == []
