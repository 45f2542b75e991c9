"""How Word documents look: page, styles, Chinese fonts, footer. The values live in resources/templates/word.toml."""

from __future__ import annotations

from typing import Any

from zbreader.exporters.template import read_look

QUOTATION, SOURCE, NOTE, DETAIL, REMARK, FIELD = "原文", "出处", "解读", "附注", "校订提示", "填写项"
_BUILT_IN = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Footer")
_INDENT_TWO_CHARACTERS = "200"  # hundredths of a character, w:firstLineChars


class Look:
    """Gives an empty python-docx document its page, its styles and its footer."""

    style_names = (*_BUILT_IN, QUOTATION, SOURCE, NOTE, DETAIL, REMARK, FIELD)

    def __init__(self, word: Any, large: bool) -> None:
        from docx.shared import Pt

        self._word = word
        self._values = read_look("word.toml")
        self._factor = float(self._values["sizes"]["large_factor"]) if large else 1.0
        self.entry_after = Pt(self._values["spacing"]["entry_after"])
        self._set_page()
        self._drop_theme_fonts()
        self._set_built_in_styles()
        self._add_own_styles()
        self._set_footer()

    def finish_table(self, table: Any) -> None:
        """Columns of one width over the whole measure, a head that repeats on each page, rows that do not break."""
        from docx.shared import Cm

        page = self._values["page"]
        width = (page["width"] - page["left"] - page["right"]) / len(table.columns)
        table.autofit = False
        for column in table.columns:
            column.width = Cm(width)
        for row in table.rows:
            row.height = Cm(1.0)
            _child(row._tr.get_or_add_trPr(), "w:cantSplit")
            for cell in row.cells:
                cell.width = Cm(width)
        _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")

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

        sizes, fonts, colors = self._values["sizes"], self._values["fonts"], self._values["colors"]
        for name in (QUOTATION, SOURCE, NOTE, DETAIL, REMARK, FIELD):
            self._word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = self._word.styles["Normal"]
        quotation = self._style(QUOTATION, fonts["quotation"], sizes["body"], indented=True)
        source = self._style(SOURCE, fonts["quotation"], sizes["source"], color=colors["source"])
        source.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for style in (quotation, source):
            _bar_and_shade(style, colors["quotation_bar"], colors["quotation_shade"])
        quotation.paragraph_format.keep_with_next = True  # the source never stands alone on the next page
        self._style(NOTE, fonts["body"], sizes["body"], indented=True)
        self._style(DETAIL, fonts["body"], sizes["detail"], color=colors["source"])
        self._style(REMARK, fonts["body"], sizes["detail"], color=colors["remark"])
        field = self._style(FIELD, fonts["body"], sizes["body"])
        section = self._word.sections[0]
        measure = section.page_width - section.left_margin - section.right_margin
        field.paragraph_format.tab_stops.add_tab_stop(measure, leader=WD_TAB_LEADER.LINES)

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
