using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage.Sqlite;

/// <summary>Says in one sentence with a stable code what SQLite says with a number.</summary>
internal static class SqliteFailure
{
    /// <summary>SQLITE_CONSTRAINT_DATATYPE, which the binding lacks.</summary>
    public const int WrongType = 3091;

    /// <summary>Explains an error of a statement. What SQLite refused because of the data leaves the batch usable; everything else is about the file.</summary>
    public static Exception Explain(SqliteException error) => error.SqliteExtendedErrorCode switch
    {
        raw.SQLITE_CONSTRAINT_FOREIGNKEY => new ClienteleException(ErrorCodes.ReferenceUnknown, "The record names a client, contact or matter that is not stored; store it first.", error),
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY => new ClienteleException(ErrorCodes.RecordInvalid, $"Another stored record has the same key ({error.Message}); use that one or give this one a key of its own.", error),
        raw.SQLITE_CONSTRAINT_CHECK or raw.SQLITE_CONSTRAINT_NOTNULL or WrongType => new ClienteleException(ErrorCodes.RecordInvalid, $"The record breaks a rule of the database ({error.Message}).", error),
        _ => error.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new ClienteleException(ErrorCodes.DatabaseBusy, "Another program is writing to the database; wait until it is done and try again.", error),
            raw.SQLITE_INTERRUPT => new OperationCanceledException("The statement was stopped.", error),
            raw.SQLITE_FULL => new ClienteleException(ErrorCodes.DatabaseUnusable, "There is no room left for the database; free some space on its disk and repeat the batch.", error),
            raw.SQLITE_READONLY => new ClienteleException(ErrorCodes.DatabaseUnusable, "The database may only be read; check the permissions of its file and its folder.", error),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new ClienteleException(ErrorCodes.DatabaseUnusable, $"The file is damaged or no database ({error.Message}); restore it from a backup.", error),
            _ => new ClienteleException(ErrorCodes.DatabaseUnusable, $"The database failed ({error.Message}).", error),
        },
    };

    /// <summary>Explains why a file could not be opened.</summary>
    public static Exception ExplainOpening(string file, SqliteException error) =>
        error.SqliteErrorCode == raw.SQLITE_BUSY
            ? Explain(error)
            : new ClienteleException(ErrorCodes.DatabaseUnusable, $"The database '{file}' cannot be opened ({error.Message}); check the path, its permissions, and that it is a Clientele database.", error);
}
