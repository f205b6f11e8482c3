using Clientele.Documents;
using Clientele.Matters;
using Clientele.Storage;
using static Clientele.Engine.Tests.Matters.ClosedLoopRowTests;

namespace Clientele.Engine.Tests.Matters;

public sealed class FollowOnRowTests
{
    private static readonly MatterType Phase = new()
    {
        Name = "firm.phase",
        Title = new("Phase", "期次"),
        Stages = [new("running", new("Running", "进行中")), new("closed", new("Closed", "已闭环"), Final: true)],
        Moves =
        [
            new("running", "closed", "firm.phase_closed")
            {
                Requires =
                [
                    new("count.firm.accepted >= 1", new("The deliverables are not accepted.", "成果尚未验收。")),
                    new("open_linked.core.issue == 0", new("An issue is open.", "尚有未决问题。")),
                    new("count.core.visit >= 1", new("Nobody has made a return visit.", "尚未回访。")),
                    new("detail.satisfaction >= 0", new("No satisfaction is recorded.", "尚未登记满意度。")),
                ],
            },
        ],
        FollowOns = [new() { Name = "next", Title = new("Next phase", "下一期"), Type = "core.opportunity", Stage = "closed", Before = "ends_on", LeadDays = 60, Carries = ["lessons"] }],
    };

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task A_phase_that_ends_on_31_December_with_60_days_of_lead_opens_an_opportunity_dated_1_November_once()
    {
        await using var crm = await OpenAsync();
        var (client, phase) = await PhaseAsync(crm, "Phase 1");

        await crm.Crm.Planner.PlanAsync(new(2026, 10, 31));
        Assert.Empty(await OpportunitiesAsync(crm, new(2026, 12, 31)));
        await crm.Crm.Planner.PlanAsync(new(2026, 11, 3));
        await crm.Crm.Planner.PlanAsync(new(2026, 12, 1));
        Assert.Empty(await crm.Crm.Matters.OpenFollowOnsAsync(new(2026, 12, 1)));

        var opened = Assert.Single(await OpportunitiesAsync(crm, new(2026, 12, 31)));
        Assert.Equal((new DateOnly(2026, 11, 1), phase, client.Id, "Next phase: Phase 1", "open"), (opened.Matter.OpenedOn, opened.Matter.Origin!.Value, opened.Matter.Client, opened.Matter.Title, opened.Stage.Stage));
        Assert.Equal("Phase 1", (await crm.Crm.Matters.ShowAsync(opened.Matter.Id, new(2026, 12, 31))).Origin!.Title);
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task A_phase_with_one_open_issue_and_no_visit_is_not_closed_for_exactly_these_two_reasons()
    {
        await using var crm = await OpenAsync();
        var (client, phase) = await PhaseAsync(crm, "Phase 1");
        await RecordAsync(crm, phase, "firm.accepted", new(2026, 12, 20), ("satisfaction", "8"));
        var issue = await ClosedLoopRowTests.OpenAsync(crm, client, "core.issue", "Drawing 12", new(2026, 12, 1), phase);

        var refused = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = phase, Kind = "firm.phase_closed", On = new(2026, 12, 28) });
        Assert.Equal(["An issue is open.", "Nobody has made a return visit."], refused.Refusals.Select(reason => reason.Text.En));

        await MoveAsync(crm, issue, "core.issue_settled", new(2026, 12, 28));
        await MoveAsync(crm, issue, "core.issue_verified", new(2026, 12, 29));
        await RecordAsync(crm, phase, "core.visit", new(2026, 12, 29));
        await MoveAsync(crm, phase, "firm.phase_closed", new(2026, 12, 30));
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task Ten_phases_ended_of_which_seven_were_followed_on_are_70_percent()
    {
        await using var crm = await OpenAsync(Phase with { Moves = [new("running", "closed", "firm.phase_closed")] });
        for (var i = 0; i < 10; i++)
        {
            var (client, phase) = await PhaseAsync(crm, $"Phase {i}");
            await MoveAsync(crm, phase, "firm.phase_closed", new(2026, 6, 30));
        }

        var opened = await crm.Crm.Matters.OpenFollowOnsAsync(new(2026, 7, 1));
        Assert.Equal(10, opened.Count);
        foreach (var (opportunity, number) in opened.Select((matter, number) => (matter.Id, number)))
        {
            await MoveAsync(crm, opportunity, number < 7 ? "core.opportunity_won" : "core.opportunity_lost", new(2026, 8, 1));
        }

        Assert.Equal(.7m, await FigureAsync(crm, "continuation_rate"));
    }

