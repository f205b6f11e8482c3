namespace Clientele.Templating;

internal sealed class AnonymousFunctionNode(TextSpan span, TemplateFunction function) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.Of(function);
}
