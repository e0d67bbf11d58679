"""Quyết định: issued here, referred to the level above, registered, scanned, cancelled."""
