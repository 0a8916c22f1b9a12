"""Pasted text: the text to work on that a person put into an answer, told apart from what they say of it.

It stands in quotation marks, behind what announces it (원문:, 메모 그대로 붙임 ->), or as the one block of lines; code
is told by its lines. Read as facts and demands it would be cut up, and its orders followed. In doubt it is no paste.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from core.privacy.korean.hangul import is_korean
from core.prompting.understanding.clause_kinds import ClausePlace
from core.prompting.understanding.clauses import place_clauses
from core.prompting.understanding.demand_kinds import read_demand
from core.prompting.understanding.predicates import read_predicate
from core.prompting.understanding.sentences import split_sentences
from core.prompting.understanding.understanding import Demand

_LEAST: Final = 25  # characters of a text; what is quoted in fewer is a name, a slogan or an example
_UNASKED: Final = 60  # of one that the request does not need: it must be announced as well
_PART: Final = 12  # characters of one of several texts; 'A' 'B' 'C' are words
_NEAR: Final = 80  # characters on either side that tell what a text is
_BLOCK: Final = 3  # lines of a text that nothing announces
_TEXT: Final = (
    r"(?:원문|본문|전문|초안|메모|노트|필기|녹취록?|회의록|기록|메시지|메세지|메일|이메일|문자|카톡|톡|편지|쪽지|댓글|공지문?"
    r"|안내문|리뷰|후기|민원|문의|글|문장|내용|기사)"
)
# What only announces a text, and goes with it: 원문:, 리뷰 내용은 이거임:, 메모 그대로 붙임 ->
_LABEL: Final = re.compile(
    r"(?:^|(?<=[.!?~\n])\s{0,2}|(?<=[다요음임]\s))(?:[가-힣A-Za-z0-9{}]{1,12}\s){1,2}"  # whose it is: 고객 메일:
    rf"{_TEXT}(?:\s(?:내용|원문|전문))?(?:은|는|이|가)?(?:\s?[:：]|\s[-–])\s*$"
    r"|(?:^|(?<=[.!?\n])\s{0,2})(?:[A-Za-z'’]{1,12}\s){1,2}(?:text|e-?mail|message|review|letter|memo|notes?|article)s?\s?:\s*$"
    r"|(?:^|(?<=[\s.,!?~]))(?:(?:아래|다음|이|제|내가|제가|받은|온|쓴|들은|적은|보낼|보내온)\s)*"
    rf"{_TEXT}(?:\s(?:내용|원문|전문))?(?:은|는|이|가)?"
    r"(?:\s(?:그대로|아래에?|다음(?:과 같음)?|이거(?:임|예요)?|이겁니다|이래요|붙(?:임|여요?|입니다)|첨부함?))*"
    r"\s?(?:[:：↓▼⬇]|-+>|→|=>)\s*$"
    r"|(?:^|(?<=[\s.,!?]))(?:here(?:'s| is| are)\s)?(?:my |the |our )?"
    r"(?:original|draft|notes?|text|e-?mail|message|transcript|review|article|letter|memo)"
    r"(?: (?:text|email|message|i got|i received|below))?\s?(?::|-+>)\s*$",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(r"(?:메모|노트|필기|녹취록?|회의록|기록|notes?|memo|transcript)[^\n]{0,20}$", re.IGNORECASE)
_SENT: Final = re.compile(
    r"(?:보내|왔|온\s|받|남기|남겼|올라|달렸|달림|적혀|써\s?있)\S*\s*[:：]?\s*$|\b(?:said|wrote|sent|got|received|says)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_SENT_SO: Final = re.compile(
    r"\s?이렇게\s\S{0,8}?(?:왔|옴|보내|받|적혀|하셨|답장|연락)|\s?이?라(?:고|는)\s\S{0,12}?(?:보내|왔|온|옴|적혀|써\s?있|답장|답변|연락|문자|톡|하셨|하시네|하시는)"
)
_SAMPLE: Final = re.compile(
    r"(?:예|예시|예문|예를 들(?:면|어)|샘플|형식|양식|입력|출력|느낌|말투|식으로|구호|슬로건|문구|제목|에러|오류"
    r"|example|e\.g\.|format|sample|like|slogan|titled?|called|error)\s?\S{0,2}\s*$",
    re.IGNORECASE,
)
# What makes a part of the sentence of a quotation: 이라는 말은 빼고, 같은 말투로.
_QUOTED_IN: Final = re.compile(
    r"\s?(?:이?라고|이?라는|이란|처럼|같은|같이|식으로|느낌|투로|말투|문구|이런|이라든|등|이?나\s|또는|→|->)"
)
# A title or a name in its sentence: 주제는 '…'이고, '…'을 다룬 글; but 내용은 '…'이에요 gives the text.
_IN_SENTENCE: Final = re.compile(r"(?:이고|이며|입니다|이에요|예요|인데|임|[을를은는의]|[이가]\s|으?로)(?=[\s,.]|$)")
_CONTINUES: Final = re.compile(r"\s?(?:이?고|이며|인데|이라|라|입니다|이에요|예요|임)[가-힣]{0,3}(?=[\s,.]|$)")
_IS_TEXT: Final = re.compile(rf"{_TEXT}(?:은|는|이|가)?\s?:?\s*$")
_QUOTES: Final = re.compile(
    r"\"[^\"]*\"|“[^“”]*”|「[^「」]*」|(?<![A-Za-z0-9가-힣])['‘](?=[^'‘’\n가-힣]*[가-힣])[^'‘’\n]*['’](?![A-Za-z])"
)
_BETWEEN: Final = re.compile(r"[\s,/·.\-]{0,4}(?:[0-9]{1,2}[.)])?\s?")
# Slack has no line ends behind its fences; a word alone behind the first one is a language.
_FENCED: Final = re.compile(r"```(?:[ \t]*[A-Za-z][\w+#.-]{0,15}[ \t]*\n|[ \t]*\n)?(?P<text>(?:[^`]|`(?!``))+)```")
_CITED: Final = re.compile(r"^>{1,3}[ \t]?(?P<line>[^\n]*)", re.MULTILINE)
_SQL: Final = (
    r"^\s*(?:SELECT|FROM|WHERE|(?:LEFT |INNER |RIGHT )?JOIN|GROUP BY|ORDER BY|HAVING|LIMIT|INSERT|UPDATE|DELETE|CREATE"
    r"|AND|ON)\b"
)
# A line that only code has: def total(xs):, count += 1, const a = [], SELECT id, </div>
_CODE: Final = re.compile(
    r"^\s*(?:(?:async )?(?:def|class|function|const|let|var|public|private|static|void|import|from|for|while|if|elif"
    r"|else|try|except|catch|finally|return|with|switch|case|end|do|done|fi|then)\b(?!['’])"
    r"|#|//|/?\*|--|@\w|[{}()\[\]]|</?[a-zA-Z!])"
    r"|^\s*[\w.\[\]\"'$-]+\s?(?:[-+*/]?=|:)(?!/)\s?\S|^\s*[\w.]+\(.*\)?[;:,]?\s*$|[;{}]\s*$"
    rf"|{_SQL}"
)
_SYNTAX: Final = re.compile(rf"[={{}};\[\]]|\w\(|^\s+\S|:\s*$|{_SQL}")
_CODE_LINES: Final = re.compile(r"c(?:[c ]*c)?")
_COMMENT: Final = re.compile(r"(?:#|//|--)[^\n]*|'[^'\n]*'|\"[^\"\n]*\"")
# What a language prints where it fails, and what no code holds: where it begins, and each of its lines.
_TRACE: Final = re.compile(
    r"Traceback \(most recent call last\):|^[ \t]{1,8}at \S{1,200} ?\(|^[ \t]{0,8}File \"[^\"\n]{1,200}\", line",
    re.MULTILINE,
)
_FAILURE: Final = re.compile(r"^(?:Exception in thread |Uncaught |Unhandled )?\S{0,120}(?:Error|Exception|Warning)\b")
_LINE_ABOVE: Final = re.compile(r"(?:^|\n)([^\n]{1,300})\n$")
_OF_TRACE: Final = re.compile(
    r"^\s*(?:Traceback|File \"|at \S|Caused by:|\.{3} \d|\^|During handling of|The above exception)|^\s+\S|^\s*$"
)
_POINTS_BELOW: Final = re.compile(r"(?:^|\s)(?:아래|다음|밑)(?:에|의)?\s|\b(?:below|following)\b", re.IGNORECASE)
_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_SHAPES: Final = frozenset({Demand.COLUMNS, Demand.SECTIONS, Demand.ORDER})
_LEFT: Final = re.compile(r"[^\W_ㄱ-ㅎㅏ-ㅣ]{2}")


@dataclass(frozen=True, slots=True)
class Paste:
    """The text that was pasted into an answer, and the `rest` of the answer, each side of it on a line of its own."""

    text: str
    rest: str
    is_code: bool = False


def find_paste(answer: str, *, is_needed: bool) -> Paste | None:
    """Return the one text that was pasted into an answer; `is_needed` where the request works on a text."""
    if code := _trace(answer) or _code(answer):
        return code
    if is_needed and (cited := _cited(answer)):
        return cited
    found = _quoted(answer, is_needed=is_needed)
    return found or (_below(answer) or _announced(answer) or _in_block(answer) if is_needed else None)


def _trace(answer: str) -> Paste | None:
    """Return a stack trace with the failure before or behind it, and with code that was pasted beside it."""
    found = _TRACE.search(answer)
    if found is None or _FENCED.search(answer):
        return None
    above = _LINE_ABOVE.search(answer[: found.start()])
    start = above.start(1) if above and _FAILURE.match(above[1]) else found.start()
    lines = answer[start:].split("\n")
    size = next((at for at, line in enumerate(lines) if at and not _OF_TRACE.match(line)), len(lines))
    size += bool(lines[size:]) and _FAILURE.match(lines[size]) is not None  # Python tells at the end what failed
    trace, rest = "\n".join(lines[:size]).strip("\n"), _joined(answer[:start], "\n".join(lines[size:]))
    code = _code(rest)
    return Paste(f"{code.text}\n\n{trace}" if code else trace, code.rest if code else rest, is_code=True)


def _code(answer: str) -> Paste | None:
    """Return the only fenced block, or the only run of lines that are code; a stack trace is none."""
    fenced = [found for found in _FENCED.finditer(answer) if "\n" in found["text"] or len(found["text"]) >= _LEAST]
    if len(fenced) == 1:
        (block,) = fenced
        rest = _joined(answer[: block.start()], answer[block.end() :])
        return Paste(block["text"].strip("\n").rstrip(), rest, is_code=True)
    lines = answer.split("\n")
    kinds = "".join(map(_kind_of_line, lines))
    runs = [found.span() for found in _CODE_LINES.finditer(kinds)]
    blocks = [run for run in runs if sum(map(bool, map(_SYNTAX.search, lines[slice(*run)]))) >= _BLOCK]
    if len(blocks) != 1 or _TRACE.search(answer):
        return None
    ((start, end),) = blocks
    rest = _joined("\n".join(lines[:start]), "\n".join(lines[end:]))
    return Paste("\n".join(lines[start:end]), rest, is_code=True)


def _kind_of_line(line: str) -> str:
    """Return a sign for each kind of line, as `_CODE_LINES` reads them: `c` code, a blank, `-` any other."""
    if not line.strip():
        return " "
    return "c" if _CODE.search(line) and not is_korean(_COMMENT.sub("", line)) else "-"


def _cited(answer: str) -> Paste | None:
    """Return the only run of lines that are marked as a quotation, as in mails and chats."""
    lines = answer.split("\n")
    marked = [at for at, line in enumerate(lines) if line.startswith(">")]
    if not marked or marked != [*range(marked[0], marked[-1] + 1)]:
        return None
    text = "\n".join(_CITED.sub(r"\g<line>", line) for line in lines[marked[0] : marked[-1] + 1]).strip()
    rest = _joined(_LABEL.sub("", "\n".join(lines[: marked[0]])), "\n".join(lines[marked[-1] + 1 :]))
    return Paste(text, rest) if len(text) >= _LEAST else None


def _quoted(answer: str, *, is_needed: bool) -> Paste | None:
    """Return the only long quotation, or the only one that was announced."""
    if answer.count('"') % 2:
        return None
    least = _LEAST if is_needed else _UNASKED
    runs = [(start, end) for start, end in _runs(answer) if _is_whole(*_beside(answer, start, end))]
    found = [
        (start, end)
        for start, end in runs
        if end - start >= least or (is_needed and end - start >= _PART and _is_announced(*_beside(answer, start, end)))
    ]
    announced = [(start, end) for start, end in found if _is_announced(*_beside(answer, start, end))]
    if len(announced or found) != 1 or not (announced or is_needed):
        return None
    ((start, end),) = announced or found
    text = answer[start:end].strip()
    if len(_QUOTES.findall(text)) == 1:
        text = text[1:-1].strip()
    before, after = _LABEL.sub("", answer[:start]), answer[end:]
    if _SENT_SO.match(after) or _CONTINUES.match(after):  # the sentence goes on around it
        return Paste(text, f"{before}“…”{after}".strip())
    return Paste(text, _joined(before, after))


def _runs(answer: str) -> list[tuple[int, int]]:
    """Return where quotations stand, those of sentences that follow each other as one."""
    runs: list[tuple[int, int]] = []
    size = _PART
    for start, end in (found.span() for found in _QUOTES.finditer(answer)):
        if runs and min(size, end - start) >= _PART and _BETWEEN.fullmatch(answer[runs[-1][1] : start]):
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
        size = end - start
    return runs


def _beside(answer: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands right before and right behind a place, where all that is said of it is said."""
    return answer[max(start - _NEAR, 0) : start], answer[end : end + _NEAR]


