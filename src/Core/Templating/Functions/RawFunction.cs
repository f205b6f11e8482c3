namespace Clientele.Templating;

/// <summary><c>raw</c>: marks text as already being in the template's format, so that it is written unescaped.</summary>
internal static class RawFunction
{
    public static Function Create() => new BuiltinFunction("raw", "text:o", static (in Call call, ReadOnlySpan<Value> arguments) =>
        arguments[0].IsNull
            ? Value.Null
            : Value.Of(new SafeText(call.State.Text(arguments[0], call.Site.Argument(0)), call.State.Escaping)));
}
