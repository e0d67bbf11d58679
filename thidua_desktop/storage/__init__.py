"""SQLite: connection, migrations, repositories, journal, backup. The only package that knows SQL."""
