namespace Clientele.Templating;

internal sealed class BinaryNode(Node left, BinaryOperation operation, Node right) : Node(TextSpan.Covering(left.Span, right.Span))
{
    public override Value Evaluate(RenderState state) => operation.Apply(state, left.Evaluate(state), right.Evaluate(state));
}

internal sealed class AndNode(Node left, Node right) : Node(TextSpan.Covering(left.Span, right.Span))
{
    public override Value Evaluate(RenderState state) => Value.Of(left.Evaluate(state).IsTrue && right.Evaluate(state).IsTrue);
}

internal sealed class OrNode(Node left, Node right) : Node(TextSpan.Covering(left.Span, right.Span))
{
    public override Value Evaluate(RenderState state) => Value.Of(left.Evaluate(state).IsTrue || right.Evaluate(state).IsTrue);
}

/// <summary><c>a ?? b</c>, and <c>a ?! b</c>, which is b unless a is null.</summary>
internal sealed class CoalesceNode(Node left, Node right, bool inverted) : Node(TextSpan.Covering(left.Span, right.Span))
{
    public override Value Evaluate(RenderState state)
    {
        var value = left.Evaluate(state);
        return value.IsNull == inverted ? value : right.Evaluate(state);
    }
}

internal sealed class ConditionalNode(Node condition, Node whenTrue, Node whenFalse) : Node(TextSpan.Covering(condition.Span, whenFalse.Span))
{
    public override Value Evaluate(RenderState state) =>
        condition.Evaluate(state).IsTrue ? whenTrue.Evaluate(state) : whenFalse.Evaluate(state);
}

internal sealed class NotNode(TextSpan span, Node operand) : Node(span)
{
    public override Value Evaluate(RenderState state) => Value.Of(!operand.Evaluate(state).IsTrue);
}

internal sealed class SignNode(TextSpan span, Node operand, bool negative) : Node(span)
{
    public override Value Evaluate(RenderState state) => Arithmetic.Sign(state, operand.Evaluate(state), negative, operand.Span);
}

/// <summary><c>@f</c>: the function itself.</summary>
internal sealed class FunctionReferenceNode(TextSpan span, Node operand) : Node(span)
{
    public override Value Evaluate(RenderState state) => operand.EvaluateUncalled(state);
}

/// <summary><c>^list</c>: in a call, the items become arguments; elsewhere the list is itself.</summary>
internal sealed class ExpandNode(TextSpan span, Node operand) : Node(span)
{
    public override Value Evaluate(RenderState state) => operand.Evaluate(state);
}

internal sealed class IncrementNode(TextSpan span, Node target, BinaryOperation step, bool postfix) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        var before = target.Evaluate(state);
        Arithmetic.Sign(state, before, negative: false, target.Span);
        var after = step.Apply(state, before, Value.Of(1));
        if (target is not IAssignable assignable)
        {
            throw state.Fail(target.Span, "Only a variable, a member or an item can be incremented.");
        }

        assignable.Assign(state, after);
        return postfix ? before : after;
    }
}
