"""Reading reference files: PDFs by pypdf in a process of their own, plain texts here."""
