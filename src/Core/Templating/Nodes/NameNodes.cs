namespace Clientele.Templating;

/// <summary>Something that can be assigned to.</summary>
internal interface IAssignable
{
    void Assign(RenderState state, Value value);
}

/// <summary>A name that is looked up: a loop variable of a caller, a global, a builtin.</summary>
internal sealed class GlobalNode(TextSpan span, string name, CallSite site) : Node(span), IAssignable
{
    private readonly MemberSite _site = new(name);

    public string Name { get; } = name;

    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallIfFunction(value, site) : value;
    }

    // Most templates only read the members of their model: then there is nowhere else to look first.
    public override Value EvaluateUncalled(RenderState state)
    {
        if (state.PlainModel(Name) is { } model)
        {
            try
            {
                if (_site.TryRead(state, model, out var value))
                {
                    return value;
                }
            }
            catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException or OutOfMemoryException))
            {
                throw state.MemberFailed(Name, Span, exception);
            }
        }

        return state.Lookup(Name, Span);
    }

    public void Assign(RenderState state, Value value) => state.Assign(Name, value, Span);
}

/// <summary>The variable of a loop around this expression.</summary>
internal sealed class LoopVariableNode(TextSpan span, string name, int slot, CallSite site) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state)
    {
        var value = EvaluateUncalled(state);
        return value.Kind == ValueKind.Function ? state.CallIfFunction(value, site) : value;
    }

    public override Value EvaluateUncalled(RenderState state) => state.Frame.Loop(slot) is { } loop ? loop.Current : state.Lookup(name, Span);

    public void Assign(RenderState state, Value value) => state.Assign(name, value, Span);
}

/// <summary>A parameter, or a variable that a function with parameters assigns and that may turn out to be a global.</summary>
internal sealed class ScopedNode(TextSpan span, string name, int slot, CallSite site) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state) => state.CallIfFunction(EvaluateUncalled(state), site);

    public override Value EvaluateUncalled(RenderState state)
    {
        var value = state.Frame.Scoped(slot);
        return value.IsUnset ? state.Lookup(name, Span) : value;
    }

    public void Assign(RenderState state, Value value)
    {
        if (state.Frame.Scoped(slot).IsUnset && state.TryLookupShared(name, out _))
        {
            state.Assign(name, value, Span);
        }
        else
        {
            state.Frame.Scoped(slot) = value.IsUnset ? Value.Null : value;
        }
    }
}

/// <summary><c>$x</c>.</summary>
internal sealed class LocalNode(TextSpan span, int slot, CallSite site) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state) => state.CallIfFunction(state.Frame.Local(slot), site);

    public override Value EvaluateUncalled(RenderState state) => state.Frame.Local(slot);

    public void Assign(RenderState state, Value value) => state.Frame.Local(slot) = value;
}

/// <summary><c>$</c>: the arguments, or null outside a function.</summary>
internal sealed class ArgumentsNode(TextSpan span) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.Frame.Arguments is { } arguments ? Value.Of(arguments) : Value.Null;
}

/// <summary><c>$0</c>.</summary>
internal sealed class ArgumentNode(TextSpan span, int index, CallSite site) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state) => state.CallIfFunction(EvaluateUncalled(state), site);

    public override Value EvaluateUncalled(RenderState state) =>
        state.Frame.Arguments is { } arguments && index < arguments.Count ? arguments[index] : Value.Null;

    public void Assign(RenderState state, Value value)
    {
        state.ChargeItems(Span, index);
        (state.Frame.Arguments ??= new TemplateArray()).Set(index, value);
    }
}

/// <summary><c>$$</c>: runs the block that <c>wrap</c> gave.</summary>
internal sealed class WrappedBlockNode(TextSpan span) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        if (state.Frame.Wrapped is not { } block)
        {
            return Value.Null;
        }

        var frame = state.Frame;
        state.EnterCall(Span);
        state.Frame = block.Frame;
        Statement.Run(block.Body, state);
        state.Frame = frame;
        state.LeaveCall();
        return Value.Null;
    }
}

/// <summary><c>this</c>: the object that names are assigned in.</summary>
internal sealed class ThisNode(TextSpan span) : Node(span)
{
    public override Value Evaluate(RenderState state) =>
        Value.OfObject(state.Globals.Model is null ? state.Globals.Own(state) : state.Globals);
}

/// <summary><c>for</c>, <c>while</c> or <c>tablerow</c> as the running loop.</summary>
internal sealed class LoopNode(TextSpan span, string keyword) : Node(span), IAssignable
{
    public override Value Evaluate(RenderState state)
    {
        for (var loop = state.Loops; loop is not null; loop = loop.Outer)
        {
            if (loop.Keyword == keyword)
            {
                return Value.OfObject(loop);
            }
        }

        return state.Lookup(keyword, Span);
    }

    public void Assign(RenderState state, Value value) => state.Assign(keyword, value, Span);
}

/// <summary>A function of a builtin module, such as <c>string.upcase</c>, unless something in sight shadows the module.</summary>
internal sealed class BuiltinNode(TextSpan span, Function function, int moduleBit, Node lookup, CallSite site) : Node(span)
{
    public override Value Evaluate(RenderState state) => state.CallIfFunction(EvaluateUncalled(state), site);

    public override Value EvaluateUncalled(RenderState state) => Bound(state) is { } bound ? Value.Of(bound) : lookup.EvaluateUncalled(state);

    /// <summary>The builtin that is meant where nothing shadows its module.</summary>
    public Function Bindable => function;

    /// <summary>The builtin, or null when something may shadow its module.</summary>
    public Function? Bound(RenderState state) => (state.Shadowed & moduleBit) == 0 ? function : null;
}
