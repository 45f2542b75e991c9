from zbreader.__main__ import main

raise SystemExit(main())
