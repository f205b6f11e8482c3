using Clientele.Practices.Showing;

namespace Clientele.Practices.Roadmaps;

/// <summary>The roadmaps of the clients that develop or are key: what we cannot do yet, and which are out of date.</summary>
internal sealed class RoadmapInsight : IInsightComputation
{
    private const string LifeCycle = "core.life_cycle";
    private const string KeyClients = "core.key_clients";

    public static Insight Insight { get; } = new()
    {
        Name = "core.roadmaps",
        Title = new("Long-term plans of clients", "客户长期规划"),
        Description = new(
            "For each client with a roadmap the share of items that we can do; each other item is a capability to build. Clients that develop and key clients are planned for 3 to 5 years and reviewed every year.",
            "各客户长期规划的能力匹配度，未匹配事项列为能力建设项目。发展期客户和重点客户的规划年限应为3至5年，每年复核。"),
        Source = "Long-term client plan, text 004",
        Kinds = [Roadmap.Drawn, Roadmap.Item],
        Schemes = [LifeCycle, KeyClients],
        Computation = new RoadmapInsight(),
    };

    /// <summary>What we cannot do yet becomes work of ours, once a month until it is done.</summary>
    public static Policy Gaps { get; } = new InsightPolicy
    {
        Name = "core.build_capability",
        Title = new("Build a capability that the client's roadmap needs", "能力建设：补齐客户长期规划所需能力"),
        Insight = "core.roadmaps",
        Table = "gaps",
    };

    /// <summary>A roadmap is looked at again a year after it was drawn.</summary>
    public static Policy Review { get; } = new DatePolicy
    {
        Name = "core.roadmap_review",
        Title = new("Review the client's long-term plan", "复核客户长期规划"),
        Kind = Roadmap.Drawn,
        DaysAfter = 365,
        FulfilledBy = [Roadmap.Drawn],
        LapsesAfterDays = 365,
    };

    private sealed record Found(ClientId Client, Roadmap Roadmap, Finding<decimal> Match);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var facts = new SortedDictionary<ClientId, List<(string, DateOnly, IReadOnlyDictionary<string, string>)>>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            facts.TryAdd(fact.Client, []);
            facts[fact.Client].Add((fact.Kind, fact.OccurredOn, fact.Details));
        }

        var longTerm = new HashSet<ClientId>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Segment(LifeCycle) == "development" || client.Segment(KeyClients) == "key")
            {
                longTerm.Add(client.Id);
            }
        }

        var found = facts.Select(client => (client.Key, Roadmap: Roadmap.Of(client.Value))).Where(client => client.Roadmap is not null)
            .Select(client => new Found(client.Key, client.Roadmap!, client.Roadmap!.Match(longTerm.Contains(client.Key)))).ToList();
        return found.Count == 0 ? Shown.Nothing("No client has a roadmap.", "尚无客户制定长期规划。") : Result(found, longTerm.Count(client => found.All(one => one.Client != client)), input.AsOf);
    }

    private static InsightResult Result(List<Found> found, int without, DateOnly asOf)
    {
        var valid = found.Where(one => one.Match.IsKnown).ToList();
        var gaps = valid.SelectMany(one => one.Roadmap.Items.Where(item => !item.Matched).Select(item => (one.Client, Item: item))).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("roadmaps", new("Valid roadmaps", "有效规划"), valid.Count, MeasureUnit.Count),
                new("invalid", new("Invalid roadmaps", "无效规划"), found.Count - valid.Count, MeasureUnit.Count) { Alert = found.Count > valid.Count },
                new("match", new("Items we can do", "能力匹配度"), valid.Count == 0 ? null : Math.Round((decimal)valid.Sum(one => one.Roadmap.Matched) / valid.Sum(one => one.Roadmap.Items.Count), 6), MeasureUnit.Ratio),
                new("gaps", new("Capabilities to build", "待建设能力"), gaps.Count, MeasureUnit.Count),
                new("without", new("Developing and key clients without a roadmap", "未制定规划的发展期及重点客户"), without, MeasureUnit.Count) { Alert = without > 0 },
            ],
            Tables =
            [
                new(
                    "roadmaps",
                    new("Roadmaps", "长期规划"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("drawn_on", "Drawn on", "制定日期"), Shown.Column("years", "Years", "年限"), Shown.Column("items", "Items", "事项", MeasureUnit.Count), Shown.Column("match", "We can do", "匹配度", MeasureUnit.Ratio), Shown.Column("remark", "Remark", "说明")],
                    [.. found.Select(one => new InsightRow(one.Client, (DateOnly?)one.Roadmap.DrawnOn, one.Roadmap.Years, (long)one.Roadmap.Items.Count, one.Match.IsKnown ? Math.Round(one.Match.Value, 6) : (decimal?)null, Remark(one, asOf)) { Clients = [one.Client] })]),
                new(
                    "gaps",
                    new("Capabilities to build", "能力建设项目"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("item", "Expected", "预期项目"), Shown.Column("year", "Year", "年份"), Shown.Column("need", "Need", "需求"), Shown.Column("capability", "Capability", "所需能力")],
                    [.. gaps.Select(gap => new InsightRow(gap.Client, InsightCell.Same(gap.Item.Name), gap.Item.Year, InsightCell.Same(gap.Item.Need), InsightCell.Same(gap.Item.Capability)) { Clients = [gap.Client] })]),
            ],
        };
    }

    private static LocalizedText Remark(Found one, DateOnly asOf) => one.Match.Refusal?.Text
        ?? (one.Roadmap.DrawnOn.AddYears(1) <= asOf ? new LocalizedText("review due", "应复核") : new LocalizedText("in force", "有效"));
}
