namespace Clientele.Storage.Projection;

/// <summary>Folds the touchpoints of a matter into the stages it was in.</summary>
public static class StageFold
{
    /// <summary>Folds.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="type">Its state machine.</param>
    /// <param name="touchpoints">Its touchpoints in force, in any order.</param>
    /// <param name="linked">The matters that came of it; none by default.</param>
    /// <param name="allowed">Judges moves that require something; such moves are not made where it is <see langword="null"/>.</param>
    /// <returns>The stages in order, beginning with the first on the opening day. A touchpoint whose move is not permitted, or requires what is not there, then leaves the matter where it is.</returns>
    /// <remarks>
    /// Days are taken in order. Within a day the order of entry says nothing, so the first touchpoint (by id) whose move is permitted goes first,
    /// again and again until none is: a complaint received and answered on one day ends answered, whichever row came first. For the same reason a requirement sees all facts of its day.
    /// </remarks>
    public static IReadOnlyList<MatterStage> Fold(Matter matter, MatterType type, IEnumerable<MatterFact> touchpoints, IReadOnlyList<LinkedMatter>? linked = null, MoveAllowed? allowed = null)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(type);
        var stages = new List<MatterStage> { new(matter.Id, type.Stages[0].Name, matter.OpenedOn, null, null) };
        var facts = touchpoints.OrderBy(touchpoint => touchpoint.OccurredOn).ThenBy(touchpoint => touchpoint.Id).ToList();
        for (var (first, next) = (0, 0); first < facts.Count; first = next)
        {
            next = facts.FindIndex(first, touchpoint => touchpoint.OccurredOn != facts[first].OccurredOn) is var other and >= 0 ? other : facts.Count;
            var (waiting, on) = (facts.GetRange(first, next - first), facts[first].OccurredOn);
            MatterHistory Now() => new(matter, type, on, stages, facts.GetRange(0, next), linked ?? []);
            while (Next(type, stages[^1].Stage, waiting, move => move.Requires.Count == 0 || allowed?.Invoke(move, Now()) == true) is (var index, { } made))
            {
                var from = on < stages[^1].From ? stages[^1].From : on;
                stages.Add(new MatterStage(matter.Id, made.To, from, null, waiting[index].Id));
                stages[^2] = stages[^2] with { Until = from };
                waiting.RemoveAt(index);
            }
        }

        return stages;
    }

    /// <summary>The moves that a kind of touchpoint may make from a stage, in the order of their definition; the first whose requirements are met is made.</summary>
    /// <param name="type">The state machine.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>The moves; none where the kind moves nothing from there.</returns>
    public static IEnumerable<Move> Permitted(MatterType type, string stage, string kind)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Moves.Where(move => move.From == stage && move.On == kind);
    }

    private static (int Index, Move? Made) Next(MatterType type, string stage, List<MatterFact> waiting, Func<Move, bool> allowed)
    {
        for (var index = 0; index < waiting.Count; index++)
        {
            if (Permitted(type, stage, waiting[index].Kind).FirstOrDefault(allowed) is { } made)
            {
                return (index, made);
            }
        }

        return (-1, null);
    }
}
