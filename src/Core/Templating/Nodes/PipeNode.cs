using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary><c>a | e</c> where e is not written as a call: its value has to be a function.</summary>
internal sealed class PipeNode(Node from, Node to, CallSite site) : Node(TextSpan.Covering(from.Span, to.Span))
{
    private readonly BuiltinNode? _builtin = to as BuiltinNode;
    private readonly PipedWrite? _direct = PipedWrite.Of(to, [], site);

    public override void Write(RenderState state, TextSpan span)
    {
        if (_direct is not null && _direct.IsBound(state))
        {
            _direct.Write(state, from.Evaluate(state));
        }
        else
        {
            base.Write(state, span);
        }
    }

    public override Value Evaluate(RenderState state)
    {
        var value = from.Evaluate(state);
        return _builtin?.Bound(state) is { } builtin ? CallBuiltin(state, builtin, value) : Call(state, value);
    }

    // The room for the arguments is cleared on entry, so it must not become part of the caller's frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value CallBuiltin(RenderState state, Function builtin, in Value value)
    {
        var buffer = default(ArgumentBuffer);
        buffer[0] = value;
        return builtin.InvokeInPlace(state, site, buffer, 1, null);
    }

    private Value Call(RenderState state, in Value value)
    {
        var target = to.EvaluateUncalled(state);
        var function = target.Kind switch
        {
            ValueKind.Function => target.Function,
            ValueKind.Object when target.Reference is BuiltinModule { Self: { } self } => self,
            _ => null,
        };
        if (function is null)
        {
            var text = state.Source.Slice(to.Span);
            throw target.IsNull
                ? state.FailUnknown(to.Span, $"There is no function `{text}` to pipe into.", TemplateErrorCode.UnknownFunction, state.SuggestFunction(text))
                : state.Fail(to.Span, $"`{text}` is not a function to pipe into.", TemplateErrorCode.UnknownFunction);
        }

        return function.Invoke(state, site, [value], null, null);
    }
}
