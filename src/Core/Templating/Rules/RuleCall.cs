namespace Clientele.Templating;

/// <summary>A call of a pure function: the builtin itself, on converted values. With a missing argument it is missing.</summary>
internal sealed class RuleCall(TextSpan span, Function function, CallSite site, RuleNode[] arguments, TemplateEngine engine) : RuleNode(span)
{
    private static readonly TemplateBudget Budget = new() { Steps = 100_000, StringChars = 1_000_000, Deadline = TimeSpan.FromSeconds(1) };

    public override IReadOnlyList<RuleNode> Parts => arguments;

    public override RuleValue Evaluate(in RuleContext context)
    {
        var values = new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = arguments[i].Evaluate(context);
            if (argument.IsMissing && arguments[i] is not RuleConstant { IsNull: true })
            {
                return RuleValue.Missing;
            }

            values[i] = RuleConversions.ToValue(argument);
        }

        using var output = new OutputBuffer();
        var state = new RenderState(engine, RenderOptions.Default with { Budget = Budget }, output, CancellationToken.None);
        state.Frame = new Frame(new CompiledUnit(context.Source, Escaping.None, "rule") { Body = [] }, null, default);
        return RuleConversions.FromValue(state, function.Invoke(state, site, values, null, null), Span);
    }
}
