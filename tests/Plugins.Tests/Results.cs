namespace Clientele.Plugins.Tests;

/// <summary>Reads the parts of a result by name.</summary>
internal static class Results
{
    public static decimal? Figure(this InsightResult result, string name)
    {
        Assert.Null(result.Refusal);
        return result.Figures.Single(figure => figure.Name == name).Value;
    }

    /// <summary>The cells of a column, as people read them in English.</summary>
    public static IReadOnlyList<object?> Column(this InsightResult result, string table, string column)
    {
        Assert.Null(result.Refusal);
        var found = result.Tables.Single(candidate => candidate.Name == table);
        var index = found.Columns.ToList().FindIndex(candidate => candidate.Name == column);
        return [.. found.Rows.Select(row => row.Cells[index]).Select(cell => cell.Number ?? (object?)cell.Text?.En ?? cell.Day ?? cell.Contact ?? (object?)cell.Client)];
    }
}
