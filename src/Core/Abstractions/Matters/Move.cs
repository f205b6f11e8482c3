namespace Clientele;

/// <summary>A permitted move of a matter: a touchpoint of a kind takes it from one stage to another, when what the move requires is met.</summary>
/// <param name="From">The stage it must be in.</param>
/// <param name="To">The stage it is in afterwards.</param>
/// <param name="On">The kind of touchpoint that makes the move.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Move(string From, string To, string On)
{
    /// <summary>What must hold on the day of the move, all of it; nothing by default. A touchpoint whose move requires more than there is leaves the matter where it is.</summary>
    public IReadOnlyList<Requirement> Requires { get; init; } = [];
}

/// <summary>One thing that a move requires: a condition on the matter's own facts, and what to tell whoever asks for the move without it.</summary>
/// <remarks>
/// Immutable and thread-safe. The rule reads the facts of the day of the move, that day and the moving touchpoint included; of several touchpoints with one detail, the latest counts. Its names:
/// <c>move.on</c>, <c>matter.opened_on</c> (days), <c>matter.days_open</c>, <c>matter.amount</c> (the sum of its sales), <c>matter.open_linked</c> (matters that came of it and are not over);
/// <c>detail.NAME</c> (the latest value), <c>count.KIND</c> and <c>last.KIND</c> (how many touchpoints of a kind, and the day of the last), <c>stage.STAGE</c> (the day it last entered a stage);
/// <c>after.STAGE.detail.NAME</c> and <c>after.STAGE.count.KIND</c> (only what happened from that day on);
/// <c>linked.TYPE</c>, <c>linked.TYPE.STAGE</c> and <c>open_linked.TYPE</c> (matters of a type that came of it: all, those in a stage, those not over).
/// A rule that is unknown because something is missing is not met.
/// </remarks>
/// <example><code>new Requirement("after.resolved.count.core.complaint_visited >= 1", new("The client has not been visited since the complaint was resolved.", "投诉处理后尚未回访。"))</code></example>
public sealed record Requirement
{
    /// <summary>Creates a requirement.</summary>
    /// <param name="rule">The condition; not blank.</param>
    /// <param name="otherwise">What to tell when it is not met, and what to do about it.</param>
    public Requirement(string rule, LocalizedText otherwise)
    {
        Rule = Require.Text(rule, nameof(rule));
        Otherwise = Require.Some(otherwise, nameof(otherwise));
    }

    /// <summary>The condition, in the language of all rules.</summary>
    public string Rule { get; }

    /// <summary>What to tell when it is not met.</summary>
    public LocalizedText Otherwise { get; }
}
