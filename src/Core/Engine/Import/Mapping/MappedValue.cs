namespace Clientele.Import;

/// <summary>How a value of a row is found.</summary>
public enum MappedValueKind
{
    /// <summary>The cell of a column.</summary>
    Column,

    /// <summary>The same text for every row.</summary>
    Constant,

    /// <summary>A template over the columns.</summary>
    Expression,
}

/// <summary>Where a value comes from: the header of a column, <c>= text</c> for a constant, or a text with <c>{{ … }}</c> over the columns.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">The header, the constant without its sign, or the expression.</param>
/// <remarks>Immutable and thread-safe.</remarks>
/// <example><code>MappedValue.Parse("Date Entered"); MappedValue.Parse("= core.sale"); MappedValue.Parse("{{ house_number }} {{ house_street }}");</code></example>
public sealed record MappedValue(MappedValueKind Kind, string Text)
{
    /// <summary>The line of the mapping file it stands on; 0 when it was made in code.</summary>
    internal int Line { get; init; }

    /// <summary>What the error file calls the place: the header, or the expression.</summary>
    internal string Place => Kind == MappedValueKind.Constant ? "" : Text;

    /// <summary>Reads a value as a mapping file writes it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static MappedValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith('=') ? Constant(text[1..].Trim())
            : text.Contains("{{", StringComparison.Ordinal) ? new(MappedValueKind.Expression, text)
            : Column(text.Trim());
    }

    /// <summary>The cell of a column.</summary>
    /// <param name="header">Its header; blanks and capitals do not matter.</param>
    /// <returns>The value.</returns>
    public static MappedValue Column(string header) => new(MappedValueKind.Column, header);

    /// <summary>The same text for every row.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static MappedValue Constant(string text) => new(MappedValueKind.Constant, text);

    /// <summary>The value as a mapping file writes it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind == MappedValueKind.Constant ? $"= {Text}" : Text;
}
