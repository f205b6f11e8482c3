using Clientele.Insights;

namespace Clientele.Documents;

/// <summary>An insight as templates read it, as <c>docs/templates.md</c> lists it: the rows of a table are objects by column name, so that every chart can draw them.</summary>
internal static class InsightModel
{
    public static Dictionary<string, object?> Of(ShownInsight shown, int rows, DocumentLanguage language) => Of(InsightFact.Of(shown, people: true), language, rows);

    public static Dictionary<string, object?> Of(InsightFact insight, DocumentLanguage language, int rows = int.MaxValue)
    {
        var result = insight.Result;
        var tables = result.Tables.Select(table => Table(table, rows, language)).ToList<object?>();
        return new(StringComparer.Ordinal)
        {
            ["name"] = insight.Name,
            ["title"] = language.Choose(insight.Title),
            ["description"] = language.Choose(insight.Description),
            ["source"] = insight.Source,
            ["refusal"] = language.Choose(result.Refusal?.Text),
            ["figures"] = result.Figures.Select(figure => Figure(figure, language)).ToList<object?>(),
            ["reasons"] = result.Reasons.Select(reason => SingleLine.Of(language.Choose(reason.Text))).ToList<object?>(),
            ["charts"] = result.Charts.Select(chart => Chart(chart, result.Tables, tables, language)).ToList<object?>(),
            ["tables"] = tables,
        };
    }

    private static Dictionary<string, object?> Figure(Figure figure, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["name"] = figure.Name,
        ["title"] = language.Choose(figure.Title),
        ["value"] = figure.Value,
        ["unit"] = Unit(figure.Unit),
        ["verdict"] = language.Choose(figure.Verdict),
        ["alert"] = figure.Alert,
    };

    private static Dictionary<string, object?> Table(InsightTable table, int rows, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["name"] = table.Name,
        ["title"] = language.Choose(table.Title),
        ["count"] = table.Rows.Count,
        ["columns"] = table.Columns.Select((column, index) => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = column.Name,
            ["title"] = language.Choose(column.Title),
            ["unit"] = Unit(column.Unit),
            ["numeric"] = table.Rows.Any(row => row.Cells[index].Number is not null),
            ["date"] = table.Rows.Any(row => row.Cells[index].Day is not null),
        }).ToList<object?>(),
        ["rows"] = table.Rows.Take(rows).Select(row => Row(table, row, language)).ToList<object?>(),
    };

    private static Dictionary<string, object?> Row(InsightTable table, InsightRow row, DocumentLanguage language)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < table.Columns.Count; index++)
        {
            model[table.Columns[index].Name] = Cell(row.Cells[index], language);
        }

        model["clients"] = row.Clients.Select(client => client.ToString()).ToList<object?>();
        return model;
    }

    private static object? Cell(InsightCell cell, DocumentLanguage language) => cell switch
    {
        { Number: { } number } => number,
        { Text: { } text } => SingleLine.Of(language.Choose(text)),
        { Day: { } day } => ModelObject.Day(day),
        _ => null,
    };

    private static Dictionary<string, object?> Chart(InsightChart chart, IReadOnlyList<InsightTable> tables, List<object?> models, DocumentLanguage language)
    {
        var index = tables.Select((table, at) => (table, at)).First(pair => pair.table.Name == chart.Table).at;
        var columns = tables[index].Columns;
        return new(StringComparer.Ordinal)
        {
            ["kind"] = chart.Kind switch { ChartKind.HeatMap => "heat-map", var kind => kind.ToString().ToLowerInvariant() },
            ["title"] = language.Choose(chart.Title),
            ["label"] = chart.Label,
            ["values"] = chart.Values.ToList<object?>(),
            ["titles"] = chart.Values.Select(name => language.Choose(columns.First(column => column.Name == name).Title)).ToList<object?>(),
            ["unit"] = Unit(columns.First(column => column.Name == chart.Values[0]).Unit),
            ["units"] = chart.Values.Select(name => (object?)Unit(columns.First(column => column.Name == name).Unit)).ToList(),
            ["cuts"] = chart.Cuts.Select(cut => (object?)cut).ToList(),
            ["cuts_across"] = chart.CutsAcross.Select(cut => (object?)cut).ToList(),
            ["rows"] = ((Dictionary<string, object?>)models[index]!)["rows"],
        };
    }

    private static string Unit(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Ratio => "percent",
        _ => unit.ToString().ToLowerInvariant(),
    };
}
