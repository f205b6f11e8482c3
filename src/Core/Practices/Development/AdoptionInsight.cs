using System.Globalization;
using Clientele.Analysis.Development;
using Clientele.Practices.History;

namespace Clientele.Practices.Development;

/// <summary>How far each line of business has reached into the clients.</summary>
internal sealed class AdoptionInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.adoption",
        Title = new("Adoption of lines of business", "新业务采用情况"),
        Description = new("For each line of business (the detail 'line' of a sale) its first-time buyers by year, how far it has reached into the buyers, what was spent, and where it will end if it spreads as Bass describes.", "按业务线（成交的“业务线”）统计各年首次采用的客户、渗透率与金额，并按巴斯模型推算最终规模。"),
        Source = "Bass 1969",
        Roles = TouchpointRoles.Sale,
        Computation = new AdoptionInsight(),
    };

    private sealed record Line(Dictionary<int, List<ClientId>> Adopters, Dictionary<int, decimal> Spend, HashSet<ClientId> Reached);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (lines, buyers, first) = (new SortedDictionary<string, Line>(StringComparer.Ordinal), new HashSet<ClientId>(), int.MaxValue);
        await foreach (var sale in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            buyers.Add(sale.Client);
            if (sale.Details.GetValueOrDefault("line") is not { Length: > 0 } name)
            {
                continue;
            }

            var line = lines.TryGetValue(name, out var known) ? known : lines[name] = new Line([], [], []);
            var year = sale.OccurredOn.Year;
            first = Math.Min(first, year);
            line.Spend[year] = line.Spend.GetValueOrDefault(year) + (sale.Amount?.Amount ?? 0);
            if (line.Reached.Add(sale.Client))
            {
                (line.Adopters.TryGetValue(year, out var adopters) ? adopters : line.Adopters[year] = []).Add(sale.Client);
            }
        }

        return lines.Count == 0
            ? InsightResult.Refused(Told.Because("no_lines", "No sale says to which line of business it belongs.", "成交记录均未注明业务线。"))
            : Result(lines, buyers.Count, [.. Enumerable.Range(first, input.AsOf.Year - first + 1)]);
    }

    private static InsightResult Result(SortedDictionary<string, Line> lines, int buyers, List<int> years) => new()
    {
        Figures = [.. lines.Select((line, index) => Told.Ratio($"line_{index + 1}", LocalizedText.Same(line.Key), (double)line.Value.Reached.Count / buyers) with { Verdict = Ending(line.Value, years) })],
        Tables =
        [
            new(
                "penetration", new("Penetration by year", "各年渗透率"),
                [new("year", new("Year", "年度")), .. lines.Select((line, index) => new InsightColumn($"line_{index + 1}", LocalizedText.Same(line.Key), MeasureUnit.Ratio))],
                [.. years.Select(year => new InsightRow([InsightCell.Same(year.ToString(CultureInfo.InvariantCulture)), .. lines.Values.Select(line => InsightCell.Measured((double)line.Adopters.Where(pair => pair.Key <= year).Sum(pair => pair.Value.Count) / buyers))])
                {
                    Clients = [.. lines.Values.SelectMany(line => line.Adopters.GetValueOrDefault(year) ?? []).Distinct().Order()],
                })]),
            new(
                "adopters", new("First-time buyers and spending", "首次采用与金额"),
                [new("line", new("Line", "业务线")), new("year", new("Year", "年度")), new("adopters", new("New buyers", "新采用客户"), MeasureUnit.Count), new("spend", new("Spent", "金额"), MeasureUnit.Money)],
                [.. lines.SelectMany(line => years.Where(year => line.Value.Spend.ContainsKey(year)).Select(year => new InsightRow(InsightCell.Same(line.Key), InsightCell.Same(year.ToString(CultureInfo.InvariantCulture)), (long)(line.Value.Adopters.GetValueOrDefault(year)?.Count ?? 0), line.Value.Spend[year])
                {
                    Clients = line.Value.Adopters.GetValueOrDefault(year) ?? [],
                }))]),
        ],
        Charts = [new(ChartKind.Line, "penetration", new("Penetration by year", "各年渗透率")) { Label = "year", Values = [.. lines.Select((_, index) => $"line_{index + 1}")] }],
    };

    private static LocalizedText Ending(Line line, List<int> years)
    {
        var bass = Bass.Fit([.. years.Select(year => (double)(line.Adopters.GetValueOrDefault(year)?.Count ?? 0))]);
        return bass.IsKnown
            ? new(string.Create(CultureInfo.InvariantCulture, $"Ends at about {bass.Value.Market:0} buyers."), string.Create(CultureInfo.InvariantCulture, $"预计最终约 {bass.Value.Market:0} 家采用。"))
            : new($"No end foreseen: {bass.Refusal.Text.En}", $"无法推算终点：{bass.Refusal.Text.Zh}");
    }
}
