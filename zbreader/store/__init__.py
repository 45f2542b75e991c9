"""The library on disk: SQLite, its migrations, and one repository per noun.

`Database` hands out connections; a repository is a module of plain functions that take a connection and speak in the
dataclasses of `zbreader.model`. Which of them belong in one transaction is decided by the services.
"""
