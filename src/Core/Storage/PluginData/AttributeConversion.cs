using System.Globalization;
using Clientele.Storage.Writing;

namespace Clientele.Storage.PluginData;

/// <summary>Gives every value of an attribute, past and present, the value that takes its place.</summary>
internal sealed class AttributeConversion(BatchStatements statements, string attribute)
{
    /// <param name="convert">The new value of an old one; <see langword="null"/> when there is none.</param>
    /// <param name="cancellationToken">Stops the converting.</param>
    public async Task<long> RunAsync(Func<string, string?> convert, CancellationToken cancellationToken)
    {
        var converted = 0L;
        foreach (var table in AttributeTables.All)
        {
            converted += await RunAsync(table, convert, cancellationToken).ConfigureAwait(false);
        }

        if (converted > 0)
        {
            await AttributeTables.NoteAsync(statements, "name = @0", [attribute], cancellationToken).ConfigureAwait(false);
        }

        return converted;
    }

    private async Task<long> RunAsync(AttributeTable table, Func<string, string?> convert, CancellationToken cancellationToken)
    {
        // Read first, so that a value that was converted is not converted again.
        var rows = await statements.ListAsync(
            $"SELECT {table.Subject}, from_on, value FROM {table.Name} WHERE name = @0",
            [attribute],
            row => (Subject: row.Id(0).Bytes(), From: row.GetString(1), Value: row.GetString(2)),
            cancellationToken).ConfigureAwait(false);
        var converted = rows.Select(row => (row.Subject, row.From, row.Value, Becomes: convert(row.Value))).ToList();
        var unknown = converted.Where(row => row.Becomes is null).Select(row => row.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw DataChanges.Refused($"convert {attribute}", $"{unknown.Count} stored values have no new one: {string.Join(", ", unknown.Take(5).Select(value => $"'{value}'"))}{(unknown.Count > 5 ? ", …" : "")}.");
        }

        converted.RemoveAll(row => row.Becomes == row.Value);
        foreach (var (subject, from, _, becomes) in converted)
        {
            await statements[$"UPDATE {table.Name} SET value = @3 WHERE {table.Subject} = @0 AND name = @1 AND from_on = @2"].With(subject, attribute, from, becomes).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return converted.Count;
    }

    /// <summary>The product in invariant form; <see langword="null"/> when the value is no number or the product cannot be kept exactly.</summary>
    public static string? Scaled(string value, decimal factor)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        try
        {
            var product = number * factor;
            return product / factor == number ? product.ToString("0.############################", CultureInfo.InvariantCulture) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
