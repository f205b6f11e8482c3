namespace Clientele;

/// <summary>A recurring follow-up whose interval depends on the client's segment: key clients every 30 days, ordinary ones every 90.</summary>
/// <remarks>Due the interval after the last fulfilling touchpoint, or, when there is none, after the day since which the client is known.</remarks>
public sealed record CadencePolicy : Policy
{
    /// <summary>The scheme whose segments decide.</summary>
    public required string Scheme { get => field; init => field = Require.Name(value); }

    /// <summary>The interval in days (1 or more) by segment; a segment that is not listed gets no follow-up.</summary>
    public required IReadOnlyDictionary<string, int> EveryDays
    {
        get => field;
        init
        {
            field = Require.Some(value);
            Require.That(field.Values.All(days => days >= 1), "The interval of a cadence must be at least one day.");
        }
    }
}
