using Clientele.Insights;

namespace Clientele.Documents;

/// <summary>An insight as a document shows it: plain data, in which clients are texts with their names.</summary>
/// <param name="Name">Its qualified name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it answers.</param>
/// <param name="Source">Where the definition comes from; empty for the firm's own.</param>
/// <param name="Result">What it found.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InsightFact(string Name, LocalizedText Title, LocalizedText Description, string Source, InsightResult Result)
{
    /// <summary>Makes plain data of an insight.</summary>
    /// <param name="shown">The insight with the names it shows.</param>
    /// <param name="people">Whether people are named; their cells are empty otherwise.</param>
    /// <returns>The data.</returns>
    public static InsightFact Of(ShownInsight shown, bool people)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var (insight, result) = (shown.Run.Insight, shown.Run.Result);
        return new(insight.Name, insight.Title, insight.Description, insight.Source, result with
        {
            Tables = [.. result.Tables.Select(table => table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => Plain(cell, shown, people))] })] })],
        });
    }

    private static InsightCell Plain(InsightCell cell, ShownInsight shown, bool people) => cell switch
    {
        { Contact: not null } when !people => default,
        _ when shown.NameOf(cell) is { } name => InsightCell.Same(name),
        _ => cell,
    };
}
