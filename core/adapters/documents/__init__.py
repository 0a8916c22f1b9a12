"""Reading reference files: plain text here, every other format in a process of its own, one file a format."""
