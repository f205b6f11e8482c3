namespace Clientele.Templating;

/// <summary>A compiled expression. Immutable, run by many threads at once; whatever changes is in the <see cref="RenderState"/>.</summary>
internal abstract class Node(TextSpan span)
{
    public TextSpan Span { get; } = span;

    /// <summary>The value, calling it when it is a function named without arguments.</summary>
    public abstract Value Evaluate(RenderState state);

    /// <summary>The value as it is, a function included.</summary>
    public virtual Value EvaluateUncalled(RenderState state) => Evaluate(state);

    /// <summary>Writes the value; nothing for null.</summary>
    public virtual void Write(RenderState state, TextSpan span)
    {
        var value = Evaluate(state);
        if (!value.IsNull)
        {
            state.Write(value, span);
        }
    }
}

/// <summary>A compiled statement.</summary>
internal abstract class Statement(TextSpan span)
{
    public TextSpan Span { get; } = span;

    public abstract Flow Execute(RenderState state);

    public static Flow Run(Statement[] statements, RenderState state)
    {
        // Charged for all at once: most statements only write.
        state.Steps(statements);
        foreach (var statement in statements)
        {
            var flow = statement.Execute(state);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}

/// <summary>What to do after a statement.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,
}
