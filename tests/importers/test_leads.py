"""A paragraph above a headline that says by its names whose it is."""

from __future__ import annotations

from tests.importers.pictures import vocabulary
from zbreader.importers import build_issue, read_source
from zbreader.model.issue import Issue
from zbreader.resources import resource

MILL = """

# 磨坊里的灯

文/卓小磨

石磨村的磨坊停了三十年，去年春天又转了起来，转的是村里人自己凑的一口气，也是一村人的耐心。

磨坊主人姓卓，五十七岁，年轻时在船上做过木匠，说话慢，手上快，逢人先问吃过没有，再问磨多少豆子。

豆子磨成浆，浆点成豆腐，磨坊的烟囱早上五点就冒烟，村里人闻着豆香起床。
"""
LEAD = (
    "沙溪渡口的老榆树上挂着一口铜钟，摇船人柳三变每天敲两回钟，沙溪渡口两岸的人听着铜钟过河、上学、赶集，一听就是四十年。"
    "铜钟是旧船上拆下来的，老榆树是柳三变的爷爷栽下的，摇船人换了三代，沙溪渡口没有误过一班船。"
)
FERRY = """

# 钟声里的渡口

文/云不归

走进沙溪渡口，先看见老榆树，再看见老榆树上的铜钟。柳三变说，铜钟是旧船上拆下来的，敲两回钟，钟声能传到对岸的学堂。

老榆树下，摇船人柳三变把船绳系好，每天敲两回钟，对岸就有人应声。沙溪渡口两岸的人说，听见铜钟，心就定了。

摇船人换了三代，柳三变是第三代。爷爷栽下老榆树的那年，沙溪渡口还没有铜钟，没有误过一班船，也没有多等过一个人。
"""


def built(between: str) -> Issue:
    """The sample with two articles more and a paragraph BETWEEN them."""
    text = resource("sample", "sample-issue.txt").read_text(encoding="utf-8") + f"{MILL}\n{between}{FERRY}"
    return build_issue(read_source("甲.txt", text.encode()), vocabulary(), source_sha256="0")


def home_of(issue: Issue, text: str) -> str:
    (title,) = {a.title for a in issue.articles if any(text in p.text for p in a.paragraphs)}
    return title


def test_a_lead_goes_down_to_its_own_article() -> None:
    assert home_of(built(LEAD), LEAD) == "钟声里的渡口"


def test_an_ordinary_last_paragraph_stays() -> None:
    last = "如今磨坊里亮着一盏灯，磨坊主人说，豆子磨完了灯才灭，村里人走夜路时，远远地就看见磨坊的灯。"
    assert home_of(built(last), last) == "磨坊里的灯"


def test_a_lead_that_a_caption_cuts_goes_down_whole() -> None:
    first, last = LEAD[:40], LEAD[40:]
    issue = built(f"（石磨镇磨坊合作社 供稿）\n\n{first}\n\n\n\n扫码看视频\n\n\n\n{last}")
    assert home_of(issue, LEAD) == "钟声里的渡口"


def test_a_lead_below_a_paragraph_cut_in_mid_sentence_goes_down() -> None:
    cut = "如今磨坊里亮着一盏灯，磨坊主人说，豆子磨完了灯才灭，村里人走夜路时，远远地就看见磨坊的"
    issue = built(f"{cut}\n\n{LEAD}")
    assert home_of(issue, LEAD) == "钟声里的渡口"
    assert home_of(issue, cut) == "磨坊里的灯"


def test_the_second_half_of_a_cut_paragraph_stays() -> None:
    whole = "如今磨坊里亮着一盏灯，磨坊主人说，豆子磨完了灯才灭，村里人走夜路时，远远地就看见磨坊的灯光，心里就不慌了。"
    issue = built(f"{whole[:44]}\n\n{whole[44:]}")
    assert home_of(issue, whole) == "磨坊里的灯"


def test_a_picture_between_biography_and_headline_stops_no_lead() -> None:
    biography = "柳三变，石磨镇沙溪渡口摇船人，先后获得石磨镇最美渡工、石磨镇优秀村民代表等称号。"
    issue = built(f"磨坊的灯亮到半夜，村里人睡得安稳。■\n\n{biography}\n\n\n\n沙溪渡口的老榆树\n\n\n")
    assert home_of(issue, biography) == "钟声里的渡口"
