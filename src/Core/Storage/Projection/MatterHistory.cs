namespace Clientele.Storage.Projection;

/// <summary>A touchpoint of a matter, as the fold of its stages reads it.</summary>
/// <param name="Id">Which touchpoint.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="Amount">Its amount; <see langword="null"/> where it carries none.</param>
/// <param name="Details">Its details; empty where no move of the matter's type requires anything.</param>
public sealed record MatterFact(TouchpointId Id, string Kind, DateOnly OccurredOn, decimal? Amount, IReadOnlyDictionary<string, string> Details)
{
    /// <summary>A fact of which only the kind matters.</summary>
    /// <param name="id">Which touchpoint.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="occurredOn">The day.</param>
    public MatterFact(TouchpointId id, string kind, DateOnly occurredOn)
        : this(id, kind, occurredOn, null, DetailsJson.None)
    {
    }
}

/// <summary>A matter that came of another.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Stages">The stages it was in, in order.</param>
public sealed record LinkedMatter(Matter Matter, IReadOnlyList<MatterStage> Stages)
{
    /// <summary>The stage it was in on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The stage at the end of the day; <see langword="null"/> before it was opened.</returns>
    public string? StageOn(DateOnly day) => Stages.LastOrDefault(stage => stage.From <= day)?.Stage;
}

/// <summary>What is known of a matter when a touchpoint would move it.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Type">Its state machine.</param>
/// <param name="On">The day of the move.</param>
/// <param name="Stages">The stages so far.</param>
/// <param name="Facts">Its touchpoints up to and with that day, by day, then by id: the order of entry says nothing.</param>
/// <param name="Linked">The matters that came of it, whatever the day.</param>
public sealed record MatterHistory(Matter Matter, MatterType Type, DateOnly On, IReadOnlyList<MatterStage> Stages, IReadOnlyList<MatterFact> Facts, IReadOnlyList<LinkedMatter> Linked);

/// <summary>Judges whether what a move requires is met. Called by the fold for each permitted move that requires something, on the folding thread; must not throw.</summary>
/// <param name="move">The move.</param>
/// <param name="history">What is known on its day.</param>
/// <returns>Whether all of it is met.</returns>
public delegate bool MoveAllowed(Move move, MatterHistory history);
