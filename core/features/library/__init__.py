"""The library: prompts that are kept under a name, found again, and filled anew."""
