using Clientele.Insights;

namespace Clientele.Care;

/// <summary>Finds whom an insight lists, and what it says about each.</summary>
internal sealed class InsightPlanning(PlanningDay day, InsightDesk insights, InsightPolicy policy)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var from = new DateOnly(day.AsOf.Year, day.AsOf.Month, 1);
        var due = from.AddDays(policy.AfterDays);
        if (due > day.Until)
        {
            return [];
        }

        var result = (await insights.RunAsync(policy.Insight, day.AsOf, cancellationToken).ConfigureAwait(false)).Result;
        var done = await day.Store.FollowUps.DoneAsync(policy.Name, cancellationToken).ConfigureAwait(false);
        var rows = result.Tables.Where(table => table.Name == policy.Table).SelectMany(table => table.Rows);
        var wanted = new List<FollowUp>();
        foreach (var listed in rows.SelectMany(row => row.Clients.Select(client => (Client: client, Row: row))).GroupBy(pair => pair.Client, pair => pair.Row).OrderBy(group => group.Key))
        {
            var id = FollowUpId.From(policy.Name, $"{listed.Key}|{ReasonFacts.Day(from)}");
            if (!done.Contains(id) && day.Population.Includes(policy, listed.Key))
            {
                wanted.Add(new FollowUp
                {
                    Id = id,
                    Client = listed.Key,
                    Policy = policy.Name,
                    DueOn = due,
                    CountsFrom = from,
                    Reasons = [.. listed.Select(Because)],
                });
            }
        }

        return wanted;
    }

    private Reason Because(InsightRow row)
    {
        var words = row.Cells.Select(cell => cell.Text).OfType<LocalizedText>().ToList();
        return new("listed", words.Count > 0
            ? new(string.Join("; ", words.Select(text => text.En)), string.Join("；", words.Select(text => text.Zh)))
            : new($"Listed by {policy.Insight}.", $"由 {policy.Insight} 列出。"))
        {
            Facts = ReasonFacts.Of(("insight", policy.Insight), ("table", policy.Table)),
        };
    }
}
