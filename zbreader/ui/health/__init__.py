"""How the program fares: its log, its own mistakes, and the soundness of the library."""
