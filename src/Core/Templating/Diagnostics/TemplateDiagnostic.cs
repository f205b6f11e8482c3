using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>One thing wrong with a template: what, and exactly where. Immutable.</summary>
/// <param name="Code">A stable code of <see cref="TemplateErrorCode"/>.</param>
/// <param name="File">The name of the template.</param>
/// <param name="Line">The line where it starts, from 1.</param>
/// <param name="Column">The column where it starts, from 1, in UTF-16 units.</param>
/// <param name="EndLine">The line where it ends, from 1.</param>
/// <param name="EndColumn">The column after the last character, from 1.</param>
/// <param name="Message">What is wrong, as one sentence without position.</param>
/// <param name="SourceLine">The line of the template it starts in.</param>
public sealed record TemplateDiagnostic(
    string Code, string File, int Line, int Column, int EndLine, int EndColumn, string Message, string? SourceLine)
{
    private const int ExcerptWidth = 120;

    /// <summary>The calls and includes that led here, innermost first, each as <c>file(line,column): what</c>.</summary>
    public IReadOnlyList<string> Stack { get; init; } = [];

    /// <summary>A known name that is close to the unknown one, or <see langword="null"/>.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The diagnostic in full: position, code, message, the source line with a caret, and the stack.</summary>
    /// <returns>One or more lines separated by line feeds.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{File}({Line},{Column}): error {Code}: {Message}");
        if (Suggestion is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" Did you mean `{Suggestion}`?");
        }

        if (SourceLine is { Length: > 0 } line)
        {
            var column = Math.Clamp(Column - 1, 0, line.Length);
            var from = Math.Max(0, column - (ExcerptWidth / 2));
            var shown = line.Substring(from, Math.Min(ExcerptWidth, line.Length - from)).Replace('\t', ' ');
            var width = EndLine == Line ? Math.Clamp(EndColumn - Column, 1, Math.Max(1, shown.Length - (column - from))) : 1;
            text.Append("\n  ").Append(shown).Append("\n  ").Append(' ', column - from).Append('^', width);
        }

        foreach (var step in Stack)
        {
            text.Append("\n  in ").Append(step);
        }

        return text.ToString();
    }

    internal static TemplateDiagnostic At(SourceText source, TextSpan span, string code, string message)
    {
        var (line, column) = source.Position(span.Start);
        var (endLine, endColumn) = source.Position(Math.Max(span.Start, span.End));
        return new TemplateDiagnostic(code, source.Name, line, column, endLine, endColumn, message, source.Line(line));
    }
}
