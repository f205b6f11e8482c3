namespace Clientele.RealEstate.Probation;

/// <summary>Whether those on probation are confirmed. Nobody is judged on half the papers: where anything is missing there is no summary.</summary>
internal sealed class ProbationInsight : IInsightComputation
{
    private static readonly TextSetting Employee = new() { Name = "employee", Title = new("Only this employee; blank for all", "只看该员工（留空为全部）"), Default = "", MostCharacters = 100 };
    private static readonly NumberSetting Confirm = new() { Name = "confirm", Title = new("Least score to be confirmed, where none is expected of the employee", "转正最低分（未设个人期望分值时）"), Default = 80, Most = 100 };
    private static readonly NumberSetting Extend = new() { Name = "extend", Title = new("Least score for a longer probation", "延长试用最低分"), Default = 60, Most = 100 };

    public static Insight Insight { get; } = new()
    {
        Name = "real_estate.probation_appraisal",
        Title = new("Probation of client-relations staff", "客户关系岗位试用期评估"),
        Description = new(
            "Each employee on probation: when it may be decided (by time or workload), the weighted score, what the desk's facts say, and confirm, extend or end. Without every rating and the feedback of both sides there is no summary.",
            "逐名列示试用期员工：可评估日期（按时间或工作量）、加权评分、客服数据，以及转正、延长或不予录用的结论。评分不全或缺少任一方反馈时不出总结。"),
        Source = "Probation summary, text 002",
        Registers = [ProbationRegisters.Terms, ProbationRegisters.Ratings, ProbationRegisters.Feedback],
        Kinds = DeskWork.Kinds,
        Settings = [Employee, Confirm, Extend],
        Computation = new ProbationInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var appraisals = await AppraisalsAsync(input, cancellationToken).ConfigureAwait(false);
        if (appraisals.Count == 0)
        {
            return Nothing("Nobody is on probation.", "没有试用期员工。");
        }

        var due = appraisals.Where(one => one.EligibleOn <= input.AsOf || (one.EligibleOn is null && one.Terms.Text("basis") == "months")).ToList();
        var complete = due.Where(one => !one.Missing().Any()).ToList();
        var missing = due.SelectMany(one => one.Missing()).ToList();
        if (missing.Count > 0 && complete.Count == 0)
        {
            return InsightResult.Refused(new Reason(missing[0].Code, new(string.Join(' ', missing.Select(reason => reason.Text.En)), string.Concat(missing.Select(reason => reason.Text.Zh)))));
        }

        return new InsightResult
        {
            Figures =
            [
                new("on_probation", new("On probation", "试用期员工"), appraisals.Count, MeasureUnit.Count),
                new("due", new("May be decided", "可评估"), due.Count, MeasureUnit.Count),
                new("incomplete", new("Papers incomplete", "资料不全"), due.Count - complete.Count, MeasureUnit.Count) { Alert = due.Count > complete.Count },
            ],
            Tables = [Employees(appraisals.Except(due).Concat(complete), input), Criteria(complete), Feedback(complete)],
            Reasons = missing,
        };
    }

    private static async Task<List<Appraisal>> AppraisalsAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var only = input.Setting(Employee).Trim();
        var terms = await input.ReadAsync(ProbationRegisters.Terms, cancellationToken).ConfigureAwait(false);
        var ratings = (await input.ReadAsync(ProbationRegisters.Ratings, cancellationToken).ConfigureAwait(false)).ToLookup(entry => entry.Text("employee"), StringComparer.Ordinal);
        var feedback = (await input.ReadAsync(ProbationRegisters.Feedback, cancellationToken).ConfigureAwait(false)).ToLookup(entry => entry.Text("employee"), StringComparer.Ordinal);
        var facts = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. terms.Where(entry => only.Length == 0 || entry.Text("employee") == only)
                .Select(entry => (Entry: entry, Name: entry.Text("employee")))
                .Select(one => new Appraisal(one.Entry, DeskWork.Of(one.Name, one.Entry.Day("started_on")!.Value, facts), [.. ratings[one.Name]], [.. feedback[one.Name]])),
        ];
    }

    private static InsightTable Employees(IEnumerable<Appraisal> appraisals, IInsightInput input) => new(
        "employees",
        new("Employees", "员工"),
        [
            Column("employee", "Employee", "员工"), Column("mentor", "Mentor", "带教人"), Column("training", "Training", "培训内容"), Column("began_on", "Began", "开始日期"), Column("eligible_on", "May be decided from", "可评估日期"),
            Column("cases", "Cases closed", "办结工单", MeasureUnit.Count), Column("satisfaction", "Satisfaction at return visits", "回访满意度"), Column("accuracy", "Records accurate", "记录准确率", MeasureUnit.Ratio), Column("response_days", "Days to reply", "答复天数", MeasureUnit.Days),
            Column("score", "Score", "评分"), Column("decision", "Decision", "结论"),
        ],
        [
            .. appraisals.Select(one => new InsightRow(
                InsightCell.Same(one.Employee), InsightCell.Same(one.Terms.Text("mentor")), InsightCell.Same(one.Terms.Text("training")), one.Terms.Day("started_on"), one.EligibleOn,
                (long)one.Work.Cases.Count, one.Work.Satisfaction, one.Work.Accuracy, one.Work.ResponseDays,
                one.Score, one.EligibleOn <= input.AsOf ? one.Decision(input.Setting(Confirm), input.Setting(Extend)) : new LocalizedText("not yet", "尚未期满"))),
        ]);

    private static InsightTable Criteria(IEnumerable<Appraisal> appraisals) => new(
        "criteria",
        new("Ratings by criterion", "分项评分"),
        [Column("employee", "Employee", "员工"), Column("criterion", "Criterion", "评估项目"), Column("score", "Score", "评分"), Column("weight", "Weight", "权重")],
        [
            .. appraisals.SelectMany(one => ProbationRegisters.Criteria(one.Terms).Select(criterion => (one.Employee, criterion.Title, Rating: one.Rated().Single(rating => rating.Text("criterion") == criterion.Value))))
                .Select(row => new InsightRow(InsightCell.Same(row.Employee), row.Title, row.Rating.Number("score"), Appraisal.Weight(row.Rating))),
        ]);

    private static InsightTable Feedback(IEnumerable<Appraisal> appraisals) => new(
        "feedback",
        new("Feedback of both sides", "双向反馈"),
        [Column("employee", "Employee", "员工"), Column("from", "From", "反馈方"), Column("given_on", "On", "日期"), Column("text", "Feedback", "反馈内容")],
        [
            .. appraisals.SelectMany(one => one.Feedback).OrderBy(entry => entry.Text("employee"), StringComparer.Ordinal).ThenBy(entry => entry.Day("given_on")).ThenBy(entry => entry.Text("from"), StringComparer.Ordinal)
                .Select(entry => new InsightRow(InsightCell.Same(entry.Text("employee")), entry.Text("from") == "mentor" ? new LocalizedText("mentor", "带教人") : new LocalizedText("employee", "员工"), entry.Day("given_on"), InsightCell.Same(entry.Text("text")))),
        ]);
}
