namespace Clientele.Plugins;

/// <summary>Copies what a plugin gave into collections of the host's own: a list of a type of the plugin's, which a collection expression makes, would keep the plugin loaded.</summary>
internal static class CopyOut
{
    public static MeasureResult Of(MeasureResult result) => result.Reasons is Reason[] { Length: 0 } ? result : result with { Reasons = Of(result.Reasons) };

    public static InsightResult Of(InsightResult result) => new()
    {
        Figures = [.. result.Figures],
        Tables = [.. result.Tables.Select(table => table with { Columns = [.. table.Columns], Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells], Clients = [.. row.Clients] })] })],
        Charts = [.. result.Charts.Select(chart => chart with { Values = [.. chart.Values], Cuts = [.. chart.Cuts], CutsAcross = [.. chart.CutsAcross] })],
        Reasons = Of(result.Reasons),
        Refusal = result.Refusal is { } refusal ? Of(refusal) : null,
    };

    private static Reason[] Of(IReadOnlyList<Reason> reasons) => [.. reasons.Select(Of)];

    private static Reason Of(Reason reason) => reason.Facts.Count == 0
        ? new(reason.Code, reason.Text)
        : new(reason.Code, reason.Text) { Facts = new Dictionary<string, string>(reason.Facts, StringComparer.Ordinal) };
}
