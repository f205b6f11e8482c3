using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Templating.Tests;

/// <summary>What a rule says of the coming steps is true of each of them.</summary>
public sealed class RuleMotionTests
{
    [Theory]
    [InlineData("a <= 90", 80, 9)]
    [InlineData("a <= 90", 100, int.MaxValue)]
    [InlineData("a > 90 && b == 1", 80, 9)]
    [InlineData("b == 0 && a > 90", 80, int.MaxValue)]
    [InlineData("b == 1 || a > 90", 80, int.MaxValue)]
    [InlineData("a != null", 80, int.MaxValue)]
    [InlineData("b == 1 ? 5 : a", 80, int.MaxValue)]
    [InlineData("1 - a / 100 >= 0.1", 80, 9)]
    [InlineData("(a / 30 | math.floor) == 2", 80, 0)]
    public void A_clause_says_for_how_many_days_it_is_certain(string rule, int a, int steady)
    {
        var compiled = new TemplateEngine(new TemplateOptions()).CompileRule(rule, "rule");

        Assert.Equal(steady, compiled.Motion(new Facts(compiled, a, 1, 0)).Steady);
    }

    [Fact]
    public void Whatever_the_rule_nothing_turns_within_the_steps_it_is_certain_of() => Prop.ForAll(
        (from rule in Rule(3) from a in Gen.Choose(-40, 150) from b in Gen.Choose(-5, 5) select (rule, a, b)).ToArbitrary(),
        input =>
        {
            var rule = new TemplateEngine(new TemplateOptions()).CompileRule(input.rule, "rule");
            var now = rule.Evaluate(new Facts(rule, input.a, input.b, 0));
            var steady = Math.Min(rule.Motion(new Facts(rule, input.a, input.b, 0)).Steady, 400);
            return Enumerable.Range(1, steady).All(step => rule.Evaluate(new Facts(rule, input.a, input.b, step)) == now);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true));

    private static Gen<string> Rule(int depth) => depth == 0 ? Clause : Gen.OneOf(
        Clause,
        from left in Rule(depth - 1) from right in Rule(depth - 1) from op in Gen.Elements("&&", "||") select $"({left} {op} {right})",
        from inner in Rule(depth - 1) select $"!({inner})",
        from condition in Rule(depth - 1) from left in Number(2) from right in Number(2) select $"(({condition}) ? {left} : {right}) > 3");

    private static Gen<string> Clause =>
        from left in Number(2) from op in Gen.Elements("<", "<=", ">", ">=", "==", "!=") from right in Number(2) select $"{left} {op} {right}";

    private static Gen<string> Number(int depth) => depth == 0
        ? Gen.OneOf(Gen.Elements("a", "b", "missing"), Gen.Choose(-50, 150).Select(number => $"({number})"))
        : Gen.OneOf(
            Number(0),
            from left in Number(depth - 1) from op in Gen.Elements("+", "-", "*", "/", "??", "%") from right in Number(depth - 1) select $"({left} {op} {right})");

    // a grows by one with each step, b stays, missing is missing.
    private sealed class Facts(RuleExpression rule, int a, int b, int step) : IMovingFacts
    {
        public RuleValue Get(int nameIndex) => rule.Names[nameIndex] switch { "a" => RuleValue.Of((decimal)a + step), "b" => RuleValue.Of((decimal)b), _ => RuleValue.Missing };

        public RuleMotion Motion(int nameIndex) => rule.Names[nameIndex] == "a" ? new(1, int.MaxValue) : RuleMotion.Still;
    }
}
