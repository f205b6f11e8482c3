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
        var details = new SortedDictionary<string, DetailFact>(StringComparer.Ordinal);
        var amount = 0m;
        await foreach (var touchpoint in store.Touchpoints.OfMatterAsync(facts.Matter.Id, asOf, cancellationToken).ConfigureAwait(false))
        {
            catalogue.Kinds.TryGetValue(touchpoint.Kind, out var kind);
            foreach (var (name, value) in touchpoint.Details)
            {
                details[name] = new DetailFact(name, kind?.Details.FirstOrDefault(field => field.Name == name)?.Kind ?? ValueKind.Text, value);
            }

            if (touchpoint.Amount is { } money && kind?.Roles.HasFlag(TouchpointRoles.Sale) == true)
            {
                amount += money.Amount;
            }
        }

        return facts with { Details = [.. details.Values], Amount = amount };
    }
}
