"""Traces: the words by which a model that strays gives itself away."""

import re
from typing import Final

THINKING: Final = re.compile(r"</?think|\[/?INST\]|</?s>|<\|", re.IGNORECASE)
PREAMBLE: Final = re.compile(
    r"\A\s*(?:네[,.! ]|예[,.! ]|물론|알겠습니다|좋습니다|다음은|아래는|아래와 같|결과[:은]|출력[:은]|답변?:"
    r"|(?:다듬은|수정(?:된|한)|개선(?:된|한)) "
    r"|sure\b|certainly|of course|here(?:'s| is| are)|okay|below is|(?:polished|revised|improved|rewritten)\b)",
    re.IGNORECASE,
)
MARKS: Final = re.compile(
    r"```|\*\*|^[^\S\n]*#|^[^\S\n]*\[[^\]\n]*\]|^[^\S\n]*(?:[-*•]|\d+[.)])\s|</?\w+>", re.MULTILINE
)
"""What lays a text out: fences, headings, bullets, tags."""
QUOTES: Final = ('""', "''", "“”", "‘’", "「」", "『』", "«»")
NAME: Final = re.compile(
    r"(?<![가-힣])"
    r"[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄원천방공현변염추도소석선설마길]"
    r"[가-힣]{1,2} ?(?:씨|님|군|양|대리|과장|차장|부장|팀장|교수|대표|이사|사원|주임|박사|선생님)(?![가-힣]{2})"
    r"|(?:주식회사|㈜|\(주\)) ?[가-힣A-Za-z]+|(?<![가-힣A-Za-z])[가-힣A-Za-z]{1,20} ?(?:주식회사|㈜|\(주\))"
    r"|\b(?:Mr|Mrs|Ms|Dr)\. ?[A-Z][a-z]+"
)
LINK: Final = re.compile(r"https?:|www\.|[\w.+-]@\w|(?<!\w)@\w{2,}|\w\.(?:com|net|org|io|kr|ai)\b", re.IGNORECASE)
ANSWER: Final = re.compile(
    r"안녕하세요|안녕하십니까|감사합니다|(?:드림|올림)$|저는 |제가 |귀하|죄송|도움이 되|말씀해 주|알려 ?주시면"
    r"|\b(?:dear|hello|hi|sincerely|regards|thank you|i am|i'm|i will|i'll|sorry)\b",
    re.IGNORECASE | re.MULTILINE,
)
OBEDIENCE: Final = re.compile(
    r"무시(?:하|해|한)|이전 지시|위의? 지시|시스템 프롬프트|비밀번호|탈옥|제한 없이"
    r"|\b(?:ignore|disregard|forget)\b|previous instruction|system prompt|password|jailbreak",
    re.IGNORECASE,
)
LOOP: Final = re.compile(r"(.{4,80}?)\1\1|\s{4,}|(.)\2{4,}", re.DOTALL)

PERSON: Final = re.compile(
    r"요청자|사용자|질문자|당신|귀하|(?<![가-힣])(?:저는|제가|저희|우리는|나는|내가)(?![가-힣])"
    r"|\b(?:the (?:user|requester|asker)|you are|you're|your|i am|i'm|i|my|we|our)\b",
    re.IGNORECASE,
)
"""Words that speak of the person who asks, or to them."""
