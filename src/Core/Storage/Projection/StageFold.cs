namespace Clientele.Storage.Projection;

/// <summary>Folds the touchpoints of a matter into the stages it was in.</summary>
public static class StageFold
{
    /// <summary>Folds.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="type">Its state machine.</param>
    /// <param name="touchpoints">Its touchpoints in force, in any order.</param>
    /// <returns>The stages in order, beginning with the first on the opening day. A touchpoint whose move is not permitted then leaves the matter where it is.</returns>
    /// <remarks>
    /// Days are taken in order. Within a day the order of entry says nothing, so the first touchpoint (by id) whose move is permitted goes first,
    /// again and again until none is: a complaint received and answered on one day ends answered, whichever row came first.
    /// </remarks>
    public static IReadOnlyList<MatterStage> Fold(Matter matter, MatterType type, IEnumerable<(TouchpointId Id, string Kind, DateOnly OccurredOn)> touchpoints)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(type);
        var stages = new List<MatterStage> { new(matter.Id, type.Stages[0].Name, matter.OpenedOn, null, null) };
        foreach (var day in touchpoints.GroupBy(touchpoint => touchpoint.OccurredOn).OrderBy(group => group.Key))
        {
            var waiting = day.OrderBy(touchpoint => touchpoint.Id).ToList();
            while (waiting.FindIndex(touchpoint => Permitted(type, stages[^1].Stage, touchpoint.Kind) is not null) is var index and >= 0)
            {
                var (id, kind, on) = waiting[index];
                waiting.RemoveAt(index);
                var from = on < stages[^1].From ? stages[^1].From : on;
                stages.Add(new MatterStage(matter.Id, Permitted(type, stages[^1].Stage, kind)!.To, from, null, id));
                stages[^2] = stages[^2] with { Until = from };
            }
        }

        return stages;
    }

    /// <summary>The move that a kind of touchpoint makes from a stage.</summary>
    /// <param name="type">The state machine.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>The move; <see langword="null"/> when there is none.</returns>
    public static Move? Permitted(MatterType type, string stage, string kind)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Moves.FirstOrDefault(move => move.From == stage && move.On == kind);
    }
}