def _is_whole(before: str, after: str) -> bool:
    """Whether a quotation is no sample, and no part of what is said with it."""
    if _IN_SENTENCE.match(after) and not _IS_TEXT.search(before):
        return False
    return not _SAMPLE.search(before) and (not _QUOTED_IN.match(after) or _SENT_SO.match(after) is not None)


def _is_announced(before: str, after: str) -> bool:
    return any(mark.search(before) for mark in (_LABEL, _SENT)) or _SENT_SO.match(after) is not None


def _announced(answer: str) -> Paste | None:
    """Return what stands behind a label, up to where the person asks again."""
    ends = [found.end() for found in re.finditer(r"[:：↓▼⬇→]|[-=]>", answer)]
    at = next((end for end in ends if _LABEL.search(_beside(answer, end, end)[0])), None)
    if at is None:
        return None
    body = answer[at:].strip()
    if len(pieces := _PARAGRAPHS.split(body)) > 1:
        text, after = _parted(body, pieces, _asks_somewhere)
    elif len(pieces := body.split("\n")) > 1:
        text, after = _parted(body, pieces, _asks)
    elif answer[at:].lstrip(" ").startswith("\n"):
        text, after = body, ""
    else:
        text, after = _parted(body, split_sentences(body), _may_ask)
        is_notes = _NOTES.search(answer[:at]) is not None and not any(map(_asks, split_sentences(text)))
        if after and not is_notes and is_korean(text) is is_korean(after):
            return None  # a letter asks for things itself
    return Paste(text, _joined(_LABEL.sub("", answer[:at]), after)) if len(text) >= _LEAST else None


