namespace Clientele.Templating;

/// <summary>The body of a builtin: its arguments are converted, complete and in order.</summary>
internal delegate Value BuiltinBody(in Call call, ReadOnlySpan<Value> arguments);

/// <summary>A call in progress, for a builtin that fails, iterates or calls back.</summary>
internal readonly ref struct Call(RenderState state, CallSite site)
{
    public RenderState State { get; } = state;

    public CallSite Site { get; } = site;

    /// <summary>Where the function's own mistakes are reported: its name.</summary>
    public TextSpan Span => Site.Callee;

    public TemplateException Fail(string message, string code = TemplateErrorCode.Evaluation) => State.Fail(Span, message, code);

    public Value Text(string text)
    {
        State.ChargeString(Span, text.Length);
        return Value.Of(text);
    }

    public IEnumerable<Value> Items(in Value list) => State.Items(list.List, Span);
}

/// <summary>A function of a builtin module.</summary>
internal sealed class BuiltinFunction : Function
{
    private readonly Parameter[] _parameters;
    private readonly BuiltinBody _body;
    private readonly int _required;
    private readonly bool _isVariadic;

    public BuiltinFunction(string name, string parameters, BuiltinBody body, bool isPure = true)
        : base(name)
    {
        _parameters = Parameter.Parse(parameters);
        _body = body;
        IsPure = isPure;
        _required = _parameters.Count(p => !p.IsOptional && !p.IsVariadic);
        _isVariadic = _parameters is [.., { IsVariadic: true }];
    }

    public override bool IsPure { get; }

    public override (int Required, int Most) Arity => (_required, _isVariadic ? int.MaxValue : _parameters.Length);

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public override Value Invoke(
        RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, WrappedBlock? wrapped)
    {
        state.Step(site.Span);
        if (named is not null)
        {
            arguments = Order(state, site, arguments, named);
        }

        if (arguments.Length < _required)
        {
            // What is there is judged before what is not.
            Converted(state, site, arguments, new Value[arguments.Length]);
            throw state.Fail(site.After, $"`{Name}` needs {_required} arguments and was given {arguments.Length}.", TemplateErrorCode.Arguments);
        }

        if (arguments.Length > _parameters.Length && !_isVariadic)
        {
            throw state.Fail(site.Callee, $"`{Name}` takes at most {_parameters.Length} arguments, not {arguments.Length}.", TemplateErrorCode.Arguments);
        }

        if (_isVariadic)
        {
            return _body(new Call(state, site), Converted(state, site, arguments, new Value[Math.Max(arguments.Length, _required)]));
        }

        var buffer = default(ArgumentBuffer);
        Span<Value> values = buffer;
        return _body(new Call(state, site), Converted(state, site, arguments, values[.._parameters.Length]));
    }

    private ReadOnlySpan<Value> Converted(RenderState state, CallSite site, ReadOnlySpan<Value> arguments, Span<Value> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = _parameters[Math.Min(i, _parameters.Length - 1)];
            values[i] = i < arguments.Length ? state.Convert(arguments[i], parameter, site.Argument(i)) : parameter.Default;
        }

        return values;
    }

    // Named arguments go to their parameter; one that names none goes to the next free place, as Scriban has it.
    private Value[] Order(RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument> named)
    {
        var values = new List<Value>(arguments.Length + named.Count);
        values.AddRange(arguments);
        foreach (var argument in named)
        {
            var index = Array.FindIndex(_parameters, p => p.Name == argument.Name);
            if (index < 0 && !state.IsCompatible)
            {
                throw state.FailUnknown(
                    argument.Span, $"`{Name}` has no parameter `{argument.Name}`.", TemplateErrorCode.Arguments,
                    Suggestion.Closest(argument.Name, _parameters.Select(p => p.Name)));
            }

            index = index < 0 || _parameters[index].IsVariadic ? values.Count : index;
            state.ChargeItems(site.Span, index);
            while (values.Count <= index)
            {
                values.Add(values.Count < _parameters.Length ? _parameters[values.Count].Default : Value.Null);
            }

            values[index] = argument.Value;
        }

        return [.. values];
    }
}
