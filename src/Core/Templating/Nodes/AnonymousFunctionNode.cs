namespace Clientele.Templating;

internal sealed class AnonymousFunctionNode(TextSpan span, TemplateFunction function) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.Of(function);
}

/// <summary><c>(do ... end)</c>: the function itself where a function is wanted, its result elsewhere.</summary>
internal sealed class CalledFunctionNode(TextSpan span, Node function, CallSite site) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.CallIfFunction(function.Evaluate(state), site);

    public override Value EvaluateUncalled(RenderState state) => function.Evaluate(state);
}
