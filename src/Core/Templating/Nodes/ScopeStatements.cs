namespace Clientele.Templating;

internal sealed class CaptureStatement(TextSpan span, Node target, Statement[] body) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        var capture = state.BeginCapture();
        Flow flow;
        string text;
        try
        {
            flow = Run(body, state);
        }
        catch
        {
            state.AbandonCapture(capture);
            throw;
        }

        text = state.EndCapture(capture, Span);
        if (target is not IAssignable assignable)
        {
            throw state.Fail(target.Span, "Only a variable, a member or an item can be captured into.");
        }

        assignable.Assign(state, CapturedText.Of(text, state.Escaping));
        return flow;
    }
}

internal sealed class WithStatement(TextSpan span, Node target, Statement[] body) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        var value = target.Evaluate(state);
        if (value.Kind != ValueKind.Object)
        {
            throw state.Fail(target.Span, $"`with` needs an object, not {KindName.Of(value)}.");
        }

        var (globals, shadowed) = (state.Globals, state.Shadowed);
        state.PushGlobals(value.Reference is TemplateObject own ? new GlobalScope(own, null, globals) : new GlobalScope(null, value.Reference, globals));
        var flow = Run(body, state);
        state.Globals = globals;
        state.Shadowed = shadowed;
        return flow;
    }
}

internal sealed class ImportStatement(TextSpan span, Node source) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        var value = source.Evaluate(state);
        if (value.IsNull)
        {
            return Flow.Next;
        }

        if (value.Kind != ValueKind.Object)
        {
            throw state.Fail(source.Span, $"`import` needs an object, not {KindName.Of(value)}.");
        }

        foreach (var name in state.MemberNames(value, source.Span))
        {
            if (!state.Globals.Own(state).IsReadOnly(name))
            {
                state.Assign(name, state.Member(value, name, source.Span), source.Span);
            }
        }

        return Flow.Next;
    }
}

internal sealed class WrapStatement(TextSpan span, Node call, Statement[] body) : Statement(span)
{
    public override Flow Execute(RenderState state)
    {
        state.Step(Span);
        if (call is not CallNode invocation)
        {
            throw state.Fail(call.Span, "`wrap` needs a call of a function.");
        }

        var result = invocation.Invoke(state, new WrappedBlock(body, state.Frame));
        if (!result.IsNull)
        {
            state.Write(result, Span);
        }

        return Flow.Next;
    }
}
