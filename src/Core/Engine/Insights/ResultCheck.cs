namespace Clientele.Insights;

/// <summary>Judges whether the parts of a result fit together, before anybody shows them: a chart of a table that is not there would otherwise be the fault of whoever draws it.</summary>
internal static class ResultCheck
{
    public static InsightResult Judged(InsightResult result) => Problem(result) is { } problem
        ? InsightResult.Refused(new Reason("malformed", new($"The result does not fit together: {problem}. Ask the author of the insight.", $"结果前后不一致：{problem}。请联系该洞察的作者。")))
        : result;

    private static string? Problem(InsightResult result)
    {
        var tables = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var table in result.Tables)
        {
            var columns = table.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
            if (columns.Count != table.Columns.Count || !tables.TryAdd(table.Name, columns))
            {
                return $"table '{table.Name}'";
            }

            // A row as JSON and as templates read it has the clients it stands for under this name.
            if (columns.Contains("clients"))
            {
                return $"table '{table.Name}', column 'clients'";
            }

            if (table.Rows.Any(row => row.Cells.Count != table.Columns.Count))
            {
                return $"table '{table.Name}', rows / columns";
            }
        }

        return result.Charts
            .Where(chart => chart.Values.Count == 0 || !tables.TryGetValue(chart.Table, out var columns) || !columns.Contains(chart.Label) || chart.Values.Any(value => !columns.Contains(value)))
            .Select(chart => $"chart '{chart.Title.En}', table '{chart.Table}'")
            .FirstOrDefault();
    }
}
