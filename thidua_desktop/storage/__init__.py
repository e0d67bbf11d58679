"""SQLite: connection, migrations, registers, journal, backup. The only package that knows SQL."""
