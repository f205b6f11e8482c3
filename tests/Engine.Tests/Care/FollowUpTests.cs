using Clientele.Care;

namespace Clientele.Engine.Tests.Care;

public sealed class FollowUpTests
{
    private static readonly RuleScheme Everyone = new() { Name = "firm.all", Title = new("All", "全部"), Rules = [new("key", new("Key clients", "重点客户"), "core.sales > 100"), new("ordinary", new("Ordinary clients", "普通客户"))] };

    private static readonly CadencePolicy Visits = new()
    {
        Name = "firm.visits", Title = new("Return visit", "定期回访"), Scheme = "firm.all", FulfilledBy = ["core.visit"],
        EveryDays = new Dictionary<string, int> { ["key"] = 30, ["ordinary"] = 90 },
    };

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_key_client_visited_on_the_first_of_March_is_due_on_the_thirty_first_and_only_once()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a");
        await crm.TouchAsync(client, "core.sale", new(2026, 1, 5), 500);
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 1));

        await PlanAsync(crm, new(2026, 3, 31));
        var second = await PlanAsync(crm, new(2026, 3, 31));

        var due = Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 3, 31)).ToListAsync());
        Assert.Equal(new DateOnly(2026, 3, 31), due.DueOn);
        Assert.Equal(0, second.Opened);
        Assert.Equal("Segment 'Key clients' is followed up every 30 days; due on 2026-03-31.", due.Reasons[1].Text.En);
        Assert.Equal("“重点客户”每 30 天回访一次，应于 2026-03-31 回访。", due.Reasons[1].Text.Zh);
    }

    [Fact]
    public async Task A_policy_that_was_renamed_keeps_its_open_follow_ups()
    {
        await using var crm = await OpenAsync();
        await crm.ClientAsync("a", since: new(2026, 1, 1));
        await PlanAsync(crm, new(2026, 4, 10));
        var before = Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 4, 10)).ToListAsync());

        await using var renamed = await crm.ReopenAsync(("firm", builder => builder
            .Schemes(Everyone)
            .Policies(Visits with { Name = "firm.calls" })
            .Migrations(new DataMigration { Name = "calls", Title = new("Visits are called calls", "回访改称电话"), Changes = [new RenameData(StoredName.Policy, "firm.visits", "firm.calls")] })));
        var again = await PlanAsync(renamed, new(2026, 4, 10));

        var after = Assert.Single(await renamed.Crm.Care.DueAsync(new(2026, 4, 10)).ToListAsync());
        Assert.Equal((before.Id, "firm.calls"), (after.Id, after.Policy));
        Assert.Equal((0, 0, 1), (again.Opened, again.Lapsed, again.Open));
    }

    [Fact]
    public async Task An_attempt_without_an_answer_fulfils_nothing()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a", since: new(2026, 1, 1));
        await crm.TouchAsync(client, "core.call_missed", new(2026, 3, 20));

        await PlanAsync(crm, new(2026, 4, 1));

        Assert.Equal(new DateOnly(2026, 4, 1), Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 4, 1)).ToListAsync()).DueOn);
    }

    [Fact]
    public async Task A_visit_closes_the_follow_up_and_the_next_counts_from_it()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a", since: new(2026, 1, 1));
        await PlanAsync(crm, new(2026, 4, 10));
        var due = Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 4, 10)).ToListAsync());

        var touchpoint = await crm.Crm.Care.CompleteAsync(due.Id, new Completion(new(2026, 4, 10), "李工", Note: "现场查看"));
        await PlanAsync(crm, new(2026, 4, 11));

        var done = await crm.Crm.Store.FollowUps.FindAsync(due.Id);
        Assert.Equal((FollowUpStatus.Done, touchpoint.Id), (done!.Status, done.FulfilledBy!.Value));
        Assert.Empty(await crm.Crm.Care.DueAsync(new(2026, 7, 8)).ToListAsync());
        await PlanAsync(crm, new(2026, 7, 9));
        Assert.Equal(new DateOnly(2026, 7, 9), Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 7, 9)).ToListAsync()).DueOn);
    }

    [Fact]
    public async Task A_visit_that_comes_in_by_import_closes_the_follow_up_at_the_next_planning()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a", since: new(2026, 1, 1));
        await PlanAsync(crm, new(2026, 4, 10));
        var due = Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 4, 10)).ToListAsync());

        var visit = await crm.TouchAsync(client, "core.visit", new(2026, 4, 9));
        var planned = await PlanAsync(crm, new(2026, 4, 10));

        Assert.Equal(1, planned.Done);
        Assert.Equal(visit.Id, (await crm.Crm.Store.FollowUps.FindAsync(due.Id))!.FulfilledBy);
    }

    [Fact]
    public async Task The_owner_in_the_role_of_the_policy_is_named()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a", since: new(2026, 1, 1));
        await crm.WriteAsync(batch => batch.PutAsync(new Ownership(client.Id, "service", "王敏", new(2026, 1, 1))));

        await PlanAsync(crm, new(2026, 4, 10));

        Assert.Equal("王敏", Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 4, 10)).ToListAsync()).Owner);
    }

    [Fact]
    public async Task A_follow_up_chained_to_a_stage_is_due_so_many_days_after_it_and_lapses_when_the_matter_moves_on()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("a", since: new(2026, 3, 1));
        var matter = new Matter { Id = MatterId.From("test", "m"), Client = client.Id, Type = "firm.complaint", Title = "Leak", OpenedOn = new(2026, 3, 1) };
        await crm.WriteAsync(batch => batch.PutAsync(matter));
        await crm.TouchAsync(client, "firm.resolved", new(2026, 3, 11), matter: matter.Id);

        await PlanAsync(crm, new(2026, 3, 16));
        var due = Assert.Single(await crm.Crm.Care.DueAsync(new(2026, 3, 31)).Where(followUp => followUp.Policy == "firm.complaint_visit").ToListAsync());
        await crm.TouchAsync(client, "firm.reopened", new(2026, 3, 17), matter: matter.Id);
        await PlanAsync(crm, new(2026, 3, 18));

        Assert.Equal(new DateOnly(2026, 3, 14), due.DueOn);
        Assert.Equal(FollowUpStatus.Lapsed, (await crm.Crm.Store.FollowUps.FindAsync(due.Id))!.Status);
    }

    private static Task<TemporaryCrm> OpenAsync() => TemporaryCrm.OpenAsync(("firm", builder => builder
        .TouchpointKinds(
            new TouchpointKind { Name = "firm.resolved", Title = new("Resolved", "已解决") },
            new TouchpointKind { Name = "firm.reopened", Title = new("Reopened", "重新打开") })
        .MatterTypes(new MatterType
        {
            Name = "firm.complaint", Title = new("Complaint", "投诉"),
            Stages = [new("received", new("Received", "已受理")), new("resolved", new("Resolved", "已解决"))],
            Moves = [new("received", "resolved", "firm.resolved"), new("resolved", "received", "firm.reopened")],
        })
        .Schemes(Everyone)
        .Policies(Visits, new StagePolicy { Name = "firm.complaint_visit", Title = new("Complaint visit", "投诉回访"), MatterType = "firm.complaint", Stage = "resolved", AfterDays = 3, FulfilledBy = ["core.visit"] })));

    private static async Task<CarePlanResult> PlanAsync(TemporaryCrm crm, DateOnly asOf)
    {
        await crm.Crm.Segments.RunAsync(asOf);
        return await crm.Crm.Planner.PlanAsync(asOf, aheadDays: 0);
    }
}
