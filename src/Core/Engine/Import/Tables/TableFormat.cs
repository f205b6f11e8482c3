namespace Clientele.Import;

/// <summary>How a file is to be read, where the operator knows better than what can be seen in it. Everything left out is detected.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TableFormat
{
    /// <summary><c>csv</c>, <c>xlsx</c> or <c>xls</c>; empty to look at the file.</summary>
    public string Format { get; init; } = "";

    /// <summary>The encoding of a CSV file, such as <c>utf-8</c>, <c>gb18030</c>, <c>utf-16</c> or <c>windows-1252</c>; empty to detect it.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>What separates the cells of a CSV file; <see langword="null"/> to detect it among comma, semicolon, tab and bar.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The name of the sheet; empty for the first.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The row with the headers, counted from 1; 0 for the first that is not blank.</summary>
    public int HeaderRow { get; init; }
}
