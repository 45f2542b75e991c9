"""Takes the floor away from under a library: programs killed at random moments, disks that fail, power that goes.

`python -m tools.torture` (`make torture`) prints what was done and what was lost. Each part can be run with a seed, and
does the same again with the same one as far as the machine's clock allows.
"""
