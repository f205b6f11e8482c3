using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Gathers what documents say about a matter.</summary>
internal static class MatterFactsReader
{
    /// <summary>The matter with the names of its type and stage.</summary>
    public static MatterFacts Named(Catalogue catalogue, Matter matter, MatterStage stage)
    {
        catalogue.MatterTypes.TryGetValue(matter.Type, out var type);
        var stageTitle = type?.Stages.FirstOrDefault(known => known.Name == stage.Stage)?.Title ?? LocalizedText.Same(stage.Stage);
        return new MatterFacts(matter, type?.Title ?? LocalizedText.Same(matter.Type), stage, stageTitle);
    }

    /// <summary>The same with what its touchpoints carry: the latest detail of each name, and the sum of its sales.</summary>
    public static async Task<MatterFacts> WithTouchpointsAsync(Store store, Catalogue catalogue, MatterFacts facts, DateOnly asOf, CancellationToken cancellationToken)
    {
        var details = await CarriedAsync(store, catalogue, facts.Matter, asOf, cancellationToken).ConfigureAwait(false);
        var amount = 0m;
        await foreach (var touchpoint in store.Touchpoints.OfMatterAsync(facts.Matter.Id, asOf, cancellationToken).ConfigureAwait(false))
        {
            catalogue.Kinds.TryGetValue(touchpoint.Kind, out var kind);
            foreach (var (name, value) in touchpoint.Details)
            {
                details[name] = Fact(kind, name, value);
            }

            if (touchpoint.Amount is { } money && kind?.Roles.HasFlag(TouchpointRoles.Sale) == true)
            {
                amount += money.Amount;
            }
        }

        return facts with { Details = [.. details.Values], Amount = amount };
    }

    // What a follow-on carries is read from the matter it came of, and only until it has its own.
    private static async Task<SortedDictionary<string, DetailFact>> CarriedAsync(Store store, Catalogue catalogue, Matter matter, DateOnly asOf, CancellationToken cancellationToken)
    {
        var details = new SortedDictionary<string, DetailFact>(StringComparer.Ordinal);
        if (matter.Origin is not { } origin || await store.Matters.FindAsync(origin, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return details;
        }

        var carried = catalogue.MatterTypes.GetValueOrDefault(before.Type)?.FollowOns.Where(next => next.Type == matter.Type).SelectMany(next => next.Carries).ToHashSet(StringComparer.Ordinal) ?? [];
        if (carried.Count > 0)
        {
            await foreach (var touchpoint in store.Touchpoints.OfMatterAsync(origin, asOf, cancellationToken).ConfigureAwait(false))
            {
                foreach (var (name, value) in touchpoint.Details.Where(detail => carried.Contains(detail.Key)))
                {
                    details[name] = Fact(catalogue.Kinds.GetValueOrDefault(touchpoint.Kind), name, value);
                }
            }
        }

        return details;
    }

    private static DetailFact Fact(TouchpointKind? kind, string name, string value) =>
        new(name, kind?.Details.FirstOrDefault(field => field.Name == name)?.Kind ?? ValueKind.Text, value);
}
