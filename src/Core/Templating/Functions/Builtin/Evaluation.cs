namespace Clientele.Templating;

/// <summary><c>object.eval</c> and <c>object.eval_template</c>: text compiled and run inside the render that asks.</summary>
internal static class Evaluation
{
    public static Value Expression(in Call call, in Value value)
    {
        if (!value.IsText)
        {
            return call.State.CallIfFunction(value, call.Site);
        }

        var unit = Compile(call, call.State.Text(value, call.Span), isScript: true);
        return Run(call, unit, isExpression: true);
    }

    public static Value Template(in Call call, in Value value) =>
        value.IsText ? Run(call, Compile(call, call.State.Text(value, call.Span), isScript: false), isExpression: false) : call.State.CallIfFunction(value, call.Site);

    private static CompiledUnit Compile(in Call call, string text, bool isScript)
    {
        call.State.ChargeSteps(call.Span, 1 + (text.Length / 8));
        try
        {
            return call.State.Engine.CompileUnit(text, "eval", call.State.Escaping, isScript);
        }
        catch (TemplateException exception)
        {
            throw call.State.Fail(call.Site.Argument(0), $"The text to evaluate is wrong: {exception.Diagnostics[0].Message}", exception.Code, exception);
        }
    }

    private static Value Run(in Call call, CompiledUnit unit, bool isExpression)
    {
        var state = call.State;
        if (isExpression && unit.Body is [ExpressionStatement only])
        {
            var caller = state.Frame;
            state.EnterCall(call.Span);
            state.Frame = new Frame(unit, caller, call.Span);
            var result = only.Expression.Evaluate(state);
            state.Frame = caller;
            state.LeaveCall();
            return result;
        }

        var capture = state.BeginCapture();
        state.RunIncluded(unit, call.Site, [], null);
        var text = state.EndCapture(capture, call.Span);
        return isExpression && text.Length == 0 ? Value.Null : CapturedText.Of(text, unit.Escaping);
    }
}
