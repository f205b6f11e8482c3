namespace Clientele;

/// <summary>What a rule must give.</summary>
public enum RuleKind
{
    /// <summary>True or false.</summary>
    Condition,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A rule of a registration, as text, with the names it may read.</summary>
/// <param name="Text">The rule.</param>
/// <param name="Kind">What it must give.</param>
/// <param name="Known">The names of measures and attributes (and, for a guard, of the letter and the contact) that it may read.</param>
public sealed record RuleText(string Text, RuleKind Kind, IReadOnlySet<string> Known);

/// <summary>Judges a rule before it is accepted: whether it compiles, gives what it must, and reads only known names.</summary>
/// <param name="rule">The rule.</param>
/// <returns>What is wrong, in one sentence; <see langword="null"/> when nothing is.</returns>
public delegate string? RuleCheck(RuleText rule);
