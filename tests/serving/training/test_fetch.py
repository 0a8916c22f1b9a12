"""What is fetched for the training, from files as their authors write them; all people in them are invented."""

import hashlib
import json
from pathlib import Path

import pytest

from serving.training.fetch import Corpus, klue, konne, main, wnut

_KLUE = """## 토큰, 레이블 구분자 : \\t
## 컬럼명 : CHAR\tNE_TAG
## klue-ner-v1_dev_00000-wikitree\t<김보람:PS> 부장
김\tB-PS
보\tI-PS
람\tI-PS
 \tO
부\tO
장\tO

## klue-ner-v1_dev_00002-wikitree\tleft out
가\tO

## klue-ner-v1_dev_00001-wikitree\t#<한빛:OG><이슬:PS>
#\tO
한\tB-OG
빛\tI-OG
이\tB-PS
슬\tI-PS

"""
_WNUT = "hey\tO\nBo\tB-person\nRam\tI-person\nof\tO\nHanbit\tB-corporation\n\t\nno\tO\n\t\nIseul\tB-person\n?\tO\n"


def test_characters_become_sentences_and_their_labels_spans() -> None:
    assert [json.loads(line) for line in klue(_KLUE).splitlines()] == [
        {"id": "klue-ner-v1_dev_00000-wikitree", "text": "김보람 부장", "spans": [[0, 3, "PS"]]},
        {"id": "klue-ner-v1_dev_00001-wikitree", "text": "#한빛이슬", "spans": [[1, 3, "OG"], [3, 5, "PS"]]},
    ]


def test_words_become_posts_of_which_persons_are_told() -> None:
    assert [json.loads(line) for line in wnut(_WNUT).splitlines()] == [
        {"id": "wnut:902da2fdb5ab", "text": "hey Bo Ram of Hanbit", "spans": [[4, 10, "PS"]]},
        {"id": "wnut:fd1286353570", "text": "no", "spans": []},
        {"id": "wnut:209ded96528a", "text": "Iseul ?", "spans": [[0, 5, "PS"]]},
    ]


def test_every_fourth_sentence_is_left_out() -> None:
    posts = [f"post {number}" for number in range(400)]
    kept = [
        json.loads(line)["text"]
        for line in wnut("\n\t\n".join(post.replace(" ", "\tO\n") + "\tO" for post in posts)).splitlines()
    ]
    assert 270 < len(kept) < 330
    assert kept == [post for post in posts if post in set(kept)]


def test_sentences_lose_their_names() -> None:
    assert konne("train_0\t첫 문장\ntrain_1\t 둘째 문장 \n") == "첫 문장\n둘째 문장\n"


def _corpus(address: str, content: str, name: str = "sentences.txt") -> Corpus:
    return Corpus(name, hashlib.sha256(content.encode()).hexdigest(), address, konne)


def test_what_is_fetched_is_what_was_learnt_from(tmp_path: Path) -> None:
    (tmp_path / "source").write_text("a\t문장\n", "utf-8")
    corpus = _corpus((tmp_path / "source").as_uri(), "문장\n")

    assert main([str(tmp_path / "to")], [corpus]) == 0
    assert (tmp_path / "to" / "sentences.txt").read_text("utf-8") == "문장\n"


def test_what_has_changed_is_refused_and_the_rest_fetched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "source").write_text("a\t문장\n", "utf-8")
    (tmp_path / "changed").write_text("a\t문장!\n", "utf-8")
    address = (tmp_path / "source").as_uri()
    corpora = [
        _corpus(address, "문장\n"),
        _corpus((tmp_path / "absent").as_uri(), "문장\n", "other.txt"),
        _corpus(address, "문장\n", "third.txt"),
    ]

    assert main([str(tmp_path / "to"), "--from", f"sentences.txt={(tmp_path / 'changed').as_uri()}"], corpora) == 1
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["third.txt"]
    assert "sentences.txt" in capsys.readouterr().err
