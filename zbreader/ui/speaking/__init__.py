"""The article read aloud with the system's own voice, where it has one."""
