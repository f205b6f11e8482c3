using static Clientele.Engine.Tests.Segments.ScoreSchemeTests;

namespace Clientele.Engine.Tests.Segments.Rows;

public sealed class TreatmentRowTests
{
    private static readonly DateOnly Day = new(2026, 5, 10);

    [Theory]
    [Trait("Row", "S0-05")]
    [InlineData(0, 600, 250, 150, 75.0, 1.90)]
    [InlineData(2, 594.35, 247.65, 158, 74.29, 2)]
    public async Task A_thousand_hours_go_to_the_classes_by_weight_within_their_floor_and_add_up_exactly(int floor, double large, double medium, double small, double first, double last)
    {
        await using var crm = await ClassesAsync(floor, ("vip", 8), ("medium", 13), ("small", 79));

        var plan = (await crm.Crm.Treatments.DivideAsync("firm.class", 1000, Day, "firm.hours")).Value!;

        Assert.Equal([(decimal)large, (decimal)medium, (decimal)small], plan.Segments.Select(share => share.Hours));
        Assert.Equal(1000m, plan.Clients.Sum(client => client.Planned));
        Assert.Equal((decimal)first, plan.Clients.First(client => client.Segment == "vip").Planned, 1);
        Assert.Equal((decimal)last, plan.Clients.Last(client => client.Segment == "small").Planned, 1);
        Assert.All(plan.Clients, client => Assert.Equal(5 - client.Planned, client.Beyond));
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public async Task What_cannot_be_divided_is_refused_with_its_reason()
    {
        await using var crm = await ClassesAsync(20, ("small", 79));

        Assert.Equal("floors_exceed", (await crm.Crm.Treatments.DivideAsync("firm.class", 1000, Day)).Refusal!.Code);
        await using var empty = await ClassesAsync(0);
        Assert.Equal("too_few", (await empty.Crm.Treatments.DivideAsync("firm.class", 1000, Day)).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-47")]
    public async Task A_vip_sees_the_launch_seven_days_before_and_is_served_first()
    {
        await using var crm = await ClassesAsync(0, ("vip", 1), ("small", 1));
        var (vip, other) = (await crm.ClientAsync("vip 0"), await crm.ClientAsync("small 0"));

        Assert.Equal(new DateOnly(2026, 5, 3), await crm.Crm.Treatments.VisibleFromAsync(vip.Id, "firm.class", Day));
        Assert.Equal(Day, await crm.Crm.Treatments.VisibleFromAsync(other.Id, "firm.class", Day));
        var early = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero);
        var given = (await crm.Crm.Treatments.GiveAsync("firm.class", 10, [new(other.Id, early, 8), new(vip.Id, early.AddDays(2), 6)], Day)).Value!;

        Assert.Equal([(vip.Id.ToString(), 6, 10), (other.Id.ToString(), 4, 4)], given.Select(ration => (ration.Request.Id, ration.Granted, ration.LeftBefore)));
    }

    [Fact]
    [Trait("Row", "S2-21")]
    public async Task A_relationship_that_costs_more_than_it_brings_is_recommended_for_rest_and_rests_only_when_a_person_says_so()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await LosingAsync(crm, "losing");
        var referring = await LosingAsync(crm, "referring");
        await crm.SetAsync(referring, "core.referral_value", "6000", new(2025, 1, 1));
        var feared = await LosingAsync(crm, "feared");
        await crm.SetAsync(feared, "core.influence", "-0.5", new(2025, 1, 1));
        await crm.Crm.Segments.RunAsync(Day);

        Assert.Equal((-4000m, 2000m), (await crm.MeasureAsync(client, "core.net_relationship_value", Day), await crm.MeasureAsync(referring, "core.net_relationship_value", Day)));
        Assert.Equal(("recommended", "kept", "caution"), (await crm.SegmentAsync(client, "core.release", Day), await crm.SegmentAsync(referring, "core.release", Day), await crm.SegmentAsync(feared, "core.release", Day)));

        await crm.Crm.Planner.PlanAsync(Day, aheadDays: 60);
        Assert.True(await HasTasksAsync(crm, client));

        await crm.Crm.Decisions.OverrideAsync(new(client.Id, "core.release", "dormant", Day, null, "Director Chen", "Two years of loss and nothing in sight."));
        await crm.Crm.Planner.PlanAsync(Day, aheadDays: 60);
        Assert.False(await HasTasksAsync(crm, client));

        await crm.Crm.Decisions.WithdrawAsync(client.Id, "core.release", Day.AddDays(1));
        await crm.Crm.Segments.RunAsync(Day.AddDays(1));
        await crm.Crm.Planner.PlanAsync(Day.AddDays(1), aheadDays: 60);
        Assert.True(await HasTasksAsync(crm, client));
        Assert.NotNull(await crm.Crm.Store.Clients.FindAsync(client.Id));
    }

    private static async Task<bool> HasTasksAsync(TemporaryCrm crm, Client client) =>
        await crm.Crm.Care.DueAsync(DateOnly.MaxValue).AnyAsync(followUp => followUp.Client == client.Id);

    // 10,000 of sales at half margin against 9,000 of service, two years in a row.
    private static async Task<Client> LosingAsync(TemporaryCrm crm, string name)
    {
        var client = await crm.ClientAsync(name, new(2024, 1, 1));
        await crm.SetAsync(client, "core.margin_rate", "0.5", new(2024, 1, 1));
        foreach (var day in new DateOnly[] { new(2024, 9, 1), new(2025, 9, 1) })
        {
            await crm.TouchAsync(client, "core.sale", day, 10_000);
            await crm.TouchAsync(client, "core.cost", day, 9_000);
        }

        return client;
    }

    private static async Task<TemporaryCrm> ClassesAsync(int floor, params (string Name, int Count)[] classes)
    {
        var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Attributes(new AttributeDefinition { Name = "firm.kind", Title = new("Kind", "类") }, Number("firm.hours_booked"))
            .Measures(new ExpressionMeasure { Name = "firm.hours", Title = new("Hours", "工时"), Expression = "firm.hours_booked" })
            .Schemes(new RuleScheme
            {
                Name = "firm.class", Title = new("Class", "类别"),
                Rules = [new("vip", new("VIP", "贵宾"), "firm.kind == 'vip'"), new("medium", new("Medium", "中"), "firm.kind == 'medium'"), new("small", new("Small", "小"), "firm.kind == 'small'")],
                Treatments = new Dictionary<string, Treatment>
                {
                    ["vip"] = new() { CapacityWeight = 60, LeadDays = 7, Priority = 1 },
                    ["medium"] = new() { CapacityWeight = 25 },
                    ["small"] = new() { CapacityWeight = 15, CapacityFloor = floor },
                },
            })));
        foreach (var (name, count) in classes)
        {
            for (var number = 0; number < count; number++)
            {
                var client = await crm.ClientAsync($"{name} {number}");
                await crm.SetAsync(client, "firm.kind", name, new(2026, 1, 1));
                await crm.SetAsync(client, "firm.hours_booked", "5", new(2026, 1, 1));
            }
        }

        await crm.Crm.Segments.RunAsync(Day);
        return crm;
    }
}
