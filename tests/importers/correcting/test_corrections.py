"""Every kind of correction as a picture before and after, and that no list of them loses a character."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.importers.correcting.desk_pictures import SIGNS, corrections, draft_of, picture_of, put_right
from zbreader.importers.correcting.corrections import corrected
from zbreader.importers.draft import FURNITURE, ImportDraft
from zbreader.importers.magazine.assemble import assemble
from zbreader.model.correction import (
    Change,
    Cut,
    Furniture,
    FurnitureKind,
    Join,
    Kind,
    LineKind,
    Mend,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
    Split,
)
from zbreader.model.issue import Finding
from zbreader.model.message import message

PICTURE = """\
# 溪水的声音
@ 文/杜若
溪水从石头上流下
+ 来，绕过老柳树。
修桥的人
修桥的人不问姓名。
# 稻浪
风把稻子吹成浪。
! 农具优惠"""


def after(*changes: Change) -> list[str]:
    return picture_of(put_right(PICTURE, *changes)).split("\n")


def test_nothing_to_put_right_changes_nothing() -> None:
    assert picture_of(put_right(PICTURE)) == PICTURE


def test_split_begins_an_article() -> None:
    done = put_right(PICTURE, Split((5,)))
    assert picture_of(done).split("\n")[4:7] == ["# 修桥的人", "修桥的人不问姓名。", "# 稻浪"]
    assert [article.title for article in done.articles] == ["溪水的声音", "修桥的人", "稻浪"]


def test_split_inside_a_paragraph_cuts_it() -> None:
    done = put_right(PICTURE, Split((4,), "后半", headed=False))
    assert [(a.title, [p.at for p in a.pieces]) for a in done.articles][:2] == [
        ("溪水的声音", [(2,)]),
        ("后半", [(3,), (4,), (5,)]),
    ]


def test_split_of_two_headlines_read_as_one() -> None:
    draft, source = draft_of("# 甲\n# 乙\n正文。")
    draft = replace(draft, articles=(replace(draft.articles[1], headline=(0, 1), title="甲　乙"),))
    done = corrected(draft, corrections(Split((2,))), source)
    assert picture_of(done) == "# 甲\n# 乙\n正文。"
    assert [a.title for a in done.articles] == ["甲　乙", "乙"]


def test_split_takes_an_article_out_of_furniture() -> None:
    done = put_right("# 甲\n正文。\n! 乙题\n! 乙文。\n# 丙\n丙文。", Split((3,)))
    assert picture_of(done) == "# 甲\n正文。\n# 乙题\n乙文。\n# 丙\n丙文。"


def test_merge_makes_a_false_headline_a_heading() -> None:
    assert after(Merge((7,)))[5:8] == ["修桥的人不问姓名。", "= 稻浪", "风把稻子吹成浪。"]
    assert "没有文章" in str(put_right(PICTURE, Merge((1,))).findings[0].message)


def test_move_to_another_article() -> None:
    assert after(Move((6,), 7))[5:8] == ["# 稻浪", "修桥的人不问姓名。", "风把稻子吹成浪。"]


def test_move_into_a_paragraph_cuts_it_and_keeps_what_was_joined() -> None:
    assert after(Move((8,), 3))[2:5] == ["溪水从石头上流下", "风把稻子吹成浪。", "来，绕过老柳树。"]
    assert after(Move((3, 4), 8))[6:8] == ["溪水从石头上流下", "+ 来，绕过老柳树。"]


def test_an_article_whose_headline_was_moved_away_goes_on_the_one_before() -> None:
    done = put_right(PICTURE, Join((6, 7)))
    assert [article.title for article in done.articles] == ["溪水的声音"]
    assert picture_of(done).split("\n")[5:8] == ["修桥的人不问姓名。", "+ 稻浪", "风把稻子吹成浪。"]


def test_retitle_keeps_the_id() -> None:
    draft, _ = draft_of(PICTURE)
    ids = [article.id for article in assemble(draft, "0" * 64).articles]
    done = assemble(put_right(PICTURE, Retitle((1,), "溪水之声")), "0" * 64)
    assert [article.title for article in done.articles] == ["溪水之声", "稻浪"]
    assert [article.id for article in done.articles] == ids
    assert done.articles[0].confidence == 1.0


def test_a_new_article_never_takes_the_id_of_an_old_one() -> None:
    draft, _ = draft_of(PICTURE)
    old = assemble(draft, "0" * 64).articles[1]
    done = assemble(put_right(PICTURE, Split((5,), "稻浪")), "0" * 64)
    assert [article.title for article in done.articles] == ["溪水的声音", "稻浪", "稻浪"]
    assert done.articles[2].id == old.id != done.articles[1].id


def test_reauthor_and_regroup() -> None:
    article = put_right(PICTURE, Reauthor((1,), ("甲", "乙")), Regroup((7,), "乡间", "水")).articles
    assert article[0].authors == ("甲", "乙")
    assert (article[1].column, article[1].group) == ("乡间", "水")


def test_join_takes_the_rest_of_the_paragraph_along() -> None:
    assert after(Join((5, 3)))[2:5] == ["修桥的人", "+ 溪水从石头上流下", "+ 来，绕过老柳树。"]


def test_a_confirmed_join_is_certain_and_its_finding_is_gone() -> None:
    draft, source = draft_of(PICTURE)
    draft = draft.with_findings(Finding("flow", (3, 4), message("存疑"), 0.4))
    done = corrected(draft, corrections(Join((3, 4))), source)
    assert (done.articles[0].pieces[0].confidence, done.findings) == (1.0, ())


def test_cut_before_a_line_and_inside_one() -> None:
    assert after(Cut((4,)))[2:4] == ["溪水从石头上流下", "来，绕过老柳树。"]
    assert after(Cut((4,), 2))[2:5] == ["溪水从石头上流下", "+ 来，", "绕过老柳树。"]


def test_a_headline_glued_to_its_text_is_parted_from_it() -> None:
    done = put_right("# 甲\n甲文。\n乙题　乙文从这里开始。", Cut((3,), 3), Split((3,), start=0))
    assert picture_of(done) == "# 甲\n甲文。\n# 乙题\n乙文从这里开始。"


def test_kind_of_paragraphs_and_of_heads() -> None:
    assert after(Kind((5,), LineKind.HEADING))[4] == "= 修桥的人"
    assert after(Kind((4,), LineKind.CAPTION))[2:4] == ["溪水从石头上流下", "~ 来，绕过老柳树。"]
    assert after(Kind((6,), LineKind.KICKER))[5:7] == ["^ 修桥的人不问姓名。", "# 稻浪"]
    assert after(Kind((2,), LineKind.BODY))[:3] == ["# 溪水的声音", "文/杜若", "溪水从石头上流下"]
    assert after(Kind((9,), LineKind.BODY))[-1] == "农具优惠"


def test_a_byline_gives_its_authors() -> None:
    done = put_right("# 甲\n文/白露\n正文。", Kind((2,), LineKind.BYLINE))
    assert (picture_of(done), done.articles[0].authors) == ("# 甲\n@ 文/白露\n正文。", ("白露",))


def test_furniture_leaves_the_article() -> None:
    assert after(Furniture((5, 6), FurnitureKind.NOTICE))[4:] == [
        "# 稻浪",
        "风把稻子吹成浪。",
        "! 修桥的人",
        "! 修桥的人不问姓名。",
        "! 农具优惠",
    ]


def test_a_part_of_a_line_leaves_the_article() -> None:
    done = put_right("# 甲\n正文。广告：来电。", Furniture((2,), FurnitureKind.ADVERTISEMENT, 3))
    assert picture_of(done) == "# 甲\n正文。\n! 广告：来电。"


def test_mend_replaces_puts_in_and_takes_out() -> None:
    assert after(Mend((6,), 2, 3, "的", "之"))[5] == "修桥之人不问姓名。"
    assert after(Mend((6,), 0, 0, "", "那"))[5] == "那修桥的人不问姓名。"
    assert after(Mend((6,), 2, 3, "的", ""))[5] == "修桥人不问姓名。"
    assert after(Mend((6,), 0, 1, "修", "架"), Mend((6,), 2, 3, "的", "之"))[5] == "架桥之人不问姓名。"


def test_the_later_of_two_mends_counts() -> None:
    assert after(Mend((6,), 0, 1, "修", "架"), Mend((6,), 0, 2, "修桥", "铺路"))[5] == "铺路的人不问姓名。"


def test_mended_headlines_and_names() -> None:
    done = put_right(PICTURE, Mend((1,), 0, 1, "溪", "泉"), Mend((2,), 3, 4, "若", "仲"))
    assert (done.articles[0].title, done.articles[0].authors) == ("泉水的声音", ("杜仲",))
    assert done.articles[0].known_as == "溪水的声音"


def test_a_wrapped_line_is_parted_only_where_it_must_be() -> None:
    wrapped = "# 甲\n溪水从石头上流下来，\n- 绕过老柳树，\n- 一直流到磨坊。"
    whole = "溪水从石头上流下来，绕过老柳树，一直流到磨坊。"
    assert picture_of(put_right(wrapped, Retitle((1,), "乙"))) == f"# 甲\n{whole}"
    assert picture_of(put_right(wrapped, Cut((3,)))) == "# 甲\n溪水从石头上流下来，\n绕过老柳树，\n+ 一直流到磨坊。"
    assert picture_of(put_right(wrapped, Mend((3,), 2, 3, "老", "古"))) == f"# 甲\n{whole.replace('老', '古')}"
    assert picture_of(put_right(wrapped, Furniture((3,), FurnitureKind.QR))).endswith("! 绕过老柳树，")


def test_what_makes_no_sense_any_more_is_told() -> None:
    done = put_right(PICTURE, Merge((99,)), Mend((6,), 0, 1, "造", "架"), Move((6,), 9), Cut((9,)), Retitle((9,), "无"))
    assert picture_of(done) == PICTURE
    assert [finding.rule for finding in done.findings] == ["corrections"] * 5


def test_order_counts() -> None:
    first, second = Split((5,)), Retitle((6,), "另一个题目")
    assert [a.title for a in put_right(PICTURE, first, second).articles] == ["溪水的声音", "另一个题目", "稻浪"]
    assert [a.title for a in put_right(PICTURE, second, first).articles] == ["另一个题目", "修桥的人", "稻浪"]


LINES = st.integers(1, 9)
LISTS = st.lists(LINES, min_size=1, max_size=3).map(tuple)
TITLES = st.sampled_from(["题", "另题", "𠮷"])
STARTS = st.none() | st.integers(0, 6)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Split, LISTS, st.none() | TITLES, st.booleans(), st.none()),
    st.builds(Split, LINES.map(lambda n: (n,)), st.none() | TITLES, st.booleans(), STARTS),
    st.builds(Merge, LISTS),
    st.builds(Move, LISTS, LINES),
    st.builds(Retitle, LISTS, TITLES),
    st.builds(Reauthor, LISTS, st.just(("甲",))),
    st.builds(Regroup, LISTS, st.just("栏")),
    st.builds(Join, st.tuples(LINES, LINES)),
    st.builds(Cut, LINES.map(lambda n: (n,)), st.integers(0, 6)),
    st.builds(Kind, LISTS, st.sampled_from(LineKind), st.none()),
    st.builds(Kind, LINES.map(lambda n: (n,)), st.sampled_from(LineKind), STARTS),
    st.builds(Furniture, LISTS, st.sampled_from(FurnitureKind), st.none()),
    st.builds(Furniture, LINES.map(lambda n: (n,)), st.sampled_from(FurnitureKind), STARTS),
)
ROWS = st.tuples(
    st.sampled_from([*(f"{sign} " for sign in SIGNS), "+ ", "- ", "", ""]), st.text("甲乙丙，。 a-", min_size=1)
)
PICTURES = st.lists(ROWS, min_size=1, max_size=9).map(
    lambda rows: "\n".join(["# 题", *(sign + (text.strip() or "丁") for sign, text in rows)])
)


def characters(draft: ImportDraft) -> Counter[str]:
    """The printing characters of everything that has a place; the hyphen of a wrapped word comes and goes."""
    placed = [index for a in draft.articles for index in (*a.kicker, *a.headline, *a.subtitle, *a.bylines)]
    placed += [index for a in draft.articles for piece in a.pieces for index in piece.at]
    placed += [index for index, line in enumerate(draft.lines) if line.role in FURNITURE]
    assert len(placed) == len(set(placed)), "a line has two places"
    return Counter(c for index in placed for c in draft.lines[index].text if not c.isspace() and c != "-")


@given(PICTURES, st.lists(CHANGES, max_size=6))
def test_no_corrections_lose_or_double_a_character(picture: str, changes: list[Change]) -> None:
    draft, source = draft_of(picture)
    done = corrected(draft, corrections(*changes), source)
    assert characters(done) == characters(draft)
    assemble(done, "0" * 64)


@given(PICTURES, st.lists(CHANGES, max_size=3), st.integers(1, 9), st.integers(0, 4), st.integers(0, 3))
def test_a_mend_changes_only_what_it_names(
    picture: str, changes: list[Change], line: int, start: int, length: int
) -> None:
    draft, source = draft_of(picture)
    old = source.get(line, "")[start : start + length]
    mend = Mend((line,), start, start + len(old), old, "新")
    plain, mended = (corrected(draft, corrections(*some), source) for some in (changes, [*changes, mend]))
    if any(finding.lines == (line,) for finding in mended.findings if "改字" in str(finding.message)):
        assert characters(mended) == characters(plain)
    else:
        lost, won = characters(plain) - characters(mended), characters(mended) - characters(plain)
        assert won == Counter("新")
        assert lost == Counter(c for c in old if not c.isspace() and c != "-")
