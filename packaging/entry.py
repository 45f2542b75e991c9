"""What a packaged zbreader starts with: PyInstaller's own beginning, then the front door."""

from zbreader.__main__ import main

raise SystemExit(main())
