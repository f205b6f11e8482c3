namespace Clientele.RealEstate.Probation;

/// <summary>One employee's probation on a day: when it may be decided, the weighted score, and what is still missing.</summary>
internal sealed record Appraisal(RegisterEntry Terms, DeskWork Work, IReadOnlyList<RegisterEntry> Ratings, IReadOnlyList<RegisterEntry> Feedback)
{
    private const int Shortest = 1;
    private const int Longest = 3;

    public string Employee => Terms.Text("employee");

    /// <summary>The last day of the agreed time, or the day the workload was reached; missing while it is not, or not agreed.</summary>
    public DateOnly? EligibleOn => Terms.Text("basis") == "months"
        ? Terms.Number("months") is >= Shortest and <= Longest and { } months ? Terms.Day("started_on")!.Value.AddMonths((int)months).AddDays(-1) : null
        : Terms.Number("cases") is >= 1 and { } cases && Work.Cases.Count >= cases ? Work.Cases[(int)cases - 1] : null;

    /// <summary>The weighted mean of the ratings of the set.</summary>
    public decimal? Score
    {
        get
        {
            var rated = Rated().ToList();
            var weights = rated.Sum(Weight);
            return weights > 0 ? Math.Round(rated.Sum(rating => Weight(rating) * rating.Number("score")!.Value) / weights, 2) : null;
        }
    }

    public IEnumerable<RegisterEntry> Rated() => Ratings.Where(rating => ProbationRegisters.Criteria(Terms).Any(criterion => criterion.Value == rating.Text("criterion")));

    public static decimal Weight(RegisterEntry rating) => rating.Number("weight") ?? 1;

    /// <summary>What a summary cannot do without.</summary>
    public IEnumerable<Reason> Missing()
    {
        if (Terms.Text("basis") == "months" ? EligibleOn is null : Terms.Number("cases") is not >= 1)
        {
            yield return Lacks("terms", new("the term of 1 to 3 months or the workload", "试用期限（1至3个月）或工作量"));
        }

        foreach (var criterion in ProbationRegisters.Criteria(Terms).Where(criterion => Ratings.All(rating => rating.Text("criterion") != criterion.Value)))
        {
            yield return Lacks("rating", new($"the rating of {criterion.Title.En}", $"“{criterion.Title.Zh}”评分"));
        }

        if (Feedback.All(feedback => feedback.Text("from") != "mentor"))
        {
            yield return Lacks("mentor_feedback", new("the mentor's feedback", "带教人反馈"));
        }

        if (Feedback.All(feedback => feedback.Text("from") != "employee"))
        {
            yield return Lacks("employee_feedback", new("the employee's own feedback", "员工本人反馈"));
        }
    }

    public LocalizedText Decision(decimal confirm, decimal extend) => Score switch
    {
        { } score when score >= (Terms.Number("expected") ?? confirm) => new("confirm", "转正"),
        { } score when score >= extend => new("extend", "延长试用"),
        _ => new("end", "不予录用"),
    };

    private Reason Lacks(string code, LocalizedText what) => new(code, new($"{Employee}: {what.En} is missing.", $"{Employee}：缺少{what.Zh}。"));
}