    [Fact]
    [Trait("Row", "S1-26")]
    public async Task Three_wins_of_five_chances_that_came_of_work_are_three_times_the_cold_20_percent()
    {
        await using var crm = await OpenAsync();
        var (client, phase) = await PhaseAsync(crm, "Phase 1");
        for (var i = 0; i < 10; i++)
        {
            var opportunity = await ClosedLoopRowTests.OpenAsync(crm, client, "core.opportunity", $"o{i}", new(2026, 3, 1), i < 5 ? phase : null);
            await MoveAsync(crm, opportunity, i is 0 or 1 or 2 or 5 ? "core.opportunity_won" : "core.opportunity_lost", new(2026, 4, 1));
        }

        Assert.Equal((.6m, .2m, 3.0m), (await FigureAsync(crm, "follow_on_rate"), await FigureAsync(crm, "cold_rate"), await FigureAsync(crm, "times")));
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task What_a_phase_taught_is_read_with_the_opportunity_that_came_of_it()
    {
        await using var crm = await OpenAsync();
        var (client, phase) = await PhaseAsync(crm, "Phase 1");
        await RecordAsync(crm, phase, "firm.accepted", new(2026, 10, 1), ("lessons", "Survey first"));
        var opportunity = Assert.Single(await crm.Crm.Matters.OpenFollowOnsAsync(new(2026, 11, 1)));

        var request = new LetterRequest { Letter = new LetterDefinition { Name = "firm.proposal", Title = new("x", "x"), Template = "x", MatterType = "core.opportunity" }, Client = client.Id, AsOf = new(2026, 11, 1), Firm = new Firm { Name = new("Firm", "公司") } };
        var facts = await new LetterFactsReader(crm.Crm.Store, crm.Crm.Catalogue).ReadAsync(request, new Dictionary<string, decimal?>());

        Assert.Equal((opportunity.Id, "Survey first"), (facts.Matter!.Matter.Id, facts.Matter.Details.Single(detail => detail.Name == "lessons").Value));
    }

    private static async Task<TemporaryCrm> OpenAsync(MatterType? phase = null) => await TemporaryCrm.OpenAsync(("firm", builder => builder
        .TouchpointKinds(
            new TouchpointKind { Name = "firm.phase_begun", Title = new("Phase begun", "期次开始"), Details = [new("ends_on", new("Ends on", "期末"), ValueKind.Date)] },
            new TouchpointKind { Name = "firm.accepted", Title = new("Accepted", "验收"), Details = [new("satisfaction", new("Satisfaction", "满意度"), ValueKind.Number), new("lessons", new("Lessons", "经验"))] },
            new TouchpointKind { Name = "firm.phase_closed", Title = new("Phase closed", "期次闭环") })
        .MatterTypes(phase ?? Phase)));

    private static async Task<(Client Client, MatterId Phase)> PhaseAsync(TemporaryCrm crm, string title)
    {
        var client = await crm.ClientAsync("a");
        var phase = await ClosedLoopRowTests.OpenAsync(crm, client, "firm.phase", title, new(2026, 1, 1));
        await RecordAsync(crm, phase, "firm.phase_begun", new(2026, 1, 1), ("ends_on", "2026-12-31"));
        return (client, phase);
    }

    private static Task<List<Clientele.Storage.Reading.MatterInStage>> OpportunitiesAsync(TemporaryCrm crm, DateOnly day) => crm.Crm.Matters.ListAsync(day, "core.opportunity").ToListAsync().AsTask();

    private static async Task<decimal?> FigureAsync(TemporaryCrm crm, string name) =>
        (await crm.Crm.Insights.RunAsync("core.follow_on", new(2026, 12, 31))).Result.Figures.Single(figure => figure.Name == name).Value;
}
