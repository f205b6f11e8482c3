using Clientele.Documents;

namespace Clientele.Plugins.Tests;

/// <summary>The probation of client-relations staff, through the plugin as the host loads it.</summary>
[Trait("Row", "S2-53")]
public sealed class ProbationTests
{
    private const string Insight = "real_estate.probation_appraisal";
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly DateOnly End = new(2026, 5, 31);

    private static readonly (string Criterion, string Score)[] Service = [("duties", "85"), ("attitude", "90"), ("communication", "80"), ("expertise", "75"), ("overall", "88")];

    [Fact]
    public async Task Three_months_from_the_first_of_March_end_on_the_last_of_May_and_83_point_6_is_confirmed()
    {
        await using var workshop = await Workshop.OpenAsync();
        await TermsAsync(workshop, "小王", ("basis", "months"), ("months", "3"));
        await PapersAsync(workshop, "小王", Service);

        var before = await workshop.InsightAsync(Insight, End.AddDays(-1));
        var after = await workshop.InsightAsync(Insight, End);

        Assert.Equal([End], after.Column("employees", "eligible_on"));
        Assert.Equal([83.6m], after.Column("employees", "score"));
        Assert.Equal(["not yet"], before.Column("employees", "decision"));
        Assert.Equal(["confirm"], after.Column("employees", "decision"));
        Assert.Equal(["Duties of the post", "Attitude", "Communication", "Professional knowledge", "Overall impression"], after.Column("criteria", "criterion"));
        Assert.Equal(2, after.Column("feedback", "text").Count);

        var report = Assert.Single(await workshop.Crm.Reports.WriteAsync("real_estate.probation_summary", End, [DocumentLanguage.Chinese])).Report.Html;
        Assert.Contains("试用期总结", report, StringComparison.Ordinal);
        Assert.Contains("转正", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_cases_are_reached_on_the_tenth_of_May_and_the_facts_of_the_desk_stand_beside_the_score()
    {
        await using var workshop = await Workshop.OpenAsync();
        await TermsAsync(workshop, "小李", ("basis", "cases"), ("cases", "30"));
        await PapersAsync(workshop, "小李", Service);
        var owner = await workshop.ClientAsync("owner", new(2025, 1, 1));
        for (var number = 1; number <= 31; number++)
        {
            var complaint = await workshop.MatterAsync(owner, "real_estate.service_case", Start);
            var closed = new DateOnly(2026, 4, 11).AddDays(number - 1);
            await workshop.TouchAsync(owner, "real_estate.complaint_received", closed.AddDays(-2), matter: complaint);
            await workshop.DoneByAsync("小李", owner, "real_estate.complaint_replied", closed.AddDays(-1), complaint);
            await workshop.DoneByAsync(number == 5 ? "小赵" : "小李", owner, "real_estate.complaint_closed", number == 31 ? new(2026, 5, 10) : closed, complaint);
            await workshop.TouchAsync(owner, "real_estate.complaint_visited", closed.AddDays(30), matter: complaint, details: ("satisfaction", number == 5 ? "1" : "9"));
            await workshop.TouchAsync(owner, "real_estate.record_sampled", closed, details: [("accurate", number == 5 ? "false" : "true"), ("written_by", number == 5 ? "小赵" : "小李")]);
        }

        Assert.Equal(["not yet"], (await workshop.InsightAsync(Insight, new(2026, 5, 9))).Column("employees", "decision"));
        var reached = await workshop.InsightAsync(Insight, new(2026, 6, 30));

        Assert.Equal([new DateOnly(2026, 5, 10)], reached.Column("employees", "eligible_on"));
        Assert.Equal([30m, 9m, 1m, 1m, "confirm"], new[] { "cases", "satisfaction", "accuracy", "response_days", "decision" }.Select(column => reached.Column("employees", column).Single()));
    }

    [Fact]
    public async Task Without_the_mentors_feedback_there_is_no_summary()
    {
        await using var workshop = await Workshop.OpenAsync();
        await TermsAsync(workshop, "小王", ("basis", "months"), ("months", "3"));
        await PapersAsync(workshop, "小王", Service, "employee");

        var refusal = (await workshop.InsightAsync(Insight, End)).Refusal!;

        Assert.Equal("mentor_feedback", refusal.Code);
        Assert.Equal(("小王: the mentor's feedback is missing.", "小王：缺少带教人反馈。"), (refusal.Text.En, refusal.Text.Zh));
    }

    [Theory]
    [InlineData("80", "70", "extend")]
    [InlineData("50", "40", "end")]
    [InlineData("100", "60", "confirm")]
    public async Task Three_general_criteria_are_weighted_and_the_score_expected_of_somebody_goes_before_the_usual_one(string ability, string others, string decision)
    {
        await using var workshop = await Workshop.OpenAsync();
        await TermsAsync(workshop, "小张", ("basis", "months"), ("months", "1"), ("criteria", "general"), ("expected", "78"));
        await PapersAsync(workshop, "小张", [("conduct", others), ("teamwork", others)]);
        await workshop.EnterAsync("real_estate.probation_rating", Start, null, ("employee", "小张"), ("criterion", "ability"), ("score", ability), ("weight", "2"));

        var result = await workshop.InsightAsync(Insight, new(2026, 3, 31));

        Assert.Equal([(decimal.Parse(ability, System.Globalization.CultureInfo.InvariantCulture) + decimal.Parse(others, System.Globalization.CultureInfo.InvariantCulture)) / 2], result.Column("employees", "score"));
        Assert.Equal([decision], result.Column("employees", "decision"));
    }

    private static Task TermsAsync(Workshop workshop, string employee, params (string Field, string Value)[] terms) => workshop.EnterAsync(
        "real_estate.probation", Start, null, [.. new (string Field, string Value)[] { ("criteria", "customer_service") }.Where(usual => terms.All(term => term.Field != usual.Field)), ("employee", employee), ("started_on", "2026-03-01"), ("mentor", "陈姐"), .. terms]);

    private static async Task PapersAsync(Workshop workshop, string employee, (string Criterion, string Score)[] ratings, params string[] from)
    {
        foreach (var (criterion, score) in ratings)
        {
            await workshop.EnterAsync("real_estate.probation_rating", Start, null, ("employee", employee), ("criterion", criterion), ("score", score));
        }

        foreach (var side in from.Length > 0 ? from : ["mentor", "employee"])
        {
            await workshop.EnterAsync("real_estate.probation_feedback", Start, null, ("employee", employee), ("from", side), ("given_on", "2026-03-20"), ("text", "进步明显"));
        }
    }
}
