"""How Word documents look: page, styles, Chinese fonts, footer. The values live in resources/templates/word.toml."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zbreader.exporters.template import read_look

QUOTATION, SOURCE, NOTE, DETAIL, REMARK, FIELD = "原文", "出处", "解读", "附注", "校订提示", "填写项"
LABEL, CARD, CARD_SOURCE, GAP, CONTENTS, RULED = "栏名", "金句", "金句出处", "间隔", "目录项", "横线"
_OWN = (QUOTATION, SOURCE, NOTE, DETAIL, REMARK, FIELD, LABEL, CARD, CARD_SOURCE, GAP, CONTENTS, RULED)
_BUILT_IN = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Footer")
_INDENT_TWO_CHARACTERS = "200"  # hundredths of a character, w:firstLineChars


class Look:
    """Gives an empty python-docx document its page, its styles and its footer."""

    style_names = (*_BUILT_IN, *_OWN)

    def __init__(self, word: Any, large: bool) -> None:
        self._word = word
        self._values = read_look("word.toml")
        self._factor = float(self._values["sizes"]["large_factor"]) if large else 1.0
        self.cover_size = float(self._values["sizes"]["cover"])  # points
        self.cover_before = float(self._values["spacing"]["cover_before"])
        self._set_page()
        self._drop_theme_fonts()
        self._set_built_in_styles()
        self._add_own_styles()
        self._set_footer()
        self._name_other_fonts()

    @property
    def measure(self) -> float:
        """Width of the text in centimetres."""
        page = self._values["page"]
        return float(page["width"] - page["left"] - page["right"])

    def set_widths(self, table: Any, widths: Sequence[float]) -> None:
        """Give the columns of TABLE their widths (centimetres), which no long word may change."""
        from docx.shared import Cm

        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)

    def repeat_head(self, table: Any) -> None:
        """The first row of TABLE stands again on each page."""
        _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")

    def keep_row(self, row: Any) -> None:
        """ROW does not break over two pages: for cards, which are short."""
        _child(row._tr.get_or_add_trPr(), "w:cantSplit")

    def shade(self, cell: Any) -> None:
        """The light ground of a label."""
        _child(
            cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=self._values["colors"]["label_shade"]
        )

    def line_height(self) -> Any:
        """Height of one line to write on."""
        from docx.shared import Cm

        return Cm(self._values["spacing"]["hand_line"] * (1.25 if self._factor > 1 else 1.0))

    def _set_page(self) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Cm

        page, section = self._values["page"], self._word.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(page["width"]), Cm(page["height"])
        section.top_margin, section.bottom_margin = Cm(page["top"]), Cm(page["bottom"])
        section.left_margin, section.right_margin = Cm(page["left"]), Cm(page["right"])

    def _drop_theme_fonts(self) -> None:
        """The template names its default fonts by theme, which wins over names and knows no Chinese ones."""
        from docx.oxml.ns import qn

        defaults = self._word.styles.element.find(qn("w:docDefaults"))
        run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
        _set_fonts(run, self._values["fonts"]["ascii"], self._values["fonts"]["body"])
        language = run.find(qn("w:lang"))
        language.set(qn("w:eastAsia"), "zh-CN")

    def _set_built_in_styles(self) -> None:
        sizes, heading = self._values["sizes"], self._values["fonts"]["heading"]
        self._style("Normal", self._values["fonts"]["body"], sizes["body"])
        self._style("Title", heading, sizes["title"], centred=True)
        self._style("Subtitle", self._values["fonts"]["body"], sizes["body"], centred=True)
        self._style("Footer", self._values["fonts"]["body"], sizes["footer"], centred=True)
        for name, size in (("Heading 1", "issue"), ("Heading 2", "article"), ("Heading 3", "body")):
            style = self._style(name, heading, sizes[size])
            _space(style, self._values["spacing"]["heading_before"], self._values["spacing"]["heading_after"])
            style.paragraph_format.keep_with_next = True
        _space(self._word.styles["Title"], 0, self._values["spacing"]["title_after"])

    def _add_own_styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
        from docx.shared import Cm

        sizes, fonts, colors = self._values["sizes"], self._values["fonts"], self._values["colors"]
        for name in _OWN:
            self._word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = self._word.styles["Normal"]
        quotation = self._style(QUOTATION, fonts["quotation"], sizes["body"], indented=True)
        source = self._style(SOURCE, fonts["quotation"], sizes["source"], color=colors["source"])
        source.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for style in (quotation, source):
            _bar_and_shade(style, colors["quotation_bar"], colors["quotation_shade"])
        for style in (quotation, source):  # neither the source nor what is said of it begins the next page alone
            style.paragraph_format.keep_with_next = True
        self._style(NOTE, fonts["body"], sizes["body"], indented=True)
        self._style(DETAIL, fonts["body"], sizes["detail"], color=colors["source"])
        self._style(REMARK, fonts["body"], sizes["detail"], color=colors["remark"])
        self._style(FIELD, fonts["body"], sizes["cell"])
        self._style(LABEL, fonts["heading"], sizes["cell"])
        card = self._style(CARD, fonts["card"], sizes["card"], indented=True)
        _space(card, 4, 0)
        card_source = self._style(CARD_SOURCE, fonts["card"], sizes["source"], color=colors["source"])
        card_source.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _space(card_source, 6, 4)
        gap = self._style(GAP, fonts["body"], sizes["gap"])
        gap.paragraph_format.line_spacing = 1.0
        self._style(CONTENTS, fonts["body"], sizes["body"])
        top = self._values["spacing"]["cell_top"]
        for name in (FIELD, LABEL):
            self._word.styles[name].paragraph_format.line_spacing = self._values["spacing"]["cell_line"]
            _space(self._word.styles[name], top, top)
        ruled = self._style(RULED, fonts["body"], sizes["body"])
        ruled.paragraph_format.tab_stops.add_tab_stop(Cm(self.measure), leader=WD_TAB_LEADER.LINES)

    def _style(
        self, name: str, font: str, size: float, *, centred: bool = False, indented: bool = False, color: str = "000000"
    ) -> Any:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        style = self._word.styles[name]
        style.font.size = Pt(round(size * self._factor * 2) / 2)
        style.font.color.rgb = RGBColor.from_string(color)
        style.font.bold = style.font.italic = False
        _set_fonts(style.element.get_or_add_rPr(), self._values["fonts"]["ascii"], font)
        paragraph = style.paragraph_format
        paragraph.widow_control = True
        paragraph.line_spacing = self._values["spacing"]["line"]
        _space(style, 0, 0)
        _drop_border(style)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if indented:
            _indent_first_line(style, Pt(size * self._factor * 2))
        return style

    def _set_footer(self) -> None:
        paragraph = self._word.sections[0].footer.paragraphs[0]
        paragraph.style = self._word.styles["Footer"]
        for text, field in (("第", "PAGE"), ("页　共", "NUMPAGES"), ("页", "")):
            paragraph.add_run(text)
            if field:
                _add_field(paragraph, field)

    def _name_other_fonts(self) -> None:
        """Other names for the fonts, for systems that lack them (ECMA-376, 17.8.3.1, altName)."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        fonts = "".join(
            f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
            for name, others in self._values["fallbacks"].items()
        )
        namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        table = self._word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
        table._blob = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="{namespace}">{fonts}</w:fonts>'.encode()


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def _set_fonts(run_properties: Any, ascii_font: str, chinese_font: str) -> None:
    """Name the fonts of both scripts and drop the theme's, which would win over them."""
    from docx.oxml.ns import qn

    fonts = run_properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script, font in (("ascii", ascii_font), ("hAnsi", ascii_font), ("cs", ascii_font), ("eastAsia", chinese_font)):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:hint"), "eastAsia")


