"""One vendor, one home."""
