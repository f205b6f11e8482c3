namespace Clientele.Templating;

/// <summary>A template cannot be compiled or rendered, or a rule cannot be compiled. Says what and where.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the error from what is wrong.</summary>
    /// <param name="diagnostics">At least one diagnostic; the first is the most important.</param>
    /// <param name="innerException">What the model, a host function or the loader threw, if that is the cause.</param>
    /// <exception cref="ArgumentException"><paramref name="diagnostics"/> is empty.</exception>
    public TemplateException(IReadOnlyList<TemplateDiagnostic> diagnostics, Exception? innerException = null)
        : base(Text(diagnostics), innerException) => Diagnostics = diagnostics;

    /// <summary>The code of the first diagnostic.</summary>
    public string Code => Diagnostics[0].Code;

    /// <summary>Everything that is wrong: one entry for a render, one or more for a compilation.</summary>
    public IReadOnlyList<TemplateDiagnostic> Diagnostics { get; }

    internal static TemplateException At(SourceText source, TextSpan span, string code, string message, Exception? inner = null) =>
        new([TemplateDiagnostic.At(source, span, code, message)], inner);

    private static string Text(IReadOnlyList<TemplateDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfZero(diagnostics.Count);
        return string.Join('\n', diagnostics);
    }
}
