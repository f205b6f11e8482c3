namespace Clientele.DesignInstitute;

/// <summary>What a client's projects bring in three accounts: the services given, the projects themselves, and what they open up (row S2-16).</summary>
internal sealed class ValueLedger : IInsightComputation
{
    private const string Services = "design_institute.value_added_value";

    public static Measure ServiceValue { get; } = new FactMeasure
    {
        Name = Services,
        Title = new("Worth of value-added services", "增值服务价值"),
        Unit = MeasureUnit.Money,
        Aggregate = Aggregate.Sum,
        Kinds = ["design_institute.value_added_service"],
    };

    public static Insight Insight { get; } = new()
    {
        Name = "design_institute.value_ledger",
        Title = new("Value of projects in three accounts", "项目价值台账（服务、项目、战略）"),
        Description = new(
            "Service value: what the value-added services were worth. Project value: earned less spent. Strategic value: the share of the client's spending with us and the loyalty shown.",
            "服务价值：增值服务的价值；项目价值：挣值减实际成本；战略价值：客户份额与忠诚表现。"),
        Source = "Project value, text 002",
        Reads = [Services, "design_institute.earned_value", "design_institute.actual_cost", "design_institute.planned_value", "core.share_of_wallet", "core.loyalty_behaviour"],
        Computation = new ValueLedger(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = new List<(ClientId Id, decimal Service, decimal Project, decimal? Share, decimal? Loyalty)>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            var (service, earned, spent) = (client.Number(Services) ?? 0, client.Number("design_institute.earned_value") ?? 0, client.Number("design_institute.actual_cost") ?? 0);
            if (service != 0 || earned != 0 || spent != 0 || client.Number("design_institute.planned_value") > 0)
            {
                clients.Add((client.Id, service, earned - spent, client.Number("core.share_of_wallet"), client.Number("core.loyalty_behaviour")));
            }
        }

        return clients.Count == 0 ? Nothing("No project value is booked.", "尚未登记项目产值或增值服务。") : new InsightResult
        {
            Figures = [new("service", new("Service value", "服务价值"), clients.Sum(client => client.Service), MeasureUnit.Money), new("project", new("Project value", "项目价值"), clients.Sum(client => client.Project), MeasureUnit.Money)],
            Tables =
            [
                new(
                    "ledger",
                    new("Value by client", "各客户价值"),
                    [Column("client", "Client", "客户"), Column("service", "Service value", "服务价值", MeasureUnit.Money), Column("project", "Project value", "项目价值", MeasureUnit.Money), Column("share", "Share of spending", "客户份额", MeasureUnit.Ratio), Column("loyalty", "Loyalty", "忠诚表现")],
                    [.. clients.OrderByDescending(client => client.Service + client.Project).ThenBy(client => client.Id).Select(client => new InsightRow(client.Id, client.Service, client.Project, client.Share, client.Loyalty) { Clients = [client.Id] })]),
            ],
        };
    }
}
