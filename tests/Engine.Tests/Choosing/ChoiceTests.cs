using Clientele.Engine.Tests.Insights;
using Clientele.Insights;

namespace Clientele.Engine.Tests.Choosing;

/// <summary>The best proposal, the most similar reference, the roadmap: practices of the core that industries use.</summary>
public sealed class ChoiceTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    [Trait("Row", "S0-16")]
    public async Task B_is_best_with_7_9_and_A_when_B_fails_a_must_have()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await RequireAsync(crm, client, ("function", ".5", false), ("cost", ".3", false), ("time", ".2", false));
        await ScoreAsync(crm, client, "A", ("function", "8"), ("cost", "6"), ("time", "9"));
        await ScoreAsync(crm, client, "B", ("function", "9"), ("cost", "8"), ("time", "5"));

        var found = await crm.InsightAsync("core.proposals", Day);

        Assert.Equal([7.9m, 7.6m], found.Numbers("ranking", "score"));
        Assert.Equal(["B", "A"], found.Texts("ranking", "alternative"));
        Assert.Equal(["best", "no. 2"], found.Texts("ranking", "verdict"));
        Assert.Equal(["time", null], found.Texts("ranking", "misses"));

        await RequireAsync(crm, client, ("time", ".2", true));
        found = await crm.InsightAsync("core.proposals", Day);

        Assert.Equal(["A", "B"], found.Texts("ranking", "alternative"));
        Assert.Equal(["best", "out: fails time"], found.Texts("ranking", "verdict"));
        Assert.Equal([9m, 6m, 8m], found.Numbers("comparison", "alternative_1").OrderByDescending(number => number == 9m).ThenBy(number => number));
    }

    [Fact]
    [Trait("Row", "S0-16")]
    public async Task Weights_that_do_not_sum_to_one_are_an_error_and_an_unscored_requirement_leaves_the_alternative_out()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (wrong, unscored) = (await crm.ClientAsync("a"), await crm.ClientAsync("b"));
        await RequireAsync(crm, wrong, ("function", ".5", false), ("cost", ".3", false));
        await ScoreAsync(crm, wrong, "A", ("function", "8"), ("cost", "6"));

        Assert.Equal("The weights sum to 0.8, not to 1.", (await crm.InsightAsync("core.proposals", Day)).Refusal!.Text.En);

        await RequireAsync(crm, unscored, ("function", "1", false));
        await ScoreAsync(crm, unscored, "A", ("price", "8"));
        var focused = (await crm.Crm.Insights.RunAsync("core.proposals", Day, null, new InsightFocus(unscored.Id))).Result;

        Assert.Equal(["out: not scored for function"], focused.Texts("ranking", "verdict"));
        Assert.Equal("every alternative is out", focused.Figures.Single(figure => figure.Name == "best").Verdict!.En);
        Assert.Equal(["The weights sum to 0.8, not to 1."], (await crm.InsightAsync("core.proposals", Day)).Reasons.Select(reason => reason.Text.En));
    }

    [Fact]
    [Trait("Row", "S1-21")]
    public async Task The_hospital_in_Zhejiang_is_alike_by_925_and_of_two_at_500_the_later_comes_first()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        foreach (var (name, kind, region, area, completed) in new[] { ("A", "hospital", "Zhejiang", "50000", "2020-01-01"), ("B", "hospital", "Jiangsu", "20000", "2021-01-01"), ("C", "school", "Zhejiang", "60000", "2023-01-01"), ("D", "hotel", "Hunan", "9000", "2024-01-01") })
        {
            await crm.Crm.Registers.AddAsync(new("core.reference_project", new Dictionary<string, string> { ["name"] = name, ["kind"] = kind, ["region"] = region, ["floor_area"] = area, ["completed_on"] = completed }, new(2026, 1, 1), "Li"));
        }

        var target = new Dictionary<string, string?> { ["kind"] = "hospital", ["region"] = "Zhejiang", ["floor_area"] = "60000" };
        var found = (await crm.Crm.Insights.RunAsync("core.similar_references", Day, target)).Result;

        Assert.Equal(["A", "C", "B"], found.Texts("references", "project"));
        Assert.Equal([.925m, .50m, .50m], found.Numbers("references", "similarity"));
        Assert.Equal(["same kind, same region, 10,000 m² less", "other kind, same region, same floor area", "same kind, other region, 40,000 m² less"], found.Texts("references", "why"));

        Assert.Equal("no_data", (await crm.InsightAsync("core.similar_references", Day)).Refusal!.Code);
        foreach (var (attribute, value) in new[] { ("core.planned_kind", "hospital"), ("core.planned_region", "Zhejiang"), ("core.planned_floor_area", "60000") })
        {
            await crm.SetAsync(client, attribute, value, client.Since);
        }

        Assert.Equal([.925m, .50m, .50m], (await crm.InsightAsync("core.similar_references", Day)).Numbers("references", "similarity"));
        Assert.Equal("weights_sum", (await crm.Crm.Insights.RunAsync("core.similar_references", Day, new Dictionary<string, string?> { ["kind_weight"] = "0.9" })).Result.Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-43")]
    public async Task Four_of_five_items_matched_are_80_per_cent_and_one_capability_to_build()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        await DrawAsync(crm, client, "4");

        Assert.Equal(.80m, await crm.MeasureAsync(client, "core.roadmap_match", Day));
        var found = await crm.InsightAsync("core.roadmaps", Day);
        Assert.Equal((1m, .80m), (found.Figure("gaps"), found.Figure("match")));
        Assert.Equal(["Item 5"], found.Texts("gaps", "item"));
        Assert.Equal("Item 5; BIM of hospitals", Assert.Single(await PlannedAsync(crm, Day, "core.build_capability")).Reasons.Single().Text.En);
        Assert.Equal(new DateOnly(2027, 3, 1), Assert.Single(await PlannedAsync(crm, new(2027, 3, 1), "core.roadmap_review")).DueOn);
    }

    [Fact]
    [Trait("Row", "S4-43")]
    public async Task A_client_that_develops_is_planned_for_three_to_five_years()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (developing, other) = (await crm.ClientAsync("a", new(2020, 1, 1)), await crm.ClientAsync("b", new(2020, 1, 1)));
        foreach (var (year, amount) in new[] { (2023, 100m), (2024, 150m), (2025, 250m) })
        {
            await crm.TouchAsync(developing, "core.sale", new(year + 1, 1, 15), amount);
        }

        await DrawAsync(crm, developing, "1");
        await DrawAsync(crm, other, "1");
        var match = (await crm.Crm.Measures.OfClientAsync(developing.Id, Day)).Single(value => value.Measure.Name == "core.roadmap_match");

        Assert.Equal(2m, await crm.MeasureAsync(developing, "core.life_cycle_stage", Day));
        Assert.Equal((null, "horizon"), (match.Value, match.Reasons.Single().Code));
        Assert.Equal(.80m, await crm.MeasureAsync(other, "core.roadmap_match", Day));

        await DrawAsync(crm, developing, "3");

        Assert.Equal(.80m, await crm.MeasureAsync(developing, "core.roadmap_match", Day));
    }

    private static async Task RequireAsync(TemporaryCrm crm, Client client, params (string Name, string Weight, bool Must)[] requirements)
    {
        foreach (var (name, weight, must) in requirements)
        {
            await TellAsync(crm, client, "core.requirement_stated", ("requirement", name), ("weight", weight), ("must_have", must ? "true" : "false"));
        }
    }

    private static async Task ScoreAsync(TemporaryCrm crm, Client client, string alternative, params (string Requirement, string Score)[] scores)
    {
        foreach (var (requirement, score) in scores)
        {
            await TellAsync(crm, client, "core.alternative_scored", ("alternative", alternative), ("requirement", requirement), ("score", score));
        }
    }

    private static async Task<IReadOnlyList<FollowUp>> PlannedAsync(TemporaryCrm crm, DateOnly day, string policy)
    {
        await crm.Crm.Planner.PlanAsync(day);
        return await crm.Crm.Care.DueAsync(day).Where(task => task.Policy == policy).ToListAsync();
    }

    private static async Task DrawAsync(TemporaryCrm crm, Client client, string years)
    {
        await TellAsync(crm, client, "core.roadmap_drawn", ("years", years));
        for (var number = 1; number <= 5; number++)
        {
            await TellAsync(crm, client, "core.roadmap_item", ("item", $"Item {number}"), ("year", "2028"), ("capability", number == 5 ? "BIM of hospitals" : ""), ("matched", number < 5 ? "true" : "false"));
        }
    }

    // One a day, so that the later word is the last.
    private static async Task TellAsync(TemporaryCrm crm, Client client, string kind, params (string Name, string Value)[] details)
    {
        var number = await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, Day).CountAsync();
        await crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
        {
            Id = TouchpointId.From("told", $"{client.Name}/{number}"), Client = client.Id, Kind = kind, OccurredOn = new DateOnly(2026, 3, 1).AddDays(number),
            Details = details.Where(detail => detail.Value.Length > 0).ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
        }));
    }
}
