using System.Globalization;

namespace Clientele.Segments;

/// <summary>What people decided about segments, as far as it holds on the day of a run.</summary>
internal sealed class OverridesOfDay(IReadOnlyList<SegmentOverride> all, IReadOnlySet<(ClientId Client, string Scheme)> before)
{
    /// <summary>Under which the author is kept with a membership's reasons, which tells a decision from a rule.</summary>
    public const string AuthorFact = "override_author";

    /// <summary>Under which the reason given is kept.</summary>
    public const string WhyFact = "override_reason";

    /// <summary>Under which the expiry is kept.</summary>
    public const string UntilFact = "override_until";

    private readonly Dictionary<(ClientId Client, string Scheme), SegmentOverride> _byClient = all.ToDictionary(decision => (decision.Client, decision.Scheme));

    public SegmentOverride? Of(ClientId client, string scheme) => _byClient.Count == 0 ? null : _byClient.GetValueOrDefault((client, scheme));

    /// <summary>Whether a person decided the membership that the client has now.</summary>
    public bool WasDecided(ClientId client, string scheme) => before.Count > 0 && before.Contains((client, scheme));

    /// <summary>The segment that hysteresis looks at: where a person had put a client, it holds nobody, and when the decision ends the rule decides afresh.</summary>
    public string? ByRule(ClientId client, string scheme, string? now) => WasDecided(client, scheme) ? null : now;

    public static SortedDictionary<string, string> Reasons(SegmentOverride decision)
    {
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal) { [AuthorFact] = decision.Author, [WhyFact] = decision.Why };
        if (decision.Until is { } until)
        {
            read[UntilFact] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return read;
    }
}
