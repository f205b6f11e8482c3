using System.Globalization;

namespace Clientele.Templating;

/// <summary>A template on the walk through another: its tree, its text, its format, and the includes that led there, innermost first.</summary>
internal sealed record WalkedPage(BlockSyntax Page, SourceText Source, Escaping Escaping, IReadOnlyList<string> Stack)
{
    /// <summary>A place in it, as errors write it.</summary>
    public string Place(TextSpan span)
    {
        var (line, column) = Source.Position(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{Source.Name}({line},{column})");
    }

    public TemplateDiagnostic Diagnostic(TextSpan span, string code, string message) =>
        TemplateDiagnostic.At(Source, span, code, message) with { Stack = Stack };
}
