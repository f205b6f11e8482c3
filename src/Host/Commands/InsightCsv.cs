using Clientele.Insights;
using CsvHelper;

namespace Clientele.Host.Commands;

/// <summary>A table of an insight as CSV. A text that a spreadsheet would take for a formula is disarmed.</summary>
internal static class InsightCsv
{
    public static async Task WriteAsync(Run run, InsightTable table, ShownInsight shown)
    {
        var csv = CsvWriter.Create(run.Output, CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            csv.WriteRecord([.. table.Columns.Select(column => run.Say(column.Title))]);
            foreach (var row in table.Rows)
            {
                foreach (var cell in row.Cells)
                {
                    Write(csv, InsightCells.Raw(cell, shown, run.Say));
                }

                await csv.EndRecordAsync(default).ConfigureAwait(false);
            }
        }
    }

    private static void Write(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case decimal number: csv.WriteField(number, default, System.Globalization.CultureInfo.InvariantCulture); break;
            case DateOnly day: csv.WriteField(day, "yyyy-MM-dd"); break;
            default: csv.WriteField(value as string); break;
        }
    }
}
