"""The interview without I/O: events in, replies out."""
