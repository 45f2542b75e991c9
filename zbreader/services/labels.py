"""What a person calls an issue."""

from __future__ import annotations

from pathlib import PurePath

from zbreader.model.issue import IssueIdentity


def issue_label(identity: IssueIdentity, fallback: str = "") -> str:
    """《刊名》2024年第7期（上半月）, as much of it as is known; without a magazine's name FALLBACK."""
    if not identity.magazine:
        return fallback
    label = f"《{identity.magazine}》"
    if identity.year:
        label += f"{identity.year}年"
    if identity.number:
        label += f"第{identity.number}期"
    elif identity.serial:
        label += f"总第{identity.serial}期"
    if identity.half:
        label += f"（{identity.half}）"
    return label


def file_label(name: str) -> str:
    """A file's name without its folder and ending: how an issue is called that does not say its own name."""
    return PurePath(name).stem or name
