using Clientele.Storage;

namespace Clientele.Matters;

/// <summary>What the touchpoints of a matter tell, the latest of each name.</summary>
internal static class LatestDetails
{
    public static async Task<SortedDictionary<string, string>> OfAsync(Store store, MatterId matter, DateOnly asOf, CancellationToken cancellationToken)
    {
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var fact in store.Touchpoints.OfMatterAsync(matter, asOf, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (name, value) in fact.Details.Where(detail => detail.Value.Length > 0))
            {
                details[name] = value;
            }
        }

        return details;
    }
}