def prefer_chinese(run: Any) -> None:
    """Let “”‘’…—· come from the Chinese font: they belong to both scripts, and Word takes the Latin one unasked."""
    from docx.oxml.ns import qn

    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")


def _space(style: Any, before: float, after: float) -> None:
    from docx.shared import Pt

    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _indent_first_line(style: Any, fallback: Any) -> None:
    """Two characters, whatever the size; the length in points is for programs that do not know firstLineChars."""
    from docx.oxml.ns import qn

    style.paragraph_format.first_line_indent = fallback
    style.element.pPr.ind.set(qn("w:firstLineChars"), _INDENT_TWO_CHARACTERS)


def _drop_border(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _bar_and_shade(style: Any, bar: str, shade: str) -> None:
    """A bar on the left and a light ground. The schema fixes the order of properties: both follow widowControl."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    borders, ground = OxmlElement("w:pBdr"), OxmlElement("w:shd")
    _child(borders, "w:left", val="single", sz="18", space="8", color=bar)
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
        ground.set(qn(f"w:{name}"), value)
    widow = properties.find(qn("w:widowControl"))
    widow.addnext(borders)
    borders.addnext(ground)


def _add_field(paragraph: Any, code: str) -> None:
    """A complex field (ECMA-376, 17.16.18) with a placeholder result; Word counts when it opens the document."""
    from docx.oxml.ns import qn

    for kind in ("begin", "code", "separate", "result", "end"):
        run = paragraph.add_run("1" if kind == "result" else "")
        if kind == "code":
            _child(run._r, "w:instrText").text = f" {code} "
            run._r[-1].set(qn("xml:space"), "preserve")
        elif kind != "result":
            _child(run._r, "w:fldChar", fldCharType=kind)
