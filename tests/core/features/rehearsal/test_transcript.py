"""The transcript as Markdown."""

from core.features.rehearsal.cast import CAST
from core.features.rehearsal.review import Point, Review
from core.features.rehearsal.talk import TalkLine, Who
from core.features.rehearsal.transcript import transcript
from core.privacy.text import MaskedText
from core.values.locale import Locale

LEAD = CAST[Locale.KO]["team_lead"]


def test_the_whole_rehearsal() -> None:
    lines = (
        TalkLine(Who.PERSON, MaskedText("이틀만 미뤄 주세요. {이름1} 님도 알아요.")),
        TalkLine(Who.PERSONA, MaskedText("왜요?")),
        TalkLine(Who.PERSON, MaskedText("# 데이터*가* 틀려서요")),
    )
    review = Review((Point(MaskedText("숫자가 있었어요."), MaskedText("이틀만")),), (), (Point(MaskedText("짧게")),))
    assert transcript(LEAD, MaskedText("마감 연장"), lines, review, Locale.KO) == (
        "# 대화 연습: 깐깐한 팀장\n\n"
        "- 상대: 깐깐한 팀장 – 숫자와 일정이 없는 보고는 돌려보내는 팀장\n"
        "- 전하려던 것: 마감 연장\n\n"
        "## 대화\n\n"
        "**깐깐한 팀장**: 네, 들어와요. 10분 있어요. 결론부터 말해 볼래요?\n\n"
        "**나**: 이틀만 미뤄 주세요. {이름1} 님도 알아요.\n\n"
        "**깐깐한 팀장**: 왜요?\n\n"
        "**나**: \\# 데이터\\*가\\* 틀려서요\n\n"
        "## 통한 말\n\n- ‘이틀만’ – 숫자가 있었어요.\n\n"
        "## 다음에 해 볼 것\n\n- 짧게\n"
    )
