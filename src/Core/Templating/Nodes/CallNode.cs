using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>Where a call, its function and its arguments stand, for errors.</summary>
internal sealed class CallSite(TextSpan span, TextSpan callee, TextSpan[] arguments)
{
    public TextSpan Span { get; } = span;

    public TextSpan Callee { get; } = callee;

    /// <summary>Just after the call, where a missing argument would stand.</summary>
    public TextSpan After { get; init; } = new(span.End, span.End + 1);

    public TextSpan Argument(int index) => arguments.Length == 0 ? Callee : arguments[Math.Min(index, arguments.Length - 1)];
}

/// <summary>An argument as compiled: a value, perhaps named, perhaps a list that becomes several.</summary>
internal readonly record struct BoundArgument(string? Name, Node Value, bool Expands);

/// <summary>A call: <c>f a b</c>, <c>f(a, b)</c>, <c>a | f b</c>.</summary>
internal sealed class CallNode : Node
{
    private readonly Node _target;
    private readonly BoundArgument[] _arguments;
    private readonly CallSite _site;
    private readonly bool _isPiped;
    private readonly bool _isSimple;
    private readonly BuiltinNode? _builtin;
    private readonly PipedWrite? _direct;

    public CallNode(TextSpan span, Node target, BoundArgument[] arguments, CallSite site, bool isPiped)
        : base(span)
    {
        _target = target;
        _builtin = target as BuiltinNode;
        _arguments = arguments;
        _site = site;
        _isPiped = isPiped;
        _isSimple = arguments.Length <= ArgumentBuffer.Size && Array.TrueForAll(arguments, a => a.Name is null && !a.Expands);
        _direct = isPiped && !arguments[0].Expands ? PipedWrite.Of(target, arguments.AsSpan(1), site) : null;
    }

    public Node Target => _target;

    public override void Write(RenderState state, TextSpan span)
    {
        if (_direct is not null && _direct.IsBound(state))
        {
            _direct.Write(state, _arguments[0].Value.Evaluate(state));
        }
        else
        {
            base.Write(state, span);
        }
    }

    public override Value Evaluate(RenderState state) => Invoke(state, wrapped: null);

    // The room for the arguments is cleared on entry, so it must not become part of the caller's frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Value Invoke(RenderState state, WrappedBlock? wrapped)
    {
        // The piped value is computed before the function is looked up, as it is written first.
        if (_isSimple)
        {
            var buffer = default(ArgumentBuffer);
            Span<Value> values = buffer;
            var first = _isPiped ? 1 : 0;
            if (_isPiped)
            {
                values[0] = _arguments[0].Value.Evaluate(state);
            }

            var function = _builtin?.Bound(state) ?? Resolve(state);
            for (var i = first; i < _arguments.Length; i++)
            {
                values[i] = _arguments[i].Value.Evaluate(state);
            }

            return function is null ? Value.Null : function.InvokeInPlace(state, _site, values, _arguments.Length, wrapped);
        }

        return InvokeGeneral(state, wrapped);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value InvokeGeneral(RenderState state, WrappedBlock? wrapped)
    {
        var values = new TemplateArray(_arguments.Length);
        List<NamedArgument>? named = null;
        Function? function = null;
        for (var i = 0; i < _arguments.Length; i++)
        {
            if (i == (_isPiped ? 1 : 0))
            {
                function = Resolve(state);
            }

            var value = _arguments[i].Value.Evaluate(state);
            if (_arguments[i].Name is { } name)
            {
                (named ??= []).Add(new NamedArgument(name, value, _arguments[i].Value.Span));
            }
            else if (_arguments[i].Expands && value.IsList)
            {
                foreach (var item in state.Items(value.List, _site.Argument(i)))
                {
                    state.ChargeItems(Span, values.Count);
                    values.Add(item);
                }
            }
            else
            {
                values.Add(value);
            }
        }

        function ??= Resolve(state);
        return function is null ? Value.Null : function.Invoke(state, _site, values.AsSpan(), named, wrapped);
    }

    private Function? Resolve(RenderState state)
    {
        var target = _target.EvaluateUncalled(state);
        if (target.Kind == ValueKind.Function)
        {
            return target.Function;
        }

        if (target.IsNull && state.Settings.EnableRelaxedFunctionAccess)
        {
            return null;
        }

        if (target.Kind == ValueKind.Object && target.Reference is BuiltinModule { Self: { } self })
        {
            return self;
        }

        var text = state.Source.Slice(_target.Span);
        throw target.IsNull
            ? state.FailUnknown(_target.Span, $"There is no function `{text}`.", TemplateErrorCode.UnknownFunction, state.SuggestFunction(text))
            : state.Fail(_target.Span, $"`{text}` is not a function.", TemplateErrorCode.UnknownFunction);
    }
}

/// <summary>Room for the arguments of a call, on the stack.</summary>
[InlineArray(Size)]
internal struct ArgumentBuffer
{
    public const int Size = 4;

    private Value _first;
}

/// <summary>An argument given by name.</summary>
internal readonly record struct NamedArgument(string Name, Value Value, TextSpan Span);
