using Clientele.Matters;

namespace Clientele.Engine.Tests.Matters;

/// <summary>A move is made when everything it requires is met, in the fold as through the API, and a refusal names all that is not.</summary>
public sealed class RequirementTests
{
    private static readonly LocalizedText Any = LocalizedText.Same("x");

    private static readonly MatterType Job = new()
    {
        Name = "firm.job",
        Title = new("Job", "任务"),
        Stages = [new("open", new("Open", "进行中")), new("done", new("Done", "已完成")), new("closed", new("Closed", "已关闭"), Final: true)],
        Moves =
        [
            new("open", "done", "firm.delivered"),
            new("done", "open", "firm.taken_back"),
            new("done", "closed", "firm.closed")
            {
                Requires =
                [
                    new("after.done.count.core.visit >= 1", new("Nobody has gone back since.", "完成后尚未回访。")),
                    new("after.done.detail.grade >= 6", new("No satisfaction of 6 or more is recorded.", "尚无6分及以上的满意度。")),
                    new("matter.open_linked == 0", new("Something that was found is still open.", "发现的问题尚未解决。")),
                ],
            },
        ],
    };

    private static readonly MatterType Fault = new()
    {
        Name = "firm.fault",
        Title = new("Fault", "问题"),
        Stages = [new("open", Any), new("mended", Any, Final: true)],
        Moves = [new("open", "mended", "firm.mended")],
    };

