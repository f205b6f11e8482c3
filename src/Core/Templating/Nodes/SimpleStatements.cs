namespace Clientele.Templating;

internal sealed class RawStatement(TextSpan span, string text) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.WriteRaw(text, Span);
        return Flow.Next;
    }
}

/// <summary>A code block that stands alone at the start of a line: what it writes is indented like the block.</summary>
internal sealed class IndentedStatement(TextSpan span, string indent, Statement[] body) : Statement(span)
{
    public Statement[] Body { get; } = body;

    public override Flow Execute(RenderState state)
    {
        var outer = state.Indentation;

        // Scriban forgets the outer indentation; nested blocks then drift to the left.
        state.Indent(state.IsCompatible ? indent : outer + indent);
        var flow = Run(Body, state);
        state.Indent(outer);
        return flow;
    }
}

internal sealed class ExpressionStatement(TextSpan span, Node expression) : Statement(span)
{
    public Node Expression { get; } = expression;

    public override Flow Execute(RenderState state)
    {
        Expression.Write(state, Span);
        return Flow.Next;
    }
}

/// <summary>An expression whose failure is written in brackets instead of ending the render.</summary>
internal sealed class ForgivingStatement(Statement inner) : Statement(inner.Span)
{
    public override Flow Execute(RenderState state)
    {
        try
        {
            return inner.Execute(state);
        }
        catch (TemplateException exception) when (!exception.Code.StartsWith("CLT3", StringComparison.Ordinal))
        {
            state.WriteRaw($"[{exception.Diagnostics[0].Message}]", Span);
            return Flow.Next;
        }
    }
}

internal sealed class AssignStatement(TextSpan span, Node target, Node value, BinaryOperation? operation) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        var result = operation is null ? Plain(state) : operation.Apply(state, target.Evaluate(state), value.Evaluate(state));
        if (target is not IAssignable assignable)
        {
            throw state.Fail(target.Span, "Only a variable, a member or an item can be assigned to.");
        }

        assignable.Assign(state, result.IsUnset ? Value.Null : result);
        return Flow.Next;
    }

    private Value Plain(RenderState state) => value.Evaluate(state);
}

internal sealed class IfStatement(TextSpan span, (Node? Condition, Statement[] Body)[] branches) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        foreach (var (condition, body) in branches)
        {
            if (condition is null || condition.Evaluate(state).IsTrue)
            {
                return Run(body, state);
            }
        }

        return Flow.Next;
    }
}

internal sealed class CaseStatement(TextSpan span, Node subject, (BinaryOperation[]? Tests, Node[]? Values, Statement[] Body)[] branches)
    : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        var value = subject.Evaluate(state);
        foreach (var (tests, values, body) in branches)
        {
            if (tests is null || values is null || Matches(state, value, tests, values))
            {
                return Run(body, state);
            }
        }

        return Flow.Next;
    }

    private static bool Matches(RenderState state, Value value, BinaryOperation[] tests, Node[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (tests[i].Apply(state, value, values[i].Evaluate(state)).IsTrue)
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class LoopExitStatement(TextSpan span, Flow flow, bool isInLoop) : Statement(span)
{
    public override Flow Execute(RenderState state) =>
        isInLoop ? flow : throw state.Fail(Span, $"`{(flow == Flow.Break ? "break" : "continue")}` stands outside a loop.");
}

internal sealed class ReturnStatement(TextSpan span, Node? value) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        var result = value is null ? Value.Null : value.Evaluate(state);
        state.Returned = result.Kind == ValueKind.Range ? state.Materialize(result, Span) : result;
        return Flow.Return;
    }
}

internal sealed class FunctionStatement(TextSpan span, Node target, TemplateFunction function) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        ((IAssignable)target).Assign(state, Value.Of(function));
        return Flow.Next;
    }
}

internal sealed class ReadOnlyStatement(TextSpan span, string name) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Globals.Own(state).MakeReadOnly(name);
        return Flow.Next;
    }
}
