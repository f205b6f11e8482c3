using Clientele.Insights;

namespace Clientele.Host.Commands;

/// <summary>The cells of an insight as people and programs read them.</summary>
internal static class InsightCells
{
    /// <summary>The cell for a program: the number as it is, a client or a person by name.</summary>
    public static object? Raw(InsightCell cell, ShownInsight shown, Func<LocalizedText, string> say) => cell switch
    {
        { Number: { } number } => number,
        { Text: { } text } => say(text),
        { Day: { } day } => day,
        _ => shown.NameOf(cell),
    };

    /// <summary>The cell for a person: ratios in percent.</summary>
    public static object? Shown(InsightCell cell, MeasureUnit unit, ShownInsight shown, Func<LocalizedText, string> say) =>
        cell.Number is { } number ? Number(number, unit) : Raw(cell, shown, say);

    /// <summary>A number for a person.</summary>
    public static object Number(decimal number, MeasureUnit unit) => unit switch
    {
        MeasureUnit.Ratio => Documents.DocumentFormats.Percent(number, 1),
        MeasureUnit.Number => Documents.DocumentFormats.Number(number),
        _ => number,
    };
}
