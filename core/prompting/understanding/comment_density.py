"""Comment density: how many comments the person wants in code."""

import re
from enum import StrEnum
from typing import Final


class Comments(StrEnum):
    """How many comments code has; `open` where nobody says."""

    OPEN = "open"
    NONE = "none"
    MANY = "many"
    EACH_LINE = "each_line"


_NONE: Final = re.compile(
    r"주석(?:은|을|도|이|따위|같은\s거)?\s?(?:(?:한\s?(?:줄|개)도|하나도|아예|절대|일절|전부|모두|다|굳이|전혀)\s?){0,2}"
    r"(?:(?:달|넣|쓰|붙이|적|남기)지\s?(?:말|마|않)|없이|없는|없게|없었으면|빼(?!지)|뺀|뺴|제외|필요\s?(?:없|x)|말고|금지|생략|제거|지우|지워"
    r"|안\s?(?:달|넣|써|쓰|붙|필요|적)|노노|ㄴㄴ|[xX×](?![가-힣A-Za-z]))"
    r"|\b(?:no|without(?: any)?|zero|skip(?: the| any| all)?|omit(?: the| any| all)?)\scomments?\b|\buncommented\b"
    r"|\b(?:don'?t|do not|never)\s(?:add|write|include|use|put|want|need|leave)\b[^.,;\n]{0,20}\bcomments?\b"
    r"|\bcomments?\s(?:are\s)?(?:not|n't|un)\s?(?:needed|necessary|wanted)",
    re.IGNORECASE,
)
_EACH_LINE: Final = re.compile(
    r"(?:한\s?줄\s?한\s?줄|한\s?줄씩|(?:각|매)\s?(?:줄|라인|행)|(?:한\s?)?(?:줄|라인|행)\s?(?:마다|별로|당)|모든\s?(?:줄|라인|행)에?)"
    r"[^.!?\n]{0,16}주석"
    r"|주석(?:은|을|도)?\s?(?:한\s?줄\s?한\s?줄|한\s?줄씩|(?:각|매)\s?(?:줄|라인|행)|(?:코드\s)?(?:한\s?)?(?:줄|라인|행)\s?(?:마다|별로|당)|모든\s?(?:줄|라인|행))"
    r"|\b(?:every|each)(?: single)? line\b[^.;\n]{0,30}\bcomment"
    r"|\bcomments?\b[^.;\n]{0,24}\b(?:every|each)(?: single)? line\b"
    r"|\bline[ -]by[ -]line comments?\b|\bcomments? line by line\b",
    re.IGNORECASE,
)
_MUCH: Final = (
    r"(?:많이|많게|많으면|많았으면|많은|자세히|자세하게|자세한|꼼꼼히|꼼꼼하게|꼼꼼한|상세히|상세하게|상세한|빼곡히|빼곡하게|충분히|충분한|친절히"
    r"|친절하게|친절한|넉넉히|넉넉하게|듬뿍|가득|최대한|빠짐없이|촘촘히|촘촘하게)"
)
_MANY: Final = re.compile(
    rf"주석(?:은|을|도|이|좀)?\s?(?:좀\s?|아주\s?|매우\s?|엄청\s?|되게\s?|정말\s?|진짜\s?|최대한\s?){{0,2}}{_MUCH}|{_MUCH}\s?주석"
    r"|\b(?:lots|plenty|tons|loads) of (?:\w+ )?comments?\b|\b(?:many|detailed|thorough|extensive|generous) comments?\b"
    r"|\b(?:heavily|well|thoroughly|fully|richly) commented\b"
    r"|\bcomment (?:it |the code |everything |this )?"
    r"(?:heavily|thoroughly|in detail|a lot|well|generously|fully|everything)\b",
    re.IGNORECASE,
)


def comments_wanted(said: str) -> Comments:
    """Return how many comments a text wants."""
    for kind, pattern in ((Comments.NONE, _NONE), (Comments.EACH_LINE, _EACH_LINE), (Comments.MANY, _MANY)):
        if pattern.search(said):
            return kind
    return Comments.OPEN
