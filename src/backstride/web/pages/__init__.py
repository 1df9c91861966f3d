"""Pages: one small file each. A page reads, or calls one command; it decides nothing itself."""
