namespace Clientele.Engine.Tests.Insights;

/// <summary>Short ways to read what an insight found.</summary>
internal static class Found
{
    public static async Task<InsightResult> InsightAsync(this TemporaryCrm crm, string name, DateOnly day)
    {
        await crm.Crm.Segments.RunAsync(day);
        return (await crm.Crm.Insights.RunAsync(name, day)).Result;
    }

    public static decimal? Figure(this InsightResult result, string name) => result.Figures.Single(figure => figure.Name == name).Value;

    public static IReadOnlyList<decimal?> Numbers(this InsightResult result, string table, string column)
    {
        var found = result.Tables.Single(one => one.Name == table);
        var index = found.Columns.Select((one, at) => (one.Name, at)).Single(one => one.Name == column).at;
        return [.. found.Rows.Select(row => row.Cells[index].Number)];
    }

    public static IReadOnlyList<string?> Texts(this InsightResult result, string table, string column)
    {
        var found = result.Tables.Single(one => one.Name == table);
        var index = found.Columns.Select((one, at) => (one.Name, at)).Single(one => one.Name == column).at;
        return [.. found.Rows.Select(row => row.Cells[index].Text?.En)];
    }

    /// <summary>Sales of consecutive months, the last in the month of the day.</summary>
    public static async Task SellAsync(this TemporaryCrm crm, Client client, DateOnly day, params IReadOnlyList<decimal> months)
    {
        for (var index = 0; index < months.Count; index++)
        {
            if (months[index] != 0)
            {
                await crm.TouchAsync(client, "core.sale", new DateOnly(day.Year, day.Month, 1).AddMonths(index + 1 - months.Count), months[index]);
            }
        }
    }

    public static Task SetAsync(this TemporaryCrm crm, Client client, string attribute, string value, DateOnly from) =>
        crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, attribute, value, from)));
}
