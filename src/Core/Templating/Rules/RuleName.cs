namespace Clientele.Templating;

/// <summary>What a rule may read under a name: the kind of its value and, where they are fixed, the values it can have.</summary>
/// <param name="Kind">The kind; <see cref="RuleValueKind.Missing"/> where nothing is known about it, which permits everything.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleName(RuleValueKind Kind)
{
    /// <summary>The texts it can have; empty when any is possible.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
