namespace Clientele.Care;

/// <summary>Finds whom an occasion of the year asks to follow up.</summary>
internal sealed class OccasionPlanning(PlanningDay day, OccasionPolicy policy, IReadOnlySet<string> fulfilling)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var occasions = Occasions();
        if (occasions.Count == 0)
        {
            return [];
        }

        var wanted = new List<FollowUp>();
        var touches = await Touches.ReadAsync(day.Store, fulfilling, occasions.Min(occasion => occasion.CountsFrom), day.AsOf, cancellationToken).ConfigureAwait(false);
        foreach (var (client, since) in day.Population.Of(policy))
        {
            wanted.AddRange(occasions.Where(occasion => since <= occasion.On && !touches.After(client, occasion.CountsFrom)).Select(occasion => FollowUp(client, occasion)));
        }

        return wanted;
    }

    private List<Occasion> Occasions() =>
    [
        .. Enumerable.Range(day.AsOf.Year - 1, day.Until.Year - day.AsOf.Year + 3)
            .SelectMany(year => YearlyDays.InYear(policy.On, year))
            .Select(on => new Occasion(on, on.AddDays(-policy.LeadDays), on.AddDays(-policy.LeadDays - policy.EarlyDays)))
            .Where(occasion => occasion.Due <= day.Until && occasion.Due.AddDays(policy.LapsesAfterDays) >= day.AsOf),
    ];

    private FollowUp FollowUp(ClientId client, Occasion occasion)
    {
        var title = YearlyDays.Title(policy.On);
        var (on, due) = (ReasonFacts.Day(occasion.On), ReasonFacts.Day(occasion.Due));
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{client}|{on}"),
            Client = client,
            Policy = policy.Name,
            DueOn = occasion.Due,
            CountsFrom = occasion.CountsFrom,
            Occurrence = on,
            Reasons =
            [
                new("occasion", policy.LeadDays == 0
                    ? new($"{title.En} is on {on}; due on that day.", $"{on} 为{title.Zh}，应于当日跟进。")
                    : new($"{title.En} is on {on}; due {policy.LeadDays} days before, on {due}.", $"{on} 为{title.Zh}，应提前 {policy.LeadDays} 天即于 {due} 跟进。"))
                {
                    Facts = ReasonFacts.Of(("occasion", on), ("lead_days", ReasonFacts.Number(policy.LeadDays)), ("due_on", due)),
                },
            ],
        };
    }

    private readonly record struct Occasion(DateOnly On, DateOnly Due, DateOnly CountsFrom);
}
