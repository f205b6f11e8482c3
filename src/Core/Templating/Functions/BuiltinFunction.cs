namespace Clientele.Templating;

/// <summary>The body of a builtin: its arguments are converted, complete and in order.</summary>
internal delegate Value BuiltinBody(in Call call, ReadOnlySpan<Value> arguments);

/// <summary>
/// Writes the result of a builtin instead of returning it, where the call ends an output expression: the piped value is converted, the other
/// arguments are constants, complete and in order. May write only once nothing can fail any more.
/// </summary>
internal delegate void BuiltinWriter(in Call call, in Value value, ReadOnlySpan<Value> rest);

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

    /// <summary>The short way of a function that is piped into at the end of an output expression, or null.</summary>
    public BuiltinWriter? Writer { get; init; }

    /// <summary>The arguments after the piped one, where they are known before the template runs and need no conversion; else null.</summary>
    public Value[]? Constants(ReadOnlySpan<Value> arguments)
    {
        if (_isVariadic || arguments.Length + 1 < _required || arguments.Length >= _parameters.Length)
        {
            return null;
        }

        var constants = new Value[_parameters.Length - 1];
        for (var i = 0; i < constants.Length; i++)
        {
            if (i < arguments.Length && !Fits(arguments[i].Kind, _parameters[i + 1].Kind))
            {
                return null;
            }

            constants[i] = i < arguments.Length ? arguments[i] : _parameters[i + 1].Default;
        }

        return constants;
    }

    /// <summary>Writes what the function gives for a piped value and constants, through <see cref="Writer"/>.</summary>
    public void Write(RenderState state, CallSite site, in Value value, Value[] constants)
    {
        state.Step(site.Span);
        var call = new Call(state, site);
        if (Fits(value.Kind, _parameters[0].Kind))
        {
            Writer!(call, value, constants);
        }
        else
        {
            Writer!(call, state.Convert(value, _parameters[0], site.Argument(0)), constants);
        }
    }

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

        return _body(new Call(state, site), Converted(state, site, arguments, new Value[_isVariadic ? Math.Max(arguments.Length, _required) : _parameters.Length]));
    }

    public override Value InvokeInPlace(RenderState state, CallSite site, Span<Value> room, int count, WrappedBlock? wrapped)
    {
        if (_isVariadic || count < _required || count > _parameters.Length || _parameters.Length > room.Length)
        {
            return Invoke(state, site, room[..count], null, wrapped);
        }

        state.Step(site.Span);
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (i >= count)
            {
                room[i] = _parameters[i].Default;
            }
            else if (!Fits(room[i].Kind, _parameters[i].Kind))
            {
                room[i] = state.Convert(room[i], _parameters[i], site.Argument(i));
            }
        }

        return _body(new Call(state, site), room[.._parameters.Length]);
    }

    private static bool Fits(ValueKind kind, ParameterKind parameter) => parameter switch
    {
        ParameterKind.Any => true,
        ParameterKind.Text => kind == ValueKind.String,
        ParameterKind.Int => kind == ValueKind.Int,
        ParameterKind.Double => kind == ValueKind.Double,
        ParameterKind.Date => kind == ValueKind.Date,
        _ => false,
    };

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
