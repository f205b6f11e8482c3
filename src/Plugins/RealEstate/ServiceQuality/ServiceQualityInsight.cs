namespace Clientele.RealEstate.ServiceQuality;

/// <summary>How well the desk answers, passes on and writes down.</summary>
internal sealed class ServiceQualityInsight : IInsightComputation
{
    private const string Question = "real_estate.enquiry_received";
    private const string Complaint = "real_estate.complaint_received";
    private const string AtOnce = "real_estate.answered_at_once";
    private const string Closed = "real_estate.complaint_closed";

    private static readonly string[] Transfers = ["real_estate.enquiry_referred", "real_estate.case_assigned"];

    private static readonly WholeSetting Months = new() { Name = "months", Title = new("Months looked back", "统计月数"), Default = 12, Least = 1, Most = 120 };
    private static readonly TextSetting Fallback = new() { Name = "fallback", Title = new("Department for categories without one", "未列类别的兜底部门"), Default = "客户服务中心", MostCharacters = 100 };

    public static Insight Insight { get; } = new()
    {
        Name = "real_estate.service_quality",
        Title = new("Quality of the service desk", "客户服务质量"),
        Description = new(
            "Of the questions, opinions and complaints taken in: how many were settled at first contact, how often they were passed on, to which department each category goes, and how many checked records were accurate.",
            "受理的咨询、意见与投诉中一次办结的比例、件均转交次数、各类别的责任部门，以及抽查记录的准确率。"),
        Source = "Service desk, text 002",
        Registers = [Routing.Register],
        Kinds = [Question, Complaint, AtOnce, Closed, .. Transfers, RecordSample.Kind],
        Settings = [Months, Fallback],
        Computation = new ServiceQualityInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var since = input.AsOf.AddMonths(-input.Setting(Months));
        var facts = (await input.ReadAsync(cancellationToken).ConfigureAwait(false)).Where(fact => fact.OccurredOn > since).ToList();
        var intakes = facts.Where(fact => fact.Kind is Question or Complaint).ToList();
        if (intakes.Count == 0)
        {
            return Nothing("Nothing was taken in during the period.", "统计期内没有受理记录。");
        }

        var departments = (await input.ReadAsync(Routing.Register, cancellationToken).ConfigureAwait(false)).ToDictionary(entry => Plain(entry.Text("category")), entry => entry.Text("department"), StringComparer.Ordinal);
        var settled = facts.Count(fact => fact.Kind == AtOnce) + ClosedAtOnce(facts);
        var transfers = facts.Count(fact => Transfers.Contains(fact.Kind));
        var samples = facts.Where(fact => fact.Kind == RecordSample.Kind).ToList();
        var categories = Categories(intakes, departments, input.Setting(Fallback)).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("intakes", new("Taken in", "受理件数"), intakes.Count, MeasureUnit.Count),
                new("first_contact", new("Settled at first contact", "一次办结率"), Share(settled, intakes.Count), MeasureUnit.Ratio),
                new("transfers", new("Transfers for each", "件均转交次数"), Share(transfers, intakes.Count)),
                new("sampled", new("Records checked", "抽查记录数"), samples.Count, MeasureUnit.Count),
                new("accuracy", new("Records accurate", "记录准确率"), Share(samples.Count(RecordSample.Accurate), samples.Count), MeasureUnit.Ratio),
            ],
            Tables = [new("routing", new("Where each category goes", "各类别转接部门"), [Column("category", "Category", "类别"), Column("department", "Department", "责任部门"), Column("listed", "In the register", "对照表"), Column("intakes", "Taken in", "受理件数", MeasureUnit.Count)], categories)],
        };
    }

    // A complaint that came in and was dealt with on one day, and that nobody else was given.
    private static int ClosedAtOnce(IReadOnlyList<Touchpoint> facts) => facts.Where(fact => fact.Matter is not null).GroupBy(fact => fact.Matter)
        .Count(matter => !matter.Any(fact => Transfers.Contains(fact.Kind)) && matter.Any(fact => fact.Kind == Complaint && matter.Any(end => end.Kind == Closed && end.OccurredOn == fact.OccurredOn)));

    private static IEnumerable<InsightRow> Categories(IEnumerable<Touchpoint> intakes, Dictionary<string, string> departments, string fallback) => intakes
        .GroupBy(fact => Plain(fact.Details.Text("category")), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (Group: group, Department: departments.GetValueOrDefault(group.Key)))
        .Select(row => new InsightRow(
            row.Group.Key.Length > 0 ? InsightCell.Same(row.Group.First().Details.Text("category")) : new LocalizedText("none stated", "未注明"),
            InsightCell.Same(row.Department ?? fallback),
            row.Department is null ? new LocalizedText("no, fallback", "未列，转兜底部门") : new LocalizedText("yes", "已列"),
            (long)row.Group.Count())
        { Clients = [.. row.Group.Select(fact => fact.Client).Distinct().Order()] });
}
