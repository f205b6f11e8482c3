using Clientele.Templating;

namespace Clientele.Documents;

/// <summary>Says which clauses of a guard do not hold, and with which values.</summary>
internal static class RefusalReasons
{
    public static IReadOnlyList<Reason> Of(RuleExplanation rule) => [.. Failing(rule).Select(Reason)];

    /// <summary>The reason of a rule that met a value it cannot work with: not knowing is refusing.</summary>
    public static Reason Of(TemplateException error) =>
        new("guard_error", new($"The rule cannot be evaluated: {error.Diagnostics[0].Message}", $"规则无法求值：{error.Diagnostics[0].Message}"));

    // The innermost clauses that do not hold. A negated clause holds itself; there the negation is what fails.
    private static IEnumerable<RuleExplanation> Failing(RuleExplanation rule)
    {
        if (rule.Outcome == RuleOutcome.Holds)
        {
            return [];
        }

        var inner = rule.Clauses.SelectMany(Failing).ToList();
        return inner.Count > 0 ? inner : [rule];
    }

    private static Reason Reason(RuleExplanation clause)
    {
        var read = Operands(clause).DistinctBy(operand => operand.Name).ToList();
        var values = string.Join(", ", read.Select(operand => $"{operand.Name} = {Printed(operand)}"));
        var missing = string.Join(", ", clause.Missing);
        var text = clause.Outcome == RuleOutcome.Unknown
            ? new LocalizedText($"{clause.Text} cannot be decided, because {missing} is not known.", $"{clause.Text} 无法判定：缺少 {missing}。")
            : new LocalizedText($"{clause.Text} does not hold{(read.Count > 0 ? $" ({values})" : "")}.", $"{clause.Text} 不成立{(read.Count > 0 ? $"\uFF08{values}\uFF09" : "")}。");
        return new Reason(clause.Outcome == RuleOutcome.Unknown ? "clause_unknown" : "clause_fails", text)
        {
            Facts = read.ToDictionary(operand => operand.Name, operand => operand.Printed, StringComparer.Ordinal),
        };
    }

    private static IEnumerable<RuleOperand> Operands(RuleExplanation clause) => clause.Operands.Concat(clause.Clauses.SelectMany(Operands));

    private static string Printed(RuleOperand operand) => operand.Value.Kind switch
    {
        RuleValueKind.Text => $"\"{operand.Printed}\"",
        RuleValueKind.List => $"[{operand.Printed}]",
        _ => operand.Printed,
    };
}
