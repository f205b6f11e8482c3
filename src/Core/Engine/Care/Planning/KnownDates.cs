using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Care;

/// <summary>Reads the dates that a policy is tied to, from where they are held.</summary>
internal sealed class KnownDates(PlanningDay day, DatePolicy policy)
{
    public IAsyncEnumerable<KnownDate> ReadAsync(CancellationToken cancellationToken) => policy.Attribute.Length > 0 ? OfAttributeAsync(cancellationToken) : OfTouchpointsAsync(cancellationToken);

    private async IAsyncEnumerable<KnownDate> OfAttributeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var title = day.Catalogue.Attributes[policy.Attribute].Title;
        await foreach (var (client, text) in day.Store.Clients.ValuesAsync(policy.Attribute, day.AsOf, cancellationToken).ConfigureAwait(false))
        {
            if (Date(text) is { } date)
            {
                yield return new KnownDate(client, date, title);
            }
        }
    }

    // The last touchpoint of a matter tells; they come in the order of clients and days.
    private async IAsyncEnumerable<KnownDate> OfTouchpointsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kind = day.Catalogue.Kinds[policy.Kind];
        var title = kind.Details.FirstOrDefault(detail => detail.Name == policy.Detail)?.Title ?? kind.Title;
        var last = new Dictionary<(ClientId, MatterId?), KnownDate>();
        await foreach (var touchpoint in day.Store.Touchpoints.OfKindsAsync([policy.Kind], day.AsOf, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var date = Date(touchpoint.Details.GetValueOrDefault(policy.Detail, ""))
                ?? (policy.Detail.Length == 0 || policy.YearsAfter > 0 ? touchpoint.OccurredOn.AddYears(policy.YearsAfter) : null);
            if (date is { } known)
            {
                last[(touchpoint.Client, touchpoint.Matter)] = new KnownDate(touchpoint.Client, known, title, touchpoint.Matter);
            }
        }

        foreach (var known in last.Values)
        {
            yield return known;
        }
    }

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
