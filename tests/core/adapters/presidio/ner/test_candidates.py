from core.adapters.presidio.ner.candidates import candidates
from core.adapters.presidio.ner.tagger import Name
from core.adapters.presidio.ner.words import Words

TEXT = "하윤슬이 왔다"


def _found(*tagged: tuple[Name, str]) -> dict[str, tuple[float, float]]:
    offered = candidates(TEXT, tagged, Words(TEXT, ()))
    return {TEXT[one.start : one.end]: (one.probability, round(one.second, 2)) for one in offered}


def test_each_field_has_a_probability_of_its_own() -> None:
    found = _found((Name(0, 3, "PS", 0.9), "second2"), (Name(0, 3, "PS", 0.4), "tagger1"))
    assert found["하윤슬"] == (0.4, 0.9)


def test_what_one_field_does_not_know_is_lent_most_of_what_overlaps() -> None:
    found = _found((Name(0, 3, "PS", 0.9), "second"), (Name(0, 2, "PS", 0.5), "tagger"))
    assert (found["하윤슬"], found["하윤"]) == ((0.45, 0.9), (0.5, 0.81))
