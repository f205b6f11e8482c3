namespace Clientele.Templating;

/// <summary>
/// The short way from a piped value to the output: a builtin that writes its result, with constants for its other arguments. Null results
/// and shadowed modules take the ordinary way.
/// </summary>
internal sealed class PipedWrite(BuiltinNode target, BuiltinFunction function, Value[] constants, CallSite site)
{
    public static PipedWrite? Of(Node target, ReadOnlySpan<BoundArgument> rest, CallSite site)
    {
        if (target is not BuiltinNode { Bindable: BuiltinFunction { Writer: not null } function } builtin)
        {
            return null;
        }

        var values = new Value[rest.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] is not { Name: null, Expands: false, Value: LiteralNode literal })
            {
                return null;
            }

            values[i] = literal.Value;
        }

        return function.Constants(values) is { } constants ? new PipedWrite(builtin, function, constants, site) : null;
    }

    public bool IsBound(RenderState state) => target.Bound(state) is not null;

    public void Write(RenderState state, in Value value) => function.Write(state, site, value, constants);
}
