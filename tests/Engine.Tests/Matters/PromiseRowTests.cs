using Clientele.Documents;
using Clientele.Matters;
using Clientele.Promises;

namespace Clientele.Engine.Tests.Matters;

public sealed class PromiseRowTests
{
    private static readonly DateTime Asked = new(2026, 5, 6, 10, 0, 0);
    private static readonly DateOnly Day = new(2026, 5, 6);

    [Fact]
    [Trait("Row", "S1-23")]
    public async Task A_letter_with_a_promise_that_nobody_approved_is_refused_and_the_holding_reply_is_not()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (client, promise) = await RequestAsync(crm);

        var refused = await WriteAsync(crm, "core.promise_letter", client, promise);
        var other = await crm.Crm.Letters.WriteAsync(crm.Crm.Letters.Request("core.return_visit_letter", client.Id, Day) with { Promises = [promise] });
        var holding = await WriteAsync(crm, "core.holding_letter", client, promise);

        Assert.Equal("core.promise_approved", Assert.Single(refused.Gate.Refusals).Guard.Name);
        Assert.Contains(other.Gate.Refusals, refusal => refusal.Guard.Name == "core.promise_approved");
        Assert.Equal(ErrorCodes.LetterRefused, Assert.Throws<ClienteleException>(refused.Gate.Require).Code);
        Assert.Contains("2026年5月7日 10:00 前", holding.Letter!.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S1-23")]
    public async Task Only_the_holder_of_the_role_approves_and_then_the_letter_shows_the_promise()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (client, promise) = await RequestAsync(crm);

        var wrong = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = promise, Kind = "core.promise_approved", On = Day, Details = ClosedLoopRowTests.Of(("approver_role", "salesman")) });
        Assert.Equal("只有要求中指定的角色有权批准。", Assert.Single(wrong.Refusals).Text.Zh);
        await ClosedLoopRowTests.MoveAsync(crm, promise, "core.promise_approved", Day, ("approver_role", "director"), ("at", "16:00"));

        var written = await WriteAsync(crm, "core.promise_letter", client, promise);
        Assert.Contains("Crane on site by Friday", written.Letter!.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S1-23")]
    public async Task A_reply_promised_within_24_hours_is_overdue_a_minute_later_and_not_on_the_minute()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        await RequestAsync(crm);

        Assert.Equal((false, true), (await OverdueAsync(crm, new(2026, 5, 7), new(10, 0)), await OverdueAsync(crm, new(2026, 5, 7), new(10, 1))));
        Assert.Equal((false, true), (await OverdueAsync(crm, new(2026, 5, 6)), await OverdueAsync(crm, new(2026, 5, 7))));
        Assert.Equal(new DateTime(2026, 5, 7, 10, 0, 0), Assert.Single(await crm.Crm.Promises.ListAsync(new(2026, 5, 7)).ToListAsync()).ReplyBy);
    }

    [Fact]
    [Trait("Row", "S1-23")]
    public async Task An_answer_counts_from_its_hour_on_even_when_the_day_is_looked_at_afterwards()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (_, promise) = await RequestAsync(crm);
        await ClosedLoopRowTests.MoveAsync(crm, promise, "core.promise_declined", new(2026, 5, 7), ("approver_role", "director"), ("at", "15:00"));

        Assert.True(await OverdueAsync(crm, new(2026, 5, 7), new(14, 59)));
        Assert.False(await OverdueAsync(crm, new(2026, 5, 7), new(15, 0)));
    }

    [Fact]
    [Trait("Row", "S1-24")]
    public async Task Of_ten_promises_nine_are_kept_eight_on_time_and_eight_percent_more_is_delivered()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        for (var i = 0; i < 10; i++)
        {
            var promise = await crm.Crm.Promises.RequestAsync(new PromiseRequest { Client = client.Id, Text = $"p{i}", At = new(2026, 5, 1, 9, 0, 0), Authority = "director", Due = new(2026, 6, 1), Amount = i == 9 ? null : new Money(i == 0 ? 20 : 10, "CNY") });
            await ClosedLoopRowTests.MoveAsync(crm, promise, "core.promise_approved", new(2026, 5, 1), ("approver_role", "director"));
            if (i < 9)
            {
                var kept = new MatterMove { Matter = promise, Kind = "core.promise_kept", On = i == 8 ? new(2026, 6, 20) : new(2026, 5, 20), Amount = new Money(i == 0 ? 28 : 10, "CNY") };
                Assert.Equal("There is no evidence that it was kept; name it.", Assert.Single((await crm.Crm.Matters.MoveAsync(kept)).Refusals).Text.En);
                Assert.True((await crm.Crm.Matters.MoveAsync(kept with { Details = ClosedLoopRowTests.Of(("evidence", "protocol")) })).Made);
            }
        }

        var figures = (await crm.Crm.Insights.RunAsync("core.promises", new(2026, 6, 30))).Result.Figures.ToDictionary(figure => figure.Name, figure => figure.Value);

        Assert.Equal((.9m, .8m, .08m), (figures["kept"], figures["on_time"], figures["over_delivery"]));
        Assert.Single(await crm.Crm.Promises.ListAsync(new(2026, 6, 30)).Where(line => line.Overdue).ToListAsync());
    }

    private static async Task<(Client Client, MatterId Promise)> RequestAsync(TemporaryCrm crm)
    {
        var client = await crm.ClientAsync("a");
        var promise = await crm.Crm.Promises.RequestAsync(new PromiseRequest { Client = client.Id, Text = "Crane on site by Friday", At = Asked, ReplyHours = 24, Authority = "director", By = "张强", Due = new(2026, 5, 15) });
        return (client, promise);
    }

    private static Task<WrittenLetter> WriteAsync(TemporaryCrm crm, string letter, Client client, MatterId promise) =>
        crm.Crm.Letters.WriteAsync(crm.Crm.Letters.Request(letter, client.Id, Day) with { Matter = promise });

    private static async Task<bool> OverdueAsync(TemporaryCrm crm, DateOnly day, TimeOnly? time = null) => Assert.Single(await crm.Crm.Promises.ListAsync(day, time).ToListAsync()).ReplyOverdue;
}
