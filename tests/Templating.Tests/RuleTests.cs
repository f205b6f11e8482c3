namespace Clientele.Templating.Tests;

public sealed class RuleTests
{
    private static readonly TemplateEngine Engine = new(new TemplateOptions());

    [Theory]
    [InlineData("core.sales >= 100000 && contractor.owner_class == 'government'", RuleOutcome.Holds)]
    [InlineData("core.sales < 100000", RuleOutcome.Fails)]
    [InlineData("core.missing > 1", RuleOutcome.Unknown)]
    [InlineData("core.missing > 1 && core.sales < 1", RuleOutcome.Fails)]
    [InlineData("core.missing > 1 || core.sales > 1", RuleOutcome.Holds)]
    [InlineData("!(core.missing > 1)", RuleOutcome.Unknown)]
    [InlineData("core.missing == null", RuleOutcome.Holds)]
    [InlineData("(core.missing ?? 0) == 0", RuleOutcome.Holds)]
    [InlineData("core.sales / core.zero > 1", RuleOutcome.Unknown)]
    [InlineData("core.last_visit >= '2026-01-01'", RuleOutcome.Holds)]
    [InlineData("contractor.owner_class | string.starts_with 'gov'", RuleOutcome.Holds)]
    [InlineData("['a', 'government'] | array.contains contractor.owner_class", RuleOutcome.Holds)]
    [InlineData("core.tags | array.contains 'vip'", RuleOutcome.Holds)]
    [InlineData("core.sales * 0.1 == 12000.005", RuleOutcome.Holds)]
    public void A_rule_is_evaluated_in_three_valued_logic(string rule, RuleOutcome expected)
    {
        var compiled = Engine.CompileRule(rule, "rule");
        Assert.Equal(expected, compiled.Evaluate(new Facts(compiled.Names)));
        Assert.Equal(expected, compiled.Explain(new Facts(compiled.Names)).Outcome);
    }

    [Fact]
    public void An_explanation_names_each_clause_and_what_is_missing()
    {
        var rule = Engine.CompileRule("core.sales > 1 && core.missing > 2", "rule");
        var explanation = rule.Explain(new Facts(rule.Names));
        Assert.Equal(["core.sales > 1", "core.missing > 2"], explanation.Clauses.Select(c => c.Text));
        Assert.Equal([RuleOutcome.Holds, RuleOutcome.Unknown], explanation.Clauses.Select(c => c.Outcome));
        Assert.Equal("120000.05", explanation.Clauses[0].Operands[0].Printed);
        Assert.Equal(["core.missing"], explanation.Missing);
    }

    [Theory]
    [InlineData("x = 1", 1)]
    [InlineData("for a in b; end", 1)]
    [InlineData("include 'a'", 1)]
    [InlineData("date.now", 1)]
    [InlineData("a > 1; b", 8)]
    [InlineData("a > math.random 1 2", 5)]
    public void A_rule_that_does_something_is_refused_with_its_position(string rule, int column)
    {
        var error = Assert.Throws<TemplateException>(() => Engine.CompileRule(rule, "rule"));
        Assert.Equal(TemplateErrorCode.NotARule, error.Code);
        Assert.Equal(column, error.Diagnostics[0].Column);
    }

    [Fact]
    public void A_condition_has_to_be_a_boolean()
    {
        var rule = Engine.CompileRule("core.sales", "rule");
        Assert.Equal(TemplateErrorCode.NotBoolean, Assert.Throws<TemplateException>(() => rule.Evaluate(new Facts(rule.Names))).Code);
        Assert.Equal(120000.05m, rule.EvaluateValue(new Facts(rule.Names)).Number);
    }

    [Theory]
    [InlineData("core.sales > 1 && firm.class == 'key'", "")]
    [InlineData("core.last_visit >= '2026-01-01' && core.last_visit - core.last_visit > 3", "")]
    [InlineData("(core.tags | array.contains 'vip') || core.sales / 2 > (core.sales ?? 0)", "")]
    [InlineData("core.salse > 1", "(1,1) CLT2002 Nobody registered `core.salse`; near to it are `core.sales`.")]
    [InlineData("firm.sales > 1", "(1,1) CLT2002 Nobody registered `firm.sales`; near to it are `core.sales`.")]
    [InlineData("core.sales > 'many'", "(1,1) CLT4003 A number cannot be compared with text.")]
    [InlineData("core.sales > 1 && firm.class", "(1,19) CLT4002 `firm.class` is text, where true or false is needed.")]
    [InlineData("firm.class == 'kye'", "(1,15) CLT4003 `firm.class` is never 'kye'; it is one of key, other.")]
    [InlineData("core.last_visit > 'soon'", "(1,1) CLT4003 A day cannot be compared with text.")]
    [InlineData("core.sales - firm.class > 1", "(1,1) CLT4003 Nothing can be computed from a number and text.")]
    [InlineData("core.tags < core.tags", "(1,1) CLT4003 A list cannot be compared with a list in this way.")]
    [InlineData("(core.sales > 1 ? 1 : 'x') == 1", "(1,2) CLT4003 This gives a number or text; both must be of one kind.")]
    [InlineData("core.sales * 2", "(1,1) CLT4002 `core.sales * 2` is a number, where true or false is needed.")]
    public void A_rule_is_checked_against_the_registered_names_before_any_client_is_there(string rule, string expected)
    {
        var known = new Dictionary<string, RuleName>
        {
            ["core.sales"] = new(RuleValueKind.Number), ["core.last_visit"] = new(RuleValueKind.Date), ["core.tags"] = new(RuleValueKind.List),
            ["firm.class"] = new(RuleValueKind.Text) { Choices = ["key", "other"] },
        };

        var problems = Engine.CompileRule(rule, "rule").Check(known, RuleValueKind.Flag);

        Assert.Equal(expected, string.Join('\n', problems.Select(problem => $"({problem.Line},{problem.Column}) {problem.Code} {problem.Message}")));
    }

    [Theory]
    [InlineData("core.sales >= 100 && core.sales < 500", "100 500")]
    [InlineData("core.sales * 2 + 10 > 50", "20")]
    [InlineData("core.sales / (core.sales + 100) >= 0.75", "300")]
    [InlineData("['a', 'b'] | array.contains core.sales", "a b")]
    [InlineData("core.other > 1", "")]
    public void The_values_at_which_a_rule_turns_are_found_in_its_comparisons(string rule, string expected)
    {
        var compiled = Engine.CompileRule(rule, "rule");
        var index = compiled.Names.ToList().IndexOf("core.sales");

        var points = index < 0 ? [] : compiled.TurningPoints(index, new Facts(compiled.Names));

        Assert.Equal(expected, string.Join(' ', points.Select(point => point.Kind == RuleValueKind.Number ? $"{Math.Round(point.Number, 6):0.######}" : point.ToString())));
    }

    private sealed class Facts(IReadOnlyList<string> names) : IRuleFacts
    {
        public RuleValue Get(int nameIndex) => names[nameIndex] switch
        {
            "core.sales" => RuleValue.Of(120000.05m),
            "core.zero" => RuleValue.Of(0m),
            "core.last_visit" => RuleValue.Of(new DateOnly(2026, 2, 1)),
            "contractor.owner_class" => RuleValue.Of("government"),
            "core.tags" => RuleValue.Of(["vip", "old"]),
            _ => RuleValue.Missing,
        };
    }
}
