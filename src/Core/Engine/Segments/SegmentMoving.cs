using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>Writes where a run moves clients to, and counts the moves.</summary>
internal sealed class SegmentMoving(StoreBatch batch, OverridesOfDay overrides, DateOnly asOf) : IDisposable
{
    private readonly MembershipWriter _writer = new(batch);
    private readonly Dictionary<string, Dictionary<string, long>> _moved = new(StringComparer.Ordinal);

    public long Moves { get; private set; }

    /// <summary>By how much each segment of a scheme grew or shrank.</summary>
    public IReadOnlyDictionary<string, long> Moved(string scheme) => _moved.GetValueOrDefault(scheme) ?? [];

    /// <summary>Whether a membership has to be written: another segment, or the same by a rule in place of a person or the other way round.</summary>
    public bool IsMove(SchemePlan scheme, ClientId client, string? now, string? segment) =>
        now != segment || overrides.WasDecided(client, scheme.Name) != overrides.Of(client, scheme.Name) is not null;

    /// <summary>Moves a client to where a person decided it belongs.</summary>
    public void ByDecision(SchemePlan scheme, ClientId client, string? now)
    {
        if (overrides.Of(client, scheme.Name) is { } decision && IsMove(scheme, client, now, decision.Segment))
        {
            Move(scheme, client, now, decision.Segment, OverridesOfDay.Reasons(decision), SegmentWriting.Overridden);
        }
    }

    public void Move(SchemePlan scheme, ClientId client, string? now, string? segment, SortedDictionary<string, string>? reasons, string? version = null)
    {
        Count(scheme.Name, now, -1);
        Count(scheme.Name, segment, 1);
        Moves += now == segment ? 0 : 1;
        if (segment is null)
        {
            _writer.End(client, scheme.Name, asOf);
        }
        else if (now is null)
        {
            _writer.Begin(client, scheme.Name, segment, asOf, version ?? scheme.Version, reasons!);
        }
        else
        {
            _writer.Move(client, scheme.Name, segment, asOf, version ?? scheme.Version, reasons!);
        }

    }

    public void Dispose() => _writer.Dispose();

    private void Count(string scheme, string? segment, long by)
    {
        if (segment is null)
        {
            return;
        }

        if (!_moved.TryGetValue(scheme, out var moved))
        {
            _moved.Add(scheme, moved = new(StringComparer.Ordinal));
        }

        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(moved, segment, out _) += by;
    }
}
