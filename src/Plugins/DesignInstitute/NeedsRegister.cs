namespace Clientele.DesignInstitute;

/// <summary>The register of coming projects: the same project named by two managers is one lead with two sources.</summary>
internal sealed class NeedsRegister : IInsightComputation
{
    private static readonly WholeSetting Ahead = new() { Name = "days_ahead", Title = new("Days before the expected start from which a proposal is due", "预计启动前多少天应汇报方案"), Default = 90, Least = 1, Most = 1_000 };

    public static Insight Insight { get; } = new()
    {
        Name = "design_institute.project_needs",
        Title = new("Coming projects named by clients", "项目需求登记"),
        Description = new(
            "One lead for each project of a client, however many managers name it; how many became contracts, and whose word led to them. A project is told by its name and address, whatever the spacing or case.",
            "同一客户的同一项目（按名称和地址识别，不计空格与大小写）只立一条线索，多人提出计为多个来源；统计转化为合同的比例及各来源联系人的转化率。"),
        Source = "Managers' project needs, text 000",
        Kinds = [ProjectNeeds.Named, ProjectNeeds.Presented, "design_institute.contract_signed"],
        Settings = [Ahead],
        Computation = new NeedsRegister(),
    };

    private sealed record Lead(ClientId Client, IReadOnlyList<Touchpoint> Named, DateOnly? PresentedOn, DateOnly? SignedOn)
    {
        // The last word on each thing that anybody said about the project.
        public string Text(string detail) => Named.Select(fact => fact.Details.Text(detail)).LastOrDefault(text => text.Length > 0) ?? "";

        public DateOnly? ExpectedOn => Named.Select(fact => fact.Details.Day("expected_on")).LastOrDefault(day => day is not null);

        public decimal? Budget => Named.Select(fact => fact.Details.Number("budget")).LastOrDefault(budget => budget is not null);

        public IEnumerable<ContactId?> Sources => Named.Select(fact => fact.Contact).Distinct();
    }

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var leads = (await input.ReadAsync(cancellationToken).ConfigureAwait(false)).GroupBy(fact => fact.Client).SelectMany(client => Leads(client.Key, [.. client])).ToList();
        if (leads.Count == 0)
        {
            return Nothing("No client has named a coming project.", "尚无客户提出项目需求。");
        }

        var signed = leads.Count(lead => lead.SignedOn is not null);
        var soon = leads.Where(lead => lead.SignedOn is null && lead.PresentedOn is null && lead.ExpectedOn is { } day && day >= input.AsOf && day <= input.AsOf.AddDays(input.Setting(Ahead))).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("leads", new("Projects named", "项目需求"), leads.Count, MeasureUnit.Count),
                new("sources", new("Times they were named", "提出次数（来源）"), leads.Sum(lead => lead.Sources.Count()), MeasureUnit.Count),
                new("contracts", new("Became contracts", "转化为合同"), signed, MeasureUnit.Count),
                new("conversion", new("Conversion", "转化率"), Math.Round((decimal)signed / leads.Count, 6), MeasureUnit.Ratio),
                new("soon", new("Starting soon without a proposal", "临近启动尚未汇报方案"), soon.Count, MeasureUnit.Count) { Alert = soon.Count > 0 },
            ],
            Tables = [Table("leads", new("Leads by expected start", "线索（按预计启动日期）"), leads), Sources(leads), Table("soon", new("Starting soon without a proposal", "临近启动尚未汇报方案"), soon)],
        };
    }

    private static IEnumerable<Lead> Leads(ClientId client, IReadOnlyList<Touchpoint> facts)
    {
        foreach (var project in facts.Where(fact => fact.Kind == ProjectNeeds.Named).GroupBy(fact => Plain(fact.Details.Text("project")), StringComparer.Ordinal))
        {
            var (presented, signed) = (First(facts, ProjectNeeds.Presented, project), First(facts, "design_institute.contract_signed", project));
            foreach (var place in Places([.. project]))
            {
                yield return new Lead(client, place, presented, signed);
            }
        }
    }

    // Named without an address, it is the project at the one address known for the name; with several addresses known, it is one of its own.
    private static IEnumerable<IReadOnlyList<Touchpoint>> Places(IReadOnlyList<Touchpoint> named)
    {
        var places = named.GroupBy(fact => Plain(fact.Details.Text("address")), StringComparer.Ordinal).ToList();
        return places.Count(place => place.Key.Length > 0) <= 1 ? [named] : places.Select(place => (IReadOnlyList<Touchpoint>)[.. place]);
    }

    private static DateOnly? First(IReadOnlyList<Touchpoint> facts, string kind, IGrouping<string, Touchpoint> project) => facts
        .Where(fact => fact.Kind == kind && Plain(fact.Details.Text("project")) == project.Key && fact.OccurredOn >= project.First().OccurredOn)
        .Select(fact => (DateOnly?)fact.OccurredOn).FirstOrDefault();

    private static InsightTable Table(string name, LocalizedText title, IEnumerable<Lead> leads) => new(
        name,
        title,
        [
            Column("client", "Client", "客户"), Column("project", "Project", "项目"), Column("address", "Address", "地址"), Column("scale", "Scale", "规模"), Column("budget", "Budget", "投资估算", MeasureUnit.Money),
            Column("expected_on", "Expected start", "预计启动"), Column("decision_path", "Who decides", "决策路径"), Column("sources", "Sources", "来源数", MeasureUnit.Count), Column("first_named", "First named", "首次提出"), Column("signed_on", "Contract", "签约日期"),
        ],
        [
            .. leads.OrderBy(lead => lead.ExpectedOn ?? DateOnly.MaxValue).ThenBy(lead => lead.Client).ThenBy(lead => lead.Text("project"), StringComparer.Ordinal).Select(lead => new InsightRow(
                lead.Client, InsightCell.Same(lead.Text("project")), InsightCell.Same(lead.Text("address")), InsightCell.Same(lead.Text("scale")), lead.Budget,
                lead.ExpectedOn, InsightCell.Same(lead.Text("decision_path")), (long)lead.Sources.Count(), (DateOnly?)lead.Named[0].OccurredOn, lead.SignedOn) { Clients = [lead.Client] }),
        ]);

    private static InsightTable Sources(List<Lead> leads) => new(
        "sources",
        new("Conversion by who named it", "各来源联系人转化率"),
        [Column("client", "Client", "客户"), Column("person", "Person", "姓名"), Column("named", "Named", "提出", MeasureUnit.Count), Column("contracts", "Contracts", "签约", MeasureUnit.Count), Column("conversion", "Conversion", "转化率", MeasureUnit.Ratio)],
        [
            .. leads.SelectMany(lead => lead.Sources.Select(person => (lead.Client, Person: person, Signed: lead.SignedOn is not null))).GroupBy(pair => (pair.Client, pair.Person))
                .Select(group => (group.Key.Client, group.Key.Person, Named: group.Count(), Signed: group.Count(pair => pair.Signed)))
                .OrderByDescending(source => source.Signed).ThenByDescending(source => source.Named).ThenBy(source => source.Client).ThenBy(source => source.Person)
                .Select(source => new InsightRow(source.Client, source.Person is { } person ? person : default(InsightCell), (long)source.Named, (long)source.Signed, Math.Round((decimal)source.Signed / source.Named, 6)) { Clients = [source.Client] }),
        ]);
}
