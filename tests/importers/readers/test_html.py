from __future__ import annotations

import pytest

from zbreader.importers.readers import read_source
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceLine

PAGE = """<!DOCTYPE html><html><head><title>不要</title><style>p{}</style></head><body>
<h1>渡口的灯</h1><p><b>文/柳青禾</b></p>
<p>　　渡口的灯
每天亮，<b>亮</b>了 twenty
years。</p><p>&nbsp;</p>
<div hidden>看不见</div><p style="display: none">也看不见</p><noscript>请打开脚本</noscript>
<ruby>燈<rp>(</rp><rt>deng</rt></ruby>下<br>第二行
<ul><li>一<li>二</ul>
<table><tr><td>把灯点亮<td>12</tr></table>
<pre>甲
  乙</pre></body></html>"""


def lines_of(page: str) -> list[SourceLine]:
    return list(read_source("甲.html", page.encode()).lines)


def test_a_page_as_a_person_reads_it() -> None:
    lines = lines_of(PAGE)
    assert [line.text for line in lines] == [
        "渡口的灯",
        "文/柳青禾",
        "　　渡口的灯每天亮，亮了 twenty years。",
        "",
        "燈下",
        "第二行",
        "一",
        "二",
        "把灯点亮\t12",
        "甲",
        "  乙",
    ]
    assert [line.level for line in lines[:3]] == [1, None, None]
    assert [line.bold for line in lines[:3]] == [False, True, False]


def test_the_page_says_its_encoding() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>灯亮。</p>'
    document = read_source("甲.html", page.encode("gb18030"))
    assert document.lines[0].text == "灯亮。"
    assert document.encoding_confidence == 1.0
    lying = read_source("甲.html", page.replace("gb2312", "utf-8").encode("gb18030"))
    assert lying.lines[0].text == "灯亮。"


def test_page_numbers_of_print_are_kept() -> None:
    page = '<html><p>一<p><span epub:type="pagebreak" title="12"></span>二'
    assert [(line.text, line.page) for line in lines_of(page)] == [("一", None), ("二", 12)]


def test_a_page_without_text_is_told() -> None:
    with pytest.raises(KnownError, match="没有文字"):
        lines_of("<html><body><img src='http://localhost/x.png'><script>x</script></body></html>")


@pytest.mark.parametrize("tag", ["div", "b", "table", "p", "ul", "h1"])
def test_depth_costs_nothing(tag: str) -> None:
    deep = f"<html>{f'<{tag}>' * 100_000}渡口{f'</{tag}>' * 100_000}<p>岸</p>"
    assert [line.text for line in lines_of(deep)][-1] == "岸"


def test_half_a_surrogate_does_not_survive() -> None:
    assert lines_of("<html><p>&#xd842;渡\x01口&#x20bb7;")[0].text == "\ufffd渡口𠮷"
