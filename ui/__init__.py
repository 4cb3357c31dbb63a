"""How people talk to the engine: the command line and the page."""
