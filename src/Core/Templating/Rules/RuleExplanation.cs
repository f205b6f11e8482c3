namespace Clientele.Templating;

/// <summary>Why a rule, or one clause of it, came out as it did.</summary>
/// <param name="Text">The clause as written.</param>
/// <param name="Outcome">What it said.</param>
/// <param name="Operands">What the clause itself read; empty for a clause that only joins others.</param>
/// <param name="Clauses">The clauses joined by <c>&amp;&amp;</c>, <c>||</c> or negated by <c>!</c>; empty for a clause that compares.</param>
public sealed record RuleExplanation(
    string Text, RuleOutcome Outcome, IReadOnlyList<RuleOperand> Operands, IReadOnlyList<RuleExplanation> Clauses)
{
    /// <summary>The names of everything missing that was read, in this clause and below, in reading order without repetition.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Operands.Where(o => o.Value.IsMissing).Select(o => o.Name).Concat(Clauses.SelectMany(c => c.Missing)).Distinct(StringComparer.Ordinal)];
}

/// <summary>A value that a clause read.</summary>
/// <param name="Name">The dotted name.</param>
/// <param name="Value">What it was.</param>
public sealed record RuleOperand(string Name, RuleValue Value)
{
    /// <summary>The value as people read it, or "missing".</summary>
    public string Printed => Value.ToString();
}
