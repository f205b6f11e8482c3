using System.Text.Json.Serialization;

namespace Clientele;

/// <summary>A table of an insight.</summary>
/// <param name="Name">Its name within the insight: lower-case letters, digits and underscores.</param>
/// <param name="Title">What people read.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with as many cells as there are columns.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InsightTable(string Name, LocalizedText Title, IReadOnlyList<InsightColumn> Columns, IReadOnlyList<InsightRow> Rows);

/// <summary>A column of an insight's table.</summary>
/// <param name="Name">Its name within the table: lower-case letters, digits and underscores; not <c>clients</c>, under which a row has the clients it stands for.</param>
/// <param name="Title">What people read.</param>
/// <param name="Unit">What its numbers count.</param>
public sealed record InsightColumn(string Name, LocalizedText Title, MeasureUnit Unit = MeasureUnit.Number);

/// <summary>A row of an insight's table.</summary>
/// <param name="Cells">Its cells, in the order of the columns.</param>
public sealed record InsightRow(params IReadOnlyList<InsightCell> Cells)
{
    /// <summary>The clients the row stands for, so that every number and every mark of a chart can be traced; empty for a row about nobody in particular.</summary>
    public IReadOnlyList<ClientId> Clients { get; init; } = [];
}

/// <summary>A cell: a number, a text, a day, a client, a person, or nothing.</summary>
/// <remarks>Immutable and thread-safe. The default is an empty cell. A client or a person is shown by name where the reader may see it.</remarks>
public readonly record struct InsightCell
{
    /// <summary>The number of a cell that holds one.</summary>
    [JsonInclude]
    public decimal? Number { get; private init; }

    /// <summary>The text of a cell that holds one.</summary>
    [JsonInclude]
    public LocalizedText? Text { get; private init; }

    /// <summary>The day of a cell that holds one.</summary>
    [JsonInclude]
    public DateOnly? Day { get; private init; }

    /// <summary>The client of a cell that holds one.</summary>
    [JsonInclude]
    public ClientId? Client { get; private init; }

    /// <summary>The person of a cell that holds one.</summary>
    [JsonInclude]
    public ContactId? Contact { get; private init; }

    /// <summary>A cell with a number; an empty one for <see langword="null"/>.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator InsightCell(decimal? number) => new() { Number = number };

    /// <summary>A cell with a number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator InsightCell(decimal number) => new() { Number = number };

    /// <summary>A cell with a count.</summary>
    /// <param name="number">The count.</param>
    public static implicit operator InsightCell(long number) => new() { Number = number };

    /// <summary>A cell with a text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator InsightCell(LocalizedText? text) => new() { Text = text };

    /// <summary>A cell with a day.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator InsightCell(DateOnly? day) => new() { Day = day };

    /// <summary>A cell with a client.</summary>
    /// <param name="client">The client.</param>
    public static implicit operator InsightCell(ClientId client) => new() { Client = client };

    /// <summary>A cell with a person.</summary>
    /// <param name="contact">The person.</param>
    public static implicit operator InsightCell(ContactId contact) => new() { Contact = contact };

    /// <summary>A cell with a text that is the same in both languages; an empty one for a blank text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static InsightCell Same(string? text) => string.IsNullOrWhiteSpace(text) ? default : new() { Text = LocalizedText.Same(text) };

    /// <summary>A cell with a measured number; an empty one when it is not finite.</summary>
    /// <param name="number">The number.</param>
    /// <param name="decimals">How many decimals to keep, from 0 to 15.</param>
    /// <returns>The cell.</returns>
    public static InsightCell Measured(double number, int decimals = 6) =>
        double.IsFinite(number) && Math.Abs(number) < 1e15 ? new() { Number = Math.Round((decimal)number, decimals) } : default;
}
