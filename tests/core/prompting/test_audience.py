import pytest

from core.choices import Level
from core.prompting.audience import Audience, read_audience


@pytest.mark.parametrize(
    ("answer", "audience"),
    [
        (Level.ELEMENTARY, Audience.CHILD),
        (Level.HIGH_SCHOOL, Audience.TEENAGER),
        (Level.UNIVERSITY, Audience.STUDENT),
        (Level.EXPERT, Audience.EXPERT),
        ("중학생", Audience.TEENAGER),
        ("5살 아이", Audience.CHILD),
        ("비개발자 동료", Audience.BEGINNER),
        ("신입 개발자", Audience.BEGINNER),
        ("10년 차 개발자", Audience.EXPERT),
        ("초등학생 자녀를 둔 부모", Audience.PUBLIC),
        ("우리 팀", Audience.PUBLIC),
        ("아이폰 쓰는 사람", Audience.PUBLIC),
        ("new hires", Audience.BEGINNER),
        ("a graduate researcher", Audience.EXPERT),
        ("", Audience.PUBLIC),
    ],
)
def test_a_reader_is_recognised(answer: Level | str, audience: Audience) -> None:
    assert read_audience(answer) is audience
