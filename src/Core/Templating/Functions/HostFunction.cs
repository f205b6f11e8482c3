namespace Clientele.Templating;

/// <summary>A function of a <see cref="FunctionModule"/>.</summary>
internal sealed class HostFunction(string name, Func<RenderCall, object?> body, int required, int most, bool isPure) : Function(name)
{
    public override bool IsPure => isPure;

    public override (int Required, int Most) Arity => (required, most);

    public override Value Invoke(
        RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, WrappedBlock? wrapped)
    {
        state.Step(site.Span);
        if (arguments.Length + (named?.Count ?? 0) < required || arguments.Length > most)
        {
            var at = arguments.Length > most ? site.Callee : site.After;
            throw state.Fail(at, $"`{Name}` takes {Count()} arguments, not {arguments.Length}.", TemplateErrorCode.Arguments);
        }

        try
        {
            return ModelAccess.ToValue(state, body(new RenderCall(state, site, arguments.ToArray(), named)));
        }
        catch (Exception exception) when (exception is not (TemplateException or OperationCanceledException))
        {
            throw state.Fail(site.Callee, $"`{Name}` failed: {exception.Message}", TemplateErrorCode.Host, exception);
        }
    }

    private string Count() => required == most ? $"{required}" : most >= 64 ? $"at least {required}" : $"{required} to {most}";
}
