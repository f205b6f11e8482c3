using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>Writes where a run moves clients to, and counts the moves.</summary>
internal sealed class SegmentMoving(StoreBatch batch, OverridesOfDay overrides, DateOnly asOf) : IDisposable
{
    private static readonly SortedDictionary<string, string> NoReasons = new(StringComparer.Ordinal);

    private readonly MembershipWriter _writer = new(batch);

    public long Moves { get; private set; }

    /// <summary>Whether a membership has to be written: another segment, or the same by a rule in place of a person or the other way round.</summary>
    public bool IsMove(SchemePlan scheme, ClientId client, string? now, string? segment) =>
        now != segment || overrides.WasDecided(client, scheme.Name) != overrides.Of(client, scheme.Name) is not null;

    /// <summary>Moves a client to where a person decided it belongs.</summary>
    public Task ByDecisionAsync(SchemePlan scheme, ClientId client, string? now) =>
        overrides.Of(client, scheme.Name) is { } decision && IsMove(scheme, client, now, decision.Segment)
            ? MoveAsync(scheme, client, now, decision.Segment, OverridesOfDay.Reasons(decision), SegmentWriting.Overridden)
            : Task.CompletedTask;

    public Task MoveAsync(SchemePlan scheme, ClientId client, string? now, string? segment, SortedDictionary<string, string>? reasons, string? version = null)
    {
        Moves += now == segment ? 0 : 1;
        if (segment is null)
        {
            return now is null ? Task.CompletedTask : batch.AssignAsync(client, scheme.Name, null, asOf, scheme.Version, NoReasons);
        }

        if (now is null)
        {
            _writer.Begin(client, scheme.Name, segment, asOf, version ?? scheme.Version, reasons!);
        }
        else
        {
            _writer.Move(client, scheme.Name, segment, asOf, version ?? scheme.Version, reasons!);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _writer.Dispose();
}
