"""PPTX: slides as people make them."""

from collections.abc import Callable

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Inches

from tests.core.adapters.documents.reading import read, refused
from tests.fakes.documents import changed, compound, picture, powerpoint, slides, zipped

_AT = (Inches(1), Inches(1), Inches(4), Inches(2))


def on_a_slide(*writes: Callable[[Slide], object]) -> Callable[[Presentation], None]:
    def write(presentation: Presentation) -> None:
        for each in writes:
            each(presentation.slides.add_slide(presentation.slide_layouts[6]))

    return write


def box(slide: Slide) -> None:
    slide.shapes.add_textbox(*_AT).text_frame.text = "첫 줄\n둘째 줄"


def shape(slide: Slide) -> None:
    frame = slide.shapes.add_shape(MSO_SHAPE.OVAL, *_AT).text_frame
    assert frame
    frame.text = "도형 글"


def group(slide: Slide) -> None:
    inner = slide.shapes.add_group_shape().shapes.add_group_shape()
    inner.shapes.add_textbox(*_AT).text_frame.text = "묶음 속"


def table(slide: Slide) -> None:
    written = slide.shapes.add_table(2, 2, *_AT).table
    for place, text in enumerate(("이름", "사번", "한지민", "2024-0117")):
        written.cell(place // 2, place % 2).text = text


def notes(slide: Slide) -> None:
    box(slide)
    frame = slide.notes_slide.notes_text_frame
    assert frame
    frame.text = "천천히 말하기"


def chart(slide: Slide) -> None:
    data = CategoryChartData()  # type: ignore[no-untyped-call]  # the library types its shapes alone
    data.categories = ["1분기"]
    data.add_series("매출", (3,))  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, *_AT, data)  # type: ignore[arg-type]
    box(slide)


def drawing(slide: Slide) -> None:
    slide.shapes.add_picture(picture(), *_AT[:2])
    box(slide)


def link(slide: Slide) -> None:
    frame = slide.shapes.add_textbox(*_AT).text_frame
    run = frame.paragraphs[0].add_run()
    run.text = "사내 링크"
    run.hyperlink.address = "http://127.0.0.1:9/"


_BOX = "첫 줄\n둘째 줄"


@pytest.mark.parametrize(
    ("content", "text", "found", "unread"),
    [
        (slides("1분기 실적"), "1분기 실적", {"slides": 1}, {}),
        (slides("하나", "둘", "셋"), "하나\n\n둘\n\n셋", {"slides": 3}, {}),
        (powerpoint(on_a_slide(box)), _BOX, {"slides": 1}, {}),
        (powerpoint(on_a_slide(shape)), "도형 글", {"slides": 1}, {}),
        (powerpoint(on_a_slide(group)), "묶음 속", {"slides": 1}, {}),
        (powerpoint(on_a_slide(table)), "| 이름 | 사번 |\n| 한지민 | 2024-0117 |", {"slides": 1, "tables": 1}, {}),
        (powerpoint(on_a_slide(notes)), f"{_BOX}\n※ 천천히 말하기", {"slides": 1}, {}),
        (powerpoint(on_a_slide(chart)), _BOX, {"slides": 1}, {"charts": 1}),
        (powerpoint(on_a_slide(drawing)), _BOX, {"slides": 1}, {"pictures": 1}),
        (powerpoint(on_a_slide(link)), "사내 링크", {"slides": 1}, {}),
        (changed(slides("가"), {"ppt/vbaProject.bin": b"Sub"}), "가", {"slides": 1}, {"macros": 1}),
    ],
)
def test_it_is_read(content: bytes, text: str, found: dict[str, int], unread: dict[str, int]) -> None:
    assert read(content, "a.pptx") == (text, found, unread)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (slides("가")[:900], "damaged"),
        (slides(), "no_text"),
        (powerpoint(on_a_slide(lambda slide: slide.shapes.add_picture(picture(), *_AT[:2]))), "no_text"),
        (changed(slides("가"), {"ppt/presentation.xml": "<p:presentation"}), "damaged"),
        (changed(slides("가"), {"ppt/slides/slide1.xml": "not xml"}), "damaged"),
        (zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "damaged"),
        (compound({"EncryptedPackage": b"x"}), "encrypted"),
        (compound({"PowerPoint Document": b"x"}), "older"),
        (b"<html>Sign in</html>", "misnamed"),
    ],
)
def test_it_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.pptx") == reason


def test_one_that_inflates_is_refused() -> None:
    files = {f"ppt/{number}.xml": b"" for number in range(10_001)}
    assert refused(changed(slides("가"), files), "a.pptx") == "inflates"
