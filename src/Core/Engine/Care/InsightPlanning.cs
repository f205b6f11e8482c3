using Clientele.Insights;
using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Finds whom an insight lists, and what it says about each.</summary>
internal sealed class InsightPlanning(Store store, InsightDesk insights, InsightPolicy policy)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(DateOnly asOf, DateOnly horizon, CancellationToken cancellationToken)
    {
        var from = new DateOnly(asOf.Year, asOf.Month, 1);
        var due = from.AddDays(policy.AfterDays);
        if (due > horizon)
        {
            return [];
        }

        var result = (await insights.RunAsync(policy.Insight, asOf, cancellationToken).ConfigureAwait(false)).Result;
        var done = await store.FollowUps.DoneAsync(policy.Name, cancellationToken).ConfigureAwait(false);
        var rows = result.Tables.Where(table => table.Name == policy.Table).SelectMany(table => table.Rows);
        var wanted = new List<FollowUp>();
        foreach (var listed in rows.SelectMany(row => row.Clients.Select(client => (Client: client, Row: row))).GroupBy(pair => pair.Client, pair => pair.Row).OrderBy(group => group.Key))
        {
            var id = FollowUpId.From(policy.Name, $"{listed.Key}|{CadencePlanning.Day(from)}");
            if (!done.Contains(id))
            {
                wanted.Add(new FollowUp
                {
                    Id = id,
                    Client = listed.Key,
                    Policy = policy.Name,
                    DueOn = due,
                    CountsFrom = from,
                    Owner = await store.OwnerAsync(listed.Key, policy.OwnerRole, asOf, cancellationToken).ConfigureAwait(false),
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
            Facts = CadencePlanning.Facts(("insight", policy.Insight), ("table", policy.Table)),
        };
    }
}
