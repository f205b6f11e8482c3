using Clientele.Measures;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>A scheme over the whole population in one run: gathers what was measured, then decides over all and moves whose segment changed.</summary>
internal sealed class PopulationPass(SchemePlan scheme, StoreBatch batch, SegmentMoving moving, OverridesOfDay overrides, bool whole, int total)
{
    private const short None = -1;

    // A segment that only an older version of the scheme had.
    private const short Gone = -2;

    private readonly IPopulationPlan _plan = (IPopulationPlan)scheme;
    private readonly string[] _segments = [.. scheme.Scheme.All.Select(segment => segment.Name)];
    private readonly KeptPopulation _all = new(total);
    private readonly List<(ClientId Client, KeptMember? Member)> _measured = [];
    private bool _mustDecide;

    public SchemePlan Scheme => scheme;

    /// <summary>Takes in a measured client and the segment it is in now. One outside the population is in no segment, unless a person says otherwise.</summary>
    public void Measured(ClientId client, ClientValues values, string? now)
    {
        var member = _plan.Keep(values) is { } kept ? new KeptMember(client, kept, IndexOf(now)) : (KeptMember?)null;
        if (whole && member is { } known)
        {
            _all.Add(known);
        }
        else if (!whole)
        {
            _measured.Add((client, member));
        }

        var byPerson = overrides.Of(client, scheme.Name) is not null;
        _mustDecide |= byPerson || overrides.WasDecided(client, scheme.Name);
        if (member is null && byPerson)
        {
            moving.ByDecision(scheme, client, now);
        }
        else if (member is null && now is not null)
        {
            moving.Move(scheme, client, now, null, null);
        }
    }

    public async Task DecideAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        var members = _all;
        if (!whole)
        {
            members = await KeptPopulation.ReadAsync(batch.BlocksAsync(_plan.ValuesName, cancellationToken)).ConfigureAwait(false);
            members.Merge(_measured);
            if (!members.IsChanged && !_mustDecide)
            {
                return;
            }
        }

        var decided = _plan.Over(members);
        if (scheme is MatrixPlan matrix)
        {
            await batch.KeepCutsAsync(scheme.Name, asOf, "rows", matrix.RowCuts ?? [], cancellationToken).ConfigureAwait(false);
            await batch.KeepCutsAsync(scheme.Name, asOf, "columns", matrix.ColumnCuts ?? [], cancellationToken).ConfigureAwait(false);
        }

        for (var index = 0; index < members.Count; index++)
        {
            Move(members, index, decided);
        }

        await members.WriteAsync(batch, _plan.ValuesName, whole, cancellationToken).ConfigureAwait(false);
    }

    private void Move(KeptPopulation members, int index, IDecidedPopulation decided)
    {
        var (client, _, at) = members[index];
        var now = at switch { None => null, Gone => "", _ => _segments[at] };
        if (overrides.Of(client, scheme.Name) is { } decision)
        {
            moving.ByDecision(scheme, client, now);
            members.Put(index, IndexOf(decision.Segment));
            return;
        }

        var current = overrides.ByRule(client, scheme.Name, now);
        var segment = decided.Segment(index, current);
        if (moving.IsMove(scheme, client, now, segment))
        {
            moving.Move(scheme, client, now, segment, decided.Reasons(index, current));
            members.Put(index, IndexOf(segment));
        }
    }

    private short IndexOf(string? segment)
    {
        if (segment is null)
        {
            return None;
        }

        // Segments come as the one string of their definition mostly, and there are few.
        for (var index = 0; index < _segments.Length; index++)
        {
            if (_segments[index] == segment)
            {
                return (short)index;
            }
        }

        return Gone;
    }
}
