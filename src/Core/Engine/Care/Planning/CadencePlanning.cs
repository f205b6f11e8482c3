using Clientele.Measures;
using Clientele.Storage.Reading;

namespace Clientele.Care;

/// <summary>Finds who is due by a cadence: one pass over facts beside the memberships of the policy's scheme, both in the order of clients.</summary>
internal sealed class CadencePlanning(PlanningDay day, CadencePolicy policy, IReadOnlySet<string> fulfilling, IReadOnlyDictionary<FollowUpId, DateOnly> fulfilled)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var asOf = day.AsOf;
        var wanted = new List<FollowUp>();
        var kinds = fulfilling.ToHashSet(StringComparer.Ordinal);
        var members = day.Store.Memberships.OfSchemeAsync(policy.Scheme, asOf, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (members.ConfigureAwait(false))
        {
            var has = await members.MoveNextAsync().ConfigureAwait(false);
            await foreach (var facts in day.Store.Facts.StreamAsync(new FactQuery(asOf, []), cancellationToken).ConfigureAwait(false))
            {
                while (has && members.Current.Client < facts.Id)
                {
                    has = await members.MoveNextAsync().ConfigureAwait(false);
                }

                if (!has)
                {
                    break;
                }

                if (members.Current.Client == facts.Id && day.Population.Includes(policy, facts.Id) && policy.EveryDays.TryGetValue(members.Current.Segment, out var every))
                {
                    var tally = Tally.Of(facts, kinds, DateOnly.MinValue, asOf);
                    var from = tally.Count > 0 ? tally.Last : facts.Since;

                    // What was done together with another follow-up counts as a touch, whatever its kind.
                    while (fulfilled.TryGetValue(IdOf(facts.Id, from), out var done) && done > from)
                    {
                        from = done;
                    }

                    if (from.AddDays(every) <= day.Until)
                    {
                        wanted.Add(FollowUp(facts.Id, members.Current.Segment, every, from, touched: tally.Count > 0 || from > facts.Since));
                    }
                }
            }
        }

        return wanted;
    }

    private FollowUpId IdOf(ClientId client, DateOnly from) => FollowUpId.From(policy.Name, $"{client}|{ReasonFacts.Day(from)}");

    private FollowUp FollowUp(ClientId client, string segment, int every, DateOnly from, bool touched)
    {
        var due = from.AddDays(every);
        var title = day.Catalogue.Schemes[policy.Scheme].All.FirstOrDefault(item => item.Name == segment)?.Title ?? LocalizedText.Same(segment);
        var days = day.AsOf.DayNumber - from.DayNumber;
        var reasons = new List<Reason>
        {
            touched
                ? new("last_touch", new($"Last reached on {ReasonFacts.Day(from)}, {days} days ago.", $"上次有效接触为 {ReasonFacts.Day(from)}，距今 {days} 天。")) { Facts = ReasonFacts.Of(("last_touch", ReasonFacts.Day(from)), ("days", ReasonFacts.Number(days))) }
                : new("never_touched", new($"Known since {ReasonFacts.Day(from)}, {days} days ago, and never reached since.", $"自 {ReasonFacts.Day(from)} 建档以来 {days} 天，尚无有效接触。")) { Facts = ReasonFacts.Of(("known_since", ReasonFacts.Day(from)), ("days", ReasonFacts.Number(days))) },
            new("cadence", new($"Segment '{title.En}' is followed up every {every} days; due on {ReasonFacts.Day(due)}.", $"“{title.Zh}”每 {every} 天回访一次，应于 {ReasonFacts.Day(due)} 回访。")) { Facts = ReasonFacts.Of(("segment", segment), ("every_days", ReasonFacts.Number(every)), ("due_on", ReasonFacts.Day(due))) },
        };
        return new FollowUp
        {
            Id = IdOf(client, from),
            Client = client,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = from,
            Reasons = reasons,
        };
    }
}
