using Clientele.Templating;

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
/// <param name="Known">The names of measures and attributes (and, for a guard, of the letter and the contact) that it may read, with the kind of their values.</param>
public sealed record RuleText(string Text, RuleKind Kind, IReadOnlyDictionary<string, RuleName> Known);

/// <summary>Judges a rule before it is accepted: whether it compiles, gives what it must, reads only known names, and compares only what goes together.</summary>
/// <param name="rule">The rule.</param>
/// <returns>What is wrong and where; <see langword="null"/> when nothing is.</returns>
public delegate string? RuleCheck(RuleText rule);
