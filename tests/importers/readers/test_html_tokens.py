from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.importers.readers.html_tokens import Tag, tokens

SOUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<", ">", "<!--", "-->", "<b class='x'>", "<a href=\"", '"', "'", "=", "渡口", "&amp;", "&#",
         "<script>", "</script>", "</", "<![CDATA[", "]]>", "<?", "\n", "&#99999999999999999999;"]
    )
).map("".join)  # fmt: skip


def test_tags_texts_and_references() -> None:
    found = list(tokens('<p CLASS="a>b" hidden>渡&amp;口 &#x4e00;<br/></P>1 < 2'))
    assert found[0] == Tag("p", attributes={"class": "a>b", "hidden": ""})
    assert found[1] == "渡&口 一"
    assert found[2] == Tag("br", empty=True)
    assert found[3] == Tag("p", closes=True)
    assert "".join(token for token in found[4:] if isinstance(token, str)) == "1 < 2"


def test_scripts_and_comments_say_nothing() -> None:
    text = "<script>if (a<b) '</p>'</script><!-- <p>x</p> --><style>p{}</style><SCRIPT>x</SCRIPT>渡口"
    assert [token for token in tokens(text) if isinstance(token, str)] == ["渡口"]


@given(SOUP)
def test_any_soup_is_read_and_nothing_is_made_up(soup: str) -> None:
    said = "".join(token for token in tokens(soup) if isinstance(token, str))
    assert said.count("渡口") <= soup.count("渡口")


@given(st.text(alphabet=st.characters(exclude_characters="<&", codec="utf-8")))
def test_plain_text_is_itself(text: str) -> None:
    assert "".join(map(str, tokens(html.escape(text)))) == text


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a",
        "<!--",
        "<!",
        "<a b='",
        '<a b="',
        "</",
        "<p>",
        "<div><p>",
        "&#9",
        "<script>",
        "<![CDATA[",
        "<a b=c ",
        "<?x",
        "''=\"",
    ],
)
def test_hostile_repetition_ends(piece: str) -> None:
    # Quadratic work on this would take many minutes.
    count = sum(1 for _ in tokens(piece * (1_000_000 // len(piece))))
    assert count <= 1_000_000
