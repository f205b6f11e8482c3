using System.Globalization;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;

namespace Clientele.Care;

/// <summary>Finds who is due by a cadence: one pass over facts beside the memberships of the policy's scheme, both in the order of clients.</summary>
internal sealed class CadencePlanning(Store store, Catalogue catalogue, CadencePolicy policy, IReadOnlySet<string> fulfilling)
{
    public async Task<IReadOnlyList<FollowUp>> WantedAsync(DateOnly asOf, DateOnly horizon, CancellationToken cancellationToken)
    {
        var wanted = new List<FollowUp>();
        var kinds = fulfilling.ToHashSet(StringComparer.Ordinal);
        var members = store.Memberships.OfSchemeAsync(policy.Scheme, asOf, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (members.ConfigureAwait(false))
        {
            var has = await members.MoveNextAsync().ConfigureAwait(false);
            await foreach (var facts in store.Facts.StreamAsync(new FactQuery(asOf, []), cancellationToken).ConfigureAwait(false))
            {
                while (has && members.Current.Client < facts.Id)
                {
                    has = await members.MoveNextAsync().ConfigureAwait(false);
                }

                if (!has)
                {
                    break;
                }

                if (members.Current.Client == facts.Id && policy.EveryDays.TryGetValue(members.Current.Segment, out var every))
                {
                    var tally = Tally.Of(facts, kinds, DateOnly.MinValue, asOf);
                    var from = tally.Count > 0 ? tally.Last : facts.Since;
                    if (from.AddDays(every) <= horizon)
                    {
                        wanted.Add(FollowUp(facts.Id, members.Current.Segment, every, from, touched: tally.Count > 0, asOf));
                    }
                }
            }
        }

        // Owners are looked up for those who are due only.
        for (var index = 0; index < wanted.Count; index++)
        {
            wanted[index] = wanted[index] with { Owner = await store.OwnerAsync(wanted[index].Client, policy.OwnerRole, asOf, cancellationToken).ConfigureAwait(false) };
        }

        return wanted;
    }

    private FollowUp FollowUp(ClientId client, string segment, int every, DateOnly from, bool touched, DateOnly asOf)
    {
        var due = from.AddDays(every);
        var title = catalogue.Schemes[policy.Scheme].All.FirstOrDefault(item => item.Name == segment)?.Title ?? LocalizedText.Same(segment);
        var days = asOf.DayNumber - from.DayNumber;
        var reasons = new List<Reason>
        {
            touched
                ? new("last_touch", new($"Last reached on {Day(from)}, {days} days ago.", $"上次有效接触为 {Day(from)}，距今 {days} 天。")) { Facts = Facts(("last_touch", Day(from)), ("days", Number(days))) }
                : new("never_touched", new($"Known since {Day(from)}, {days} days ago, and never reached since.", $"自 {Day(from)} 建档以来 {days} 天，尚无有效接触。")) { Facts = Facts(("known_since", Day(from)), ("days", Number(days))) },
            new("cadence", new($"Segment '{title.En}' is followed up every {every} days; due on {Day(due)}.", $"“{title.Zh}”每 {every} 天回访一次，应于 {Day(due)} 回访。")) { Facts = Facts(("segment", segment), ("every_days", Number(every)), ("due_on", Day(due))) },
        };
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{client}|{Day(from)}"),
            Client = client,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = from,
            Reasons = reasons,
        };
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static SortedDictionary<string, string> Facts(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            sorted.Add(name, value);
        }

        return sorted;
    }
}
