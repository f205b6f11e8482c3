namespace Clientele.Templating;

/// <content>Calling functions, and running included templates.</content>
internal sealed partial class RenderState
{
    /// <summary>A function named without arguments is called; any other value is itself.</summary>
    public Value CallIfFunction(in Value value, CallSite site) =>
        value.Kind == ValueKind.Function ? value.Function.Invoke(this, site, [], null, null) : value;

    public string? SuggestFunction(string name) => Suggestion.Closest(name, Engine.Builtins.FunctionNames);

    /// <summary>Runs a template inside this render; its output goes where output goes now.</summary>
    public void RunIncluded(CompiledUnit unit, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named)
    {
        EnterCall(site.Callee);
        var caller = Frame;
        var frame = new Frame(unit, caller, site.Callee);
        frame.Pass(arguments, named);
        Frame = frame;

        // The text is indented as a whole where it is written, so inside only its own blocks count.
        var indent = Indentation;
        Indent("");
        Statement.Run(unit.Body, this);
        Indent(indent);
        Frame = caller;
        LeaveCall();
    }
}
