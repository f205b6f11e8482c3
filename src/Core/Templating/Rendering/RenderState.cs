using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>Everything one render changes: where names and output go, and what is left of the budget. Used by one thread.</summary>
internal sealed partial class RenderState
{
    public RenderState(TemplateEngine engine, RenderOptions options, OutputBuffer output, CancellationToken cancellationToken)
    {
        Engine = engine;
        Options = options;
        Output = output;
        Culture = options.Culture;
        Limits = options.Budget ?? engine.Options.Budget;
        _cancellationToken = cancellationToken;
        _deadline = Limits.Deadline == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)Limits.Deadline.TotalMilliseconds;
        _stepsLeft = Limits.Steps;
        IsCompatible = engine.Options.ScribanCompatible;
        _depthLimit = engine.Options.ScribanCompatible ? Math.Min(Limits.Depth, engine.Options.Scriban.RecursiveLimit) : Limits.Depth;
        Globals = new GlobalScope(null, null, null);
        output.Limit = IsCompatible && Settings.LimitToString is > 0 and var cut ? Math.Min(cut, Limits.OutputChars) : Limits.OutputChars;
    }

    public TemplateEngine Engine { get; }

    public RenderOptions Options { get; }

    public CultureInfo Culture { get; set; }

    public TemplateBudget Limits { get; }

    public OutputBuffer Output { get; }

    public GlobalScope Globals { get; set; }

    public Frame Frame { get; set; } = Frame.None;

    public LoopScope? Loops { get; set; }

    /// <summary>What <c>ret</c> returned, until the call it belongs to takes it.</summary>
    public Value Returned { get; set; }

    /// <summary>Builtin modules that something in sight may shadow, as bits; their calls are then looked up by name.</summary>
    public int Shadowed { get; set; }

    public SourceText Source => Frame.Unit.Source;

    public Escaping Escaping => Frame.Unit.Escaping;

    public bool IsCompatible { get; }

    /// <summary>The type of the last model object that proved to be one, so that the next of its kind is not examined again.</summary>
    public Type? LastPlainType { get; set; }

    public ScribanSettings Settings => Engine.Options.Scriban;

    public TemplateException Fail(TextSpan span, string message, string code = TemplateErrorCode.Evaluation, Exception? inner = null) =>
        new([TemplateDiagnostic.At(Source, span, code, message) with { Stack = Stack() }], inner);

    public TemplateException FailUnknown(TextSpan span, string message, string code, string? suggestion) =>
        new([TemplateDiagnostic.At(Source, span, code, message) with { Stack = Stack(), Suggestion = suggestion }]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<string> Stack()
    {
        var stack = new List<string>();
        for (var frame = Frame; frame.Caller is { } caller && stack.Count < 16; frame = caller)
        {
            var (line, column) = caller.Unit.Source.Position(frame.CallSpan.Start);
            stack.Add(string.Create(CultureInfo.InvariantCulture, $"{caller.Unit.Source.Name}({line},{column}): {frame.Unit.Description}"));
        }

        return stack;
    }
}
