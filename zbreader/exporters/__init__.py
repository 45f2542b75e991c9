"""One way out: notes become a document. One format per file; what is heavy is loaded when it is first written."""

from __future__ import annotations

from zbreader.exporters.registry import Exporter, registry
from zbreader.exporters.template import load_template, template_names
from zbreader.model.study import ExportOptions

__all__ = ["ExportOptions", "Exporter", "load_template", "registry", "template_names"]
