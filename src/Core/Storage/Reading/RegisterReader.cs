using System.Data.Common;
using System.Text;
using Clientele.Storage.Sqlite;

namespace Clientele.Storage.Reading;

/// <summary>Reads the entries of registers.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class RegisterReader
{
    internal const string Columns = "id, register, version, fields, from_on, until_on, author, role, because, superseded_by, source, recorded_at, ended_because";

    private readonly SqliteDatabase _database;

    internal RegisterReader(SqliteDatabase database) => _database = database;

    /// <summary>Streams the entries of a register in force on a day, in the order of their keys.</summary>
    /// <param name="register">The register.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries.</returns>
    public IAsyncEnumerable<RegisterEntry> InForceAsync(string register, DateOnly asOf, CancellationToken cancellationToken = default) => Query.RowsAsync(
        _database, $"SELECT {Columns} FROM register_entry WHERE register = @0 AND from_on <= @1 AND (until_on IS NULL OR until_on > @1) ORDER BY key, version", [register, asOf.Text()], Read, cancellationToken);

    /// <summary>Streams all versions of a register, in the order of their keys, the oldest first.</summary>
    /// <param name="register">The register.</param>
    /// <param name="key">Only the versions of this key; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The versions.</returns>
    public IAsyncEnumerable<RegisterEntry> HistoryAsync(string register, string? key = null, CancellationToken cancellationToken = default) => Query.RowsAsync(
        _database, $"SELECT {Columns} FROM register_entry WHERE register = @0 AND (@1 IS NULL OR key = @1) ORDER BY key, version", [register, key], Read, cancellationToken);

    /// <summary>Finds the version of a key that is in force on a day.</summary>
    /// <param name="register">The register.</param>
    /// <param name="key">The key.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when none is.</returns>
    public Task<RegisterEntry?> InForceAsync(string register, string key, DateOnly asOf, CancellationToken cancellationToken = default) => Query.FirstAsync(
        _database, $"SELECT {Columns} FROM register_entry WHERE register = @0 AND key = @1 AND from_on <= @2 AND (until_on IS NULL OR until_on > @2) ORDER BY version DESC", [register, key, asOf.Text()], Read, cancellationToken);

    /// <summary>Finds a version.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when it is not stored.</returns>
    public Task<RegisterEntry?> FindAsync(RegisterEntryId id, CancellationToken cancellationToken = default) =>
        Query.FirstAsync(_database, $"SELECT {Columns} FROM register_entry WHERE id = @0", [id.Value.Bytes()], Read, cancellationToken);

    /// <summary>Finds the version of a register whose id begins so.</summary>
    /// <param name="register">The register.</param>
    /// <param name="firstBytes">The first bytes of the id, at most 16.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version; <see langword="null"/> when there is none.</returns>
    public Task<RegisterEntry?> FindAsync(string register, byte[] firstBytes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firstBytes);
        byte[] last = [.. firstBytes, .. Enumerable.Repeat((byte)0xFF, 16 - firstBytes.Length)];
        return Query.FirstAsync(_database, $"SELECT {Columns} FROM register_entry WHERE register = @0 AND id >= @1 AND id <= @2", [register, firstBytes, last], Read, cancellationToken);
    }

    internal static RegisterEntry Read(DbDataReader reader) => new()
    {
        Id = new(reader.Id(0)),
        Register = reader.GetString(1),
        Version = reader.GetInt32(2),
        Fields = DetailsJson.Read(Encoding.UTF8.GetBytes(reader.GetString(3))),
        From = reader.DayAt(4),
        Until = reader.DayOrNull(5),
        Author = reader.GetString(6),
        Role = reader.GetString(7),
        Because = reader.GetString(8),
        SupersededBy = reader.IdOrNull(9) is { } by ? new RegisterEntryId(by) : null,
        Source = reader.GetString(10),
        RecordedAt = reader.InstantAt(11),
        EndedBecause = reader.GetString(12),
    };
}
