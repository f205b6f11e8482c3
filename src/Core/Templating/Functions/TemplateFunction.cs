namespace Clientele.Templating;

/// <summary>A parameter of a template's own function.</summary>
internal sealed record FunctionParameter(string Name, Node? Default, bool IsVariadic);

/// <summary>A function written in a template.</summary>
internal sealed class TemplateFunction(string name, CompiledUnit unit, FunctionParameter[]? parameters, string text) : Function(name)
{
    private readonly int _required = parameters?.Count(p => p.Default is null && !p.IsVariadic) ?? 0;

    public override (int Required, int Most) Arity =>
        (_required, parameters is null || parameters is [.., { IsVariadic: true }] ? int.MaxValue : parameters.Length);

    public override Value Invoke(
        RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, WrappedBlock? wrapped)
    {
        state.EnterCall(site.Callee);
        var caller = state.Frame;
        var frame = new Frame(unit, caller, site.Callee) { Wrapped = wrapped };
        if (parameters is null)
        {
            frame.Pass(arguments, named);
        }
        else
        {
            Bind(state, site, frame, arguments, named);
        }

        // A function under a local name can call itself.
        if (Name is ['$', .. var local] && unit.LocalSlot(local) is >= 0 and var slot)
        {
            frame.Local(slot) = Value.Of(this);
        }

        state.Frame = frame;
        var flow = Statement.Run(unit.Body, state);
        state.Frame = caller;
        state.LeaveCall();
        var result = flow == Flow.Return ? state.Returned : Value.Null;
        state.Returned = default;
        return result;
    }

    public override string Print() => text;

    private void Bind(RenderState state, CallSite site, Frame frame, ReadOnlySpan<Value> arguments, List<NamedArgument>? named)
    {
        CheckCount(state, site, arguments.Length, named);
        for (var i = 0; i < parameters!.Length; i++)
        {
            frame.Scoped(i) = parameters[i].IsVariadic
                ? Value.Of(Rest(arguments, i))
                : i < arguments.Length ? Normalized(arguments[i]) : parameters[i].Default is { } initial ? initial.Evaluate(state) : Value.Null;
        }

        foreach (var argument in named ?? [])
        {
            var index = Array.FindIndex(parameters, p => p.Name == argument.Name);
            if (index < 0)
            {
                throw state.FailUnknown(
                    argument.Span, $"`{Name}` has no parameter `{argument.Name}`.", TemplateErrorCode.Arguments,
                    Suggestion.Closest(argument.Name, parameters.Select(p => p.Name)));
            }

            frame.Scoped(index) = Normalized(argument.Value);
        }
    }

    private void CheckCount(RenderState state, CallSite site, int count, List<NamedArgument>? named)
    {
        var missing = 0;
        for (var i = count; i < parameters!.Length; i++)
        {
            if (parameters[i].Default is null && !parameters[i].IsVariadic && named?.Exists(n => n.Name == parameters[i].Name) != true)
            {
                missing++;
            }
        }

        if (missing > 0)
        {
            throw state.Fail(site.After, $"`{Name}` needs {_required} arguments and was given {count + (named?.Count ?? 0)}.", TemplateErrorCode.Arguments);
        }

        if (count > Arity.Most)
        {
            throw state.Fail(site.Argument(parameters.Length), $"`{Name}` takes at most {Arity.Most} arguments, not {count}.", TemplateErrorCode.Arguments);
        }
    }

    private static Value Normalized(in Value value) => value.IsUnset ? Value.Null : value;

    private static TemplateArray Rest(ReadOnlySpan<Value> arguments, int from)
    {
        var rest = new TemplateArray();
        for (var i = from; i < arguments.Length; i++)
        {
            rest.Add(arguments[i]);
        }

        return rest;
    }
}
