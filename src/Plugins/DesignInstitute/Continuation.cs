namespace Clientele.DesignInstitute;

/// <summary>How many phases that ended were followed by the next one of the same project.</summary>
internal sealed class Continuation : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "design_institute.continuation",
        Title = new("Phases followed by the next", "期次衔接率"),
        Description = new(
            "Of the phases whose agreed end has passed, those for which a later phase of the same project was signed. A phase is a contract with the project, the phase's number and its end.",
            "约定期末已过的各期中，同一项目签订后续期次合同的比例。期次指登记了项目名称、期数和期末日期的设计合同。"),
        Source = "Closed loop of projects, text 000",
        Kinds = ["design_institute.contract_signed"],
        Computation = new Continuation(),
    };

    private sealed record Phase(ClientId Client, string Project, string Name, decimal Number, DateOnly EndsOn);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var phases = (await input.ReadAsync(cancellationToken).ConfigureAwait(false))
            .Where(fact => fact.Details.Text("project").Length > 0 && fact.Details.Number("phase") is not null && fact.Details.Day("phase_ends_on") is not null)
            .Select(fact => new Phase(fact.Client, Plain(fact.Details.Text("project")), fact.Details.Text("project"), fact.Details.Number("phase")!.Value, fact.Details.Day("phase_ends_on")!.Value)).ToList();
        var ended = phases.Where(phase => phase.EndsOn <= input.AsOf).Select(phase => (Phase: phase, Next: phases.Any(later => later.Client == phase.Client && later.Project == phase.Project && later.Number > phase.Number))).ToList();
        if (ended.Count == 0)
        {
            return Nothing("No phase of a project has come to its end.", "尚无到期的项目期次。");
        }

        return new InsightResult
        {
            Figures =
            [
                new("ended", new("Phases ended", "到期期次"), ended.Count, MeasureUnit.Count),
                new("continued", new("Followed by the next", "已衔接下一期"), ended.Count(one => one.Next), MeasureUnit.Count),
                new("rate", new("Continuation rate", "期次衔接率"), Math.Round((decimal)ended.Count(one => one.Next) / ended.Count, 6), MeasureUnit.Ratio),
            ],
            Tables =
            [
                new(
                    "open",
                    new("Phases without a next one", "未衔接的期次"),
                    [Column("client", "Client", "客户"), Column("project", "Project", "项目"), Column("phase", "Phase", "期数"), Column("ended_on", "Ended on", "期末日期")],
                    [.. ended.Where(one => !one.Next).OrderBy(one => one.Phase.EndsOn).ThenBy(one => one.Phase.Client).Select(one => new InsightRow(one.Phase.Client, InsightCell.Same(one.Phase.Name), one.Phase.Number, (DateOnly?)one.Phase.EndsOn) { Clients = [one.Phase.Client] })]),
            ],
        };
    }
}
