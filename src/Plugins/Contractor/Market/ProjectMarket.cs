namespace Clientele.Contractor.Market;

/// <summary>What the register of market projects says: what to merge, what closes soon, what went stale, and which sources lead to bids.</summary>
internal sealed class ProjectMarket : IInsightComputation
{
    private const string Code = "contractor.credit_code";

    private static readonly WholeSetting Ahead = new() { Name = "days_ahead", Title = new("Days before a tender closes from which it is a task", "投标截止前多少天列为待办"), Default = 14, Least = 1, Most = 365 };
    private static readonly WholeSetting Stale = new() { Name = "stale_days", Title = new("Days without news after which an entry is stale", "多少天无更新视为陈旧"), Default = 90, Least = 1, Most = 3_650 };

    public static Insight Insight { get; } = new()
    {
        Name = "contractor.project_market",
        Title = new("Projects in the market", "市场项目信息分析"),
        Description = new(
            "The register of market projects: entries of one owner with like names (0.85 and more) and values within 5 % are suggested as one; tenders that close soon; entries without news; and how many became bids, by source and by person.",
            "市场项目登记：同一业主、名称相似度0.85以上且金额相差5%以内的建议合并；列出临近截止的投标、久未更新的信息，以及按来源和提供人统计的投标转化率。"),
        Source = "Project intelligence, text 001",
        Reads = [Code],
        Registers = [MarketProjects.Register],
        Settings = [Ahead, Stale],
        Computation = new ProjectMarket(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var leads = await input.ReadAsync(MarketProjects.Register, cancellationToken).ConfigureAwait(false);
        if (leads.Count == 0)
        {
            return Nothing("No project of the market is on record.", "尚无市场项目信息。");
        }

        var open = leads.Where(lead => lead.Text("stage") is "planned" or "tendering").ToList();
        var soon = open.Where(lead => lead.Day("tender_on") is { } day && day >= input.AsOf && day <= input.AsOf.AddDays(input.Setting(Ahead))).OrderBy(lead => lead.Day("tender_on")).ToList();
        var stale = open.Where(lead => lead.From.AddDays(input.Setting(Stale)) < input.AsOf).OrderBy(lead => lead.From).ToList();
        var alike = Alike(leads).ToList();
        var clients = soon.Count == 0 ? [] : await input.ClientsAsync(cancellationToken: cancellationToken).Select(client => (client.Id, Code: client.Text(Code))).Where(client => client.Code is { Length: > 0 }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new InsightResult
        {
            Figures =
            [
                new("leads", new("Projects known", "项目信息数"), leads.Count, MeasureUnit.Count),
                new("bids", new("Became bids", "转为投标"), leads.Count(Bid), MeasureUnit.Count),
                new("conversion", new("Bids of projects known", "投标转化率"), Share(leads.Count(Bid), leads.Count), MeasureUnit.Ratio),
                new("merge", new("Look like one project", "建议合并"), alike.Count, MeasureUnit.Count) { Alert = alike.Count > 0 },
                new("soon", new("Tenders closing soon", "临近截止的投标"), soon.Count, MeasureUnit.Count) { Alert = soon.Count > 0 },
                new("stale", new("Without news", "久未更新"), stale.Count, MeasureUnit.Count) { Alert = stale.Count > 0 },
            ],
            Tables =
            [
                new("merge", new("Look like one project", "建议合并"), [Column("project", "Project", "项目"), Column("other", "Other entry", "另一条信息"), Column("owner", "Owner", "业主"), Column("similarity", "Likeness of names", "名称相似度")], alike),
                Table("tenders", new("Tenders closing soon", "临近截止的投标"), soon, lead => [.. clients.Where(client => client.Code == lead.Text("owner_code")).Select(client => client.Id)]),
                Table("stale", new("Without news", "久未更新"), stale, _ => []),
                Conversion("by_source", new("By source", "按来源"), new("Source", "信息来源"), "source", leads),
                Conversion("by_person", new("By who found it", "按提供人"), new("Found by", "信息提供人"), "found_by", leads),
            ],
        };
    }

    private static bool Bid(RegisterEntry lead) => lead.Text("stage") == "bid";

    private static IEnumerable<InsightRow> Alike(IReadOnlyList<RegisterEntry> leads) =>
        from i in Enumerable.Range(0, leads.Count)
        from j in Enumerable.Range(i + 1, leads.Count - i - 1)
        let similarity = SameProject.Suggested(leads[i], leads[j])
        where similarity is not null
        select new InsightRow(InsightCell.Same(leads[i].Text("project")), InsightCell.Same(leads[j].Text("project")), InsightCell.Same(leads[i].Text("owner")), similarity);

    private static InsightTable Table(string name, LocalizedText title, IEnumerable<RegisterEntry> leads, Func<RegisterEntry, IReadOnlyList<ClientId>> clients) => new(
        name,
        title,
        [Column("project", "Project", "项目"), Column("owner", "Owner", "业主"), Column("tender_on", "Tender closes", "投标截止"), Column("value", "Value", "估算金额", MeasureUnit.Money), Column("last_news", "Last news", "最近更新")],
        [.. leads.Select(lead => new InsightRow(InsightCell.Same(lead.Text("project")), InsightCell.Same(lead.Text("owner")), lead.Day("tender_on"), lead.Number("value"), (DateOnly?)lead.From) { Clients = clients(lead) })]);

    private static InsightTable Conversion(string name, LocalizedText title, LocalizedText head, string field, IReadOnlyList<RegisterEntry> leads) => new(
        name,
        title,
        [new("of", head), Column("leads", "Projects", "项目信息", MeasureUnit.Count), Column("bids", "Bids", "投标", MeasureUnit.Count), Column("conversion", "Conversion", "转化率", MeasureUnit.Ratio)],
        [
            .. leads.GroupBy(lead => lead.Text(field), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new InsightRow(group.Key.Length > 0 ? InsightCell.Same(group.Key) : new LocalizedText("not stated", "未注明"), (long)group.Count(), (long)group.Count(Bid), Share(group.Count(Bid), group.Count()))),
        ]);
}
