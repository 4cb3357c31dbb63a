"""How shapes get in: scan folders, read and render in limited processes, encode in batches, record."""
