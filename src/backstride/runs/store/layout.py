"""The tables of a store and the marks by which one is known."""

import sqlite3

# "BSrn" in the header of the file, where SQLite keeps a place for whose it is.
APPLICATION = 0x4253726E
FORMAT = 1

# Every row is found by what it is of and not by when it came: two stores of the same files are the same.
_TABLES = (
    """CREATE TABLE contents (
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        ending TEXT NOT NULL,
        told TEXT NOT NULL,
        name TEXT NOT NULL,
        edition TEXT NOT NULL,
        reason TEXT,
        PRIMARY KEY (sha256, ending, told)
    ) WITHOUT ROWID""",
    """CREATE TABLE recordings (
        sha256 TEXT NOT NULL,
        ending TEXT NOT NULL,
        told TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        activity TEXT NOT NULL,
        PRIMARY KEY (sha256, ending, told, place),
        FOREIGN KEY (sha256, ending, told) REFERENCES contents ON DELETE CASCADE
    ) WITHOUT ROWID""",
    """CREATE TABLE archives (
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        name TEXT NOT NULL,
        contents INTEGER NOT NULL CHECK (contents >= 0),
        edition TEXT NOT NULL,
        PRIMARY KEY (sha256, name)
    ) WITHOUT ROWID""",
)


def whose(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """The application, the format, and the number of tables."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return application, version, tables


def lay_out(connection: sqlite3.Connection) -> None:
    """Makes the tables, within the transaction that is open: there are all of them or none."""
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
