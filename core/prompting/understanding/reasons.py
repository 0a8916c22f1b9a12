"""Reasons that come with a demand: 엄마가 볼 거라 글씨 크게, 스페인어는 못해서 뜻도."""

import re

from core.prompting.understanding.hangul import final
from core.prompting.understanding.predicates import Mood, read_predicate
from core.prompting.understanding.verbs import is_intransitive, noun_form, stem_of_infinitive


def is_reason(why: str) -> bool:
    """Whether -서 gives a reason (못해서) and not a manner (풀어서, 마트에서)."""
    if why.endswith("라") and (stem_of_infinitive(why.rpartition(" ")[2]) or "").endswith("르"):  # 따라, 골라
        return False
    if not why.endswith("서") or why.endswith(("라서", "이라서")):
        return True
    if why.endswith(("에서", "에게서", "께서", "로서", "면서", "로써")):
        return False
    predicate = read_predicate(why[:-1] + "요")
    if predicate is None:
        return False
    return (
        is_intransitive(predicate.stem)
        or predicate.mood is Mood.MUST
        or predicate.stem.startswith("못")
        or predicate.before.endswith(("못 ", "안 "))
    )


def reason(why: str) -> str:
    """Return a clause of reason as a noun clause: 못해서 → 못함, 영어권이라 → 영어권."""
    if re.search(r"아니라(?:서)?$", why):
        return re.sub(r"라(?:서)?$", "", why).removesuffix("아니") + "아님"
    for pattern, taken in (
        (r"\s?(?:거|것)(?:이)?(?:니까|니|라서|라)$", " 것"),
        (r"(?:이?라서|이?라|이니까|이니|인데|이어서)$", ""),
        (r"기 때문에$", "기 때문"),
    ):
        if re.search(pattern, why) and not re.search(
            r"(?:모|보|쓰|쌓|붙|줄|높|놓|섞|먹)이니(?:까)?$|(?:더|달|몰|골|올|말)라(?:서)?$", why
        ):
            return re.sub(pattern, taken, why)
    for pattern in (r"서$", r"(?:으)?니까$", r"(?:으)?니$", r"는데$", r"ㄴ데$", r"거든요$"):
        if not re.search(pattern, why):
            continue
        cut = re.sub(pattern, "", why)
        predicate = read_predicate(cut + ("어요" if final(cut[-1]) == "ㅆ" else "요" if pattern == r"서$" else "다"))
        if predicate and predicate.mood is Mood.MUST:
            return f"{predicate.before}{predicate.form}야 함"
        if predicate:
            return predicate.before + noun_form(predicate.stem)
        if pattern == r"는데$" and cut and not final(cut[-1]):  # 눈치 보이는데
            return noun_form(cut)
    return why
