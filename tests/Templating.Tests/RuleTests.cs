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