    [Fact]
    public async Task A_move_without_what_it_requires_is_refused_with_every_reason_and_records_nothing()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        await LinkAsync(crm, client, job, "f1");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11), matter: job);

        var refused = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = job, Kind = "firm.closed", On = new(2026, 3, 12) });

        Assert.False(refused.Made);
        Assert.Equal(["Nobody has gone back since.", "No satisfaction of 6 or more is recorded.", "Something that was found is still open."], refused.Refusals.Select(reason => reason.Text.En));
        Assert.Equal("1", refused.Refusals[2].Facts["matter.open_linked"]);
        Assert.Equal(ErrorCodes.MoveRefused, Assert.Throws<ClienteleException>(refused.Require).Code);
        Assert.Equal(("done", 1), ((await StageAsync(crm, job, new(2026, 12, 31))), (await crm.Crm.Matters.ShowAsync(job, new(2026, 12, 31))).Facts.Count));
    }

    [Fact]
    public async Task A_move_whose_requirements_are_met_is_made()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        var fault = await LinkAsync(crm, client, job, "f1");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11), matter: job);
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 16), matter: job);
        await crm.TouchAsync(client, "firm.mended", new(2026, 3, 17), matter: fault);

        var made = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = job, Kind = "firm.closed", On = new(2026, 3, 18), By = "王敏", Details = new Dictionary<string, string> { ["grade"] = "8" } });

        Assert.Equal(("done", "closed", new DateOnly(2026, 3, 18)), (made.Before.Stage.Stage, made.Stage!.Stage, made.Stage.From));
        Assert.All(made.Requirements, answer => Assert.True(answer.Met));
        Assert.Equal("closed", await StageAsync(crm, job, new(2026, 3, 18)));
    }

    [Fact]
    public async Task The_fold_does_not_make_a_move_that_the_facts_of_its_day_do_not_carry_not_even_when_they_come_later()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11), matter: job);
        await ScoreAsync(crm, client, job, new(2026, 3, 12), "firm.closed", "9");
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 13), matter: job);

        Assert.Equal("done", await StageAsync(crm, job, new(2026, 12, 31)));

        await crm.TouchAsync(client, "firm.closed", new(2026, 3, 14), matter: job);
        Assert.Equal(("done", "closed"), (await StageAsync(crm, job, new(2026, 3, 13)), await StageAsync(crm, job, new(2026, 3, 14))));
    }

    [Fact]
    public async Task What_happened_before_the_matter_was_taken_back_does_not_count()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 1), matter: job);
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 2), matter: job);
        await ScoreAsync(crm, client, job, new(2026, 3, 2), "core.visit", null);
        await crm.TouchAsync(client, "firm.taken_back", new(2026, 3, 3), matter: job);
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 9), matter: job);

        var refused = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = job, Kind = "firm.closed", On = new(2026, 3, 10), Details = new Dictionary<string, string> { ["grade"] = "8" } });

        Assert.Equal("Nobody has gone back since.", Assert.Single(refused.Refusals).Text.En);
    }

    [Fact]
    public async Task A_matter_that_came_of_another_lets_it_close_the_day_it_is_mended_however_late_that_is_known()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        var fault = await LinkAsync(crm, client, job, "f1");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11), matter: job);
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 12), matter: job);
        await ScoreAsync(crm, client, job, new(2026, 3, 14), "firm.closed", "7");
        Assert.Equal("done", await StageAsync(crm, job, new(2026, 3, 31)));

        await crm.TouchAsync(client, "firm.mended", new(2026, 3, 14), matter: fault);

        Assert.Equal(("done", "closed"), (await StageAsync(crm, job, new(2026, 3, 13)), await StageAsync(crm, job, new(2026, 3, 31))));
    }

    [Fact]
    public async Task A_kind_that_moves_nothing_from_there_is_refused_with_what_would()
    {
        await using var crm = await OpenAsync();
        var (_, job) = await JobAsync(crm);

        var refused = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = job, Kind = "firm.closed", On = new(2026, 3, 12) });

        var reason = Assert.Single(refused.Refusals);
        Assert.Equal(("no_move", "In stage 'Open' the fact 'Closed' moves nothing; what does: 'Delivered' to 'Done'."), (reason.Code, reason.Text.En));
        Assert.Equal("处于“进行中”阶段时，“关闭”不能推进该事项；可行的是：“交付”转入“已完成”。", reason.Text.Zh);
    }

    [Theory]
    [InlineData("count.core.vsit > 0", "count.core.visit")]
    [InlineData("detail.grade > 'good'", "detail.grade")]
    [InlineData("after.nowhere.count.core.visit > 0", "after.nowhere.count.core.visit")]
    [InlineData("count.core.visit", "a number, where true or false is needed")]
    public async Task A_rule_that_reads_what_nobody_registers_or_compares_what_does_not_go_together_turns_the_registration_down(string rule, string told)
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => OpenAsync(Job with { Moves = [new("open", "closed", "firm.closed") { Requires = [new(rule, Any)] }] }));

        Assert.Equal(ErrorCodes.ExpressionInvalid, refused.Code);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_keeps_its_origin()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        var fault = await LinkAsync(crm, client, job, "f1");
        var other = new Matter { Id = MatterId.From("test", "other"), Client = client.Id, Type = "firm.job", Title = "Other", OpenedOn = new(2026, 1, 1) };
        await crm.Crm.Matters.OpenAsync(other);
        var stored = (await crm.Crm.Store.Matters.FindAsync(fault))!;

        Assert.Equal(job, stored.Origin);
        Assert.Equal(ErrorCodes.RecordInvalid, (await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Matters.OpenAsync(stored with { Origin = other.Id }))).Code);
        Assert.Equal(ErrorCodes.ReferenceUnknown, (await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Matters.OpenAsync(stored with { Id = MatterId.From("test", "new"), Origin = MatterId.From("test", "nowhere") }))).Code);
    }

    [Fact]
    public async Task The_card_of_a_matter_says_what_could_happen_next_and_what_it_still_needs()
    {
        await using var crm = await OpenAsync();
        var (client, job) = await JobAsync(crm);
        await LinkAsync(crm, client, job, "f1");
        await crm.TouchAsync(client, "firm.delivered", new(2026, 3, 11), matter: job);
        await crm.TouchAsync(client, "core.visit", new(2026, 3, 12), matter: job);

        var card = await crm.Crm.Matters.ShowAsync(job, new(2026, 3, 12));

        Assert.Equal(["open", "done"], card.Stages.Select(stage => stage.Stage));
        Assert.Equal("f1", Assert.Single(card.Linked).Matter.Title);
        var close = card.Moves.Single(move => move.To.Name == "closed");
        Assert.Equal([true, false, false], close.Requirements.Select(answer => answer.Met));
    }

    internal static async Task<TemporaryCrm> OpenAsync(MatterType? job = null) => await TemporaryCrm.OpenAsync(("firm", builder => builder
        .TouchpointKinds(
            new TouchpointKind { Name = "firm.delivered", Title = new("Delivered", "交付") },
            new TouchpointKind { Name = "firm.taken_back", Title = new("Taken back", "退回") },
            new TouchpointKind { Name = "firm.mended", Title = new("Mended", "修复") },
            new TouchpointKind { Name = "firm.closed", Title = new("Closed", "关闭"), Details = [new("grade", new("Score", "评分"), ValueKind.Number)] })
        .MatterTypes(job ?? Job, Fault)));

    internal static async Task<(Client Client, MatterId Job)> JobAsync(TemporaryCrm crm)
    {
        var client = await crm.ClientAsync("a");
        var job = new Matter { Id = MatterId.From("test", "job"), Client = client.Id, Type = "firm.job", Title = "Job", OpenedOn = new(2026, 1, 1) };
        await crm.Crm.Matters.OpenAsync(job);
        return (client, job.Id);
    }

    internal static async Task<MatterId> LinkAsync(TemporaryCrm crm, Client client, MatterId origin, string name)
    {
        var fault = new Matter { Id = MatterId.From("test", name), Client = client.Id, Type = "firm.fault", Title = name, OpenedOn = new(2026, 1, 2), Origin = origin };
        await crm.Crm.Matters.OpenAsync(fault);
        return fault.Id;
    }

    private static Task ScoreAsync(TemporaryCrm crm, Client client, MatterId job, DateOnly on, string kind, string? score) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("test", $"score {on:o} {kind}"), Client = client.Id, Matter = job, Kind = kind, OccurredOn = on,
        Details = score is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["grade"] = score },
    }));

    private static async Task<string> StageAsync(TemporaryCrm crm, MatterId job, DateOnly day) =>
        (await crm.Crm.Matters.ListAsync(day).SingleAsync(matter => matter.Matter.Id == job)).Stage.Stage;
}
