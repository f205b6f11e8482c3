using Clientele.Storage;

namespace Clientele.Care;

/// <summary>The touchpoints that fulfil a policy, in a period, by client: read once in place of a question for each follow-up.</summary>
internal sealed class Touches
{
    private readonly Dictionary<ClientId, List<(DateOnly On, MatterId? Matter)>> _touches = [];

    public static async Task<Touches> ReadAsync(Store store, IReadOnlySet<string> kinds, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var touches = new Touches();
        await foreach (var touchpoint in store.Touchpoints.OfKindsAsync(kinds, first, last, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (!touches._touches.TryGetValue(touchpoint.Client, out var own))
            {
                touches._touches[touchpoint.Client] = own = [];
            }

            own.Add((touchpoint.OccurredOn, touchpoint.Matter));
        }

        return touches;
    }

    /// <summary>Whether the client was touched after a day, about the matter or about none in particular.</summary>
    public bool After(ClientId client, DateOnly day, MatterId? matter = null) =>
        _touches.TryGetValue(client, out var own) && own.Exists(touch => touch.On > day && (matter is null || touch.Matter is null || touch.Matter == matter));
}
