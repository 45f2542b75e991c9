"""zbreader (支部阅读): reads, marks and studies issues of Chinese magazines, offline."""

__version__ = "0.2.0"