def _below(answer: str) -> Paste | None:
    """Return what stands beneath a line that points at it and asks: 아래 메일 답장 써줘."""
    head, _, below = answer.partition("\n")
    text = below.strip()
    if len(text) < _LEAST or not (_POINTS_BELOW.search(head) and _asks(head)):
        return None
    return None if all(map(_may_ask, split_sentences(text))) else Paste(text, head.strip())


def _in_block(answer: str) -> Paste | None:
    """Return the only paragraph of several lines where blank lines part an answer."""
    pieces = _PARAGRAPHS.split(answer)
    blocks = [at for at, piece in enumerate(pieces) if piece.count("\n") >= _BLOCK - 1]
    if len(pieces) == 1 or len(blocks) != 1:
        return None
    (at,) = blocks
    return Paste(pieces[at].strip(), _joined("\n".join(pieces[:at]), "\n".join(pieces[at + 1 :])))


def _parted(body: str, pieces: Iterable[str], asks: Callable[[str], bool]) -> tuple[str, str]:
    """Return a text in two: the pieces from the last one that does not ask on are what the person says of it."""
    end = len(body)
    for piece in reversed([*pieces]):
        start = body.rfind(piece.strip(), 0, end)
        if start < 0 or not asks(piece):
            break
        end = start
    return body[:end].strip(), body[end:].strip()


def _asks_somewhere(paragraph: str) -> bool:
    return any(map(_asks, split_sentences(paragraph)))


def _asks(said: str) -> bool:
    """Whether a sentence surely asks for something: by its verb, or as it names the columns or parts."""
    predicate = read_predicate(said.strip(" .!?~\n"))
    return predicate is not None and predicate.mood.demands


def _may_ask(said: str) -> bool:
    demand, values, _ = read_demand(said)
    placed = place_clauses(said)
    return (
        _asks(said)
        or (demand in _SHAPES and len(values) > 1)
        or (bool(placed) and all(one.place is ClausePlace.WISHES for one in placed))
    )


def _joined(before: str, after: str) -> str:
    """Return what stands around a text: what was said before it ends there."""
    after = re.sub(r"^[\s.,…]+", "", after)
    return "\n".join(part for part in (before.strip().rstrip(" :"), after.strip()) if _LEFT.search(part))
