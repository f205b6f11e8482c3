using System.Data.Common;
using System.Globalization;
using Clientele.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clientele.Storage;

/// <summary>How the vocabulary is written into columns and read from them: ids as 16 bytes, days as ISO text, amounts as ten-thousandths.</summary>
internal static class DbExtensions
{
    private const string Day = "yyyy-MM-dd";

    public static async Task ExecuteAsync(this DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the next row; an error of the file in the middle of a result is told as ours.</summary>
    public static async ValueTask<bool> NextAsync(this DbDataReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException error)
        {
            throw SqliteFailure.Explain(error);
        }
    }

    public static byte[] Bytes(this Guid id) => id.ToByteArray(bigEndian: true);

    public static object? Bytes(this Guid? id) => id is { } value ? value.Bytes() : null;

    public static string Text(this DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public static string? Text(this DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static string Text(this DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static long E4(this Money money) => (long)(money.Amount * 10_000m);

    /// <summary>A decimal without needless zeros; whole amounts, which are most, without the division.</summary>
    public static decimal FromE4(long amount) => amount % 10_000 == 0 ? amount / 10_000 : new decimal(amount) / 10_000m;

    public static Guid Id(this DbDataReader reader, int ordinal) => new(reader.Utf8(ordinal), bigEndian: true);

    public static Guid? IdOrNull(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.Id(ordinal);

    public static DateOnly DayAt(this DbDataReader reader, int ordinal) => DayOf(reader.Utf8(ordinal));

    public static DateOnly? DayOrNull(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.DayAt(ordinal);

    public static string? TextOrNull(this DbDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    /// <summary>Reads <c>yyyy-MM-dd</c> without the general parser, which costs ten times as much on a hot path.</summary>
    public static DateOnly DayOf(ReadOnlySpan<byte> text) => text.Length < 10 ? throw new FormatException("A day is not of the form 2026-03-31.") : new(
        (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
        (text[5] - '0') * 10 + (text[6] - '0'),
        (text[8] - '0') * 10 + (text[9] - '0'));

    /// <summary>Reads <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public static DateTimeOffset InstantAt(this DbDataReader reader, int ordinal)
    {
        var text = reader.Utf8(ordinal);
        return new DateTimeOffset(DayOf(text), new TimeOnly(Number(text[11..13]), Number(text[14..16]), Number(text[17..19]), Number(text[20..23])), TimeSpan.Zero);
    }

    /// <summary>The bytes of a column as SQLite holds them, valid until the next row. PostgreSQL will have its own way.</summary>
    public static ReadOnlySpan<byte> Utf8(this DbDataReader reader, int ordinal) => raw.sqlite3_column_blob(((SqliteDataReader)reader).Handle!, ordinal);

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
