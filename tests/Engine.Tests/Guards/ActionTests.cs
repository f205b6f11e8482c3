using Clientele.Actions;
using Clientele.Documents;
using Clientele.Storage.Guarding;

namespace Clientele.Engine.Tests.Guards;

public sealed class ActionTests
{
    private static readonly DateOnly MidAutumn = new(2026, 9, 25);

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_gift_to_a_public_owner_during_a_tender_is_blocked_and_logged()
    {
        await using var crm = await OpenAsync();
        var (client, contact) = await ClientAsync(crm, "Municipal Works", "public");
        await crm.TouchAsync(client, "firm.tender_opened", new(2026, 9, 1));

        var answer = await crm.Crm.Actions.AskAsync(Gift(client, contact, 500));
        var approved = await crm.Crm.Actions.AskAsync(Gift(client, contact, 500), overrides: [new("firm.tender_gifts", "Officer", "compliance", "a trifle"), new("core.gift_cap", "Officer", "compliance", "a trifle")]);
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Actions.RecordAsync(Gift(client, contact, 500)));

        Assert.Equal((ActionOutcome.Blocked, ActionOutcome.Blocked, ErrorCodes.ActionRefused), (answer.Outcome, approved.Outcome, refused.Code));
        var log = await crm.Crm.Store.GuardDecisions.AllAsync(client.Id).ToListAsync();
        Assert.Contains(log, decision => decision is { Guard: "firm.tender_gifts", Outcome: GuardOutcome.Refused, Subject: "action", Name: "core.gift", Person: "Zhou Wei" });
        Assert.Empty(await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, MidAutumn).Where(touchpoint => touchpoint.Kind == "core.gift").ToListAsync());
    }

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_gift_of_150_to_a_private_owner_is_allowed_under_the_cap_of_200()
    {
        await using var crm = await OpenAsync();
        var (client, contact) = await ClientAsync(crm, "Private Owner", "private");

        var answer = await crm.Crm.Actions.RecordAsync(Gift(client, contact, 150));
        var above = await crm.Crm.Actions.AskAsync(Gift(client, contact, 201, "2"));

        Assert.Equal((ActionOutcome.Allowed, ActionOutcome.ApprovalNeeded), (answer.Outcome, above.Outcome));
        Assert.Equal(1, await crm.Crm.Store.Touchpoints.TimelineAsync(client.Id, MidAutumn).CountAsync());
        Assert.Equal([("core.gift_cap", GuardOutcome.ApprovalNeeded)], (await crm.Crm.Store.GuardDecisions.AllAsync().ToListAsync()).Select(decision => (decision.Guard, decision.Outcome)));
    }

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_yearly_total_of_900_and_150_needs_an_approval_that_is_archived()
    {
        await using var crm = await OpenAsync();
        var (client, contact) = await ClientAsync(crm, "Private Owner", "private");
        for (var number = 0; number < 5; number++)
        {
            await crm.WriteAsync(batch => batch.AppendAsync(Gift(client, contact, 180, $"before {number}") with { Kind = number == 0 ? "core.hospitality" : "core.gift", OccurredOn = new(2026, 2, 10 + number) }));
        }

        var answer = await crm.Crm.Actions.AskAsync(Gift(client, contact, 150));
        var nextYear = await crm.Crm.Actions.AskAsync(Gift(client, contact, 150, "next") with { OccurredOn = new(2027, 1, 4) });
        var approved = await crm.Crm.Actions.RecordAsync(Gift(client, contact, 150), overrides: [new("core.gift_total", "Sun Li", "compliance", "anniversary of ten years")]);

        Assert.Equal((ActionOutcome.ApprovalNeeded, ActionOutcome.Allowed, ActionOutcome.Allowed), (answer.Outcome, nextYear.Outcome, approved.Outcome));
        Assert.Equal("1050", answer.Refusals.Single().Reasons[0].Facts["action.year_total"]);
        var archived = (await crm.Crm.Store.GuardDecisions.AllAsync(client.Id).ToListAsync()).Single(decision => decision.Outcome == GuardOutcome.Overridden);
        Assert.Equal(("core.gift_total", "Sun Li", "compliance", "anniversary of ten years"), (archived.Guard, archived.Person, archived.Role, archived.Because));
    }

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_client_whose_sector_is_not_known_gets_no_gift_without_an_approval()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("Somebody");

        Assert.Equal(ActionOutcome.ApprovalNeeded, (await crm.Crm.Actions.AskAsync(Gift(client, null, 10))).Outcome);
    }

    [Fact]
    [Trait("Row", "S1-20")]
    public async Task An_action_with_a_sales_purpose_passes_the_windows_and_one_of_care_does_not()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("Somebody");
        await crm.TouchAsync(client, "core.dispute_opened", new(2026, 9, 20));
        var visit = new Touchpoint { Id = TouchpointId.From("test", "visit"), Client = client.Id, Kind = "core.visit", OccurredOn = MidAutumn, By = "Zhou Wei" };

        var pitch = await crm.Crm.Actions.AskAsync(visit, "sales");
        var care = await crm.Crm.Actions.AskAsync(visit);
        var overridden = await crm.Crm.Actions.AskAsync(visit, "sales", [new("core.payment_dispute", "Chief", "manager", "they asked us to come")]);

        Assert.Equal((ActionOutcome.ApprovalNeeded, ActionOutcome.Allowed, ActionOutcome.Allowed), (pitch.Outcome, care.Outcome, overridden.Outcome));
        Assert.Null(pitch.Timing.NextGoodDay);
        Assert.Equal("core.payment_dispute", pitch.Refusals.Single().Guard.Name);
    }

    [Fact]
    [Trait("Row", "S1-30")]
    public async Task Credit_is_rated_by_weighted_days_late_and_granted_within_the_limit()
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("Builder");
        await PayAsync(crm, client, 100, new(2026, 3, 11), new(2026, 3, 1));
        await PayAsync(crm, client, 300, new(2026, 5, 1), new(2026, 4, 1));
        await PayAsync(crm, client, 100, new(2026, 5, 10), new(2026, 5, 10));
        await crm.TouchAsync(client, "core.invoice", new(2026, 6, 1), 980);
        await crm.SetAsync(client, "core.credit_limit", "500", new(2026, 1, 1));
        var day = new DateOnly(2026, 6, 2);
        await crm.Crm.Segments.RunAsync(day);
        var credit = new Touchpoint { Id = TouchpointId.From("test", "credit"), Client = client.Id, Kind = "core.credit_granted", OccurredOn = day, By = "Zhou Wei", Amount = new Money(50, "CNY") };

        Assert.Equal(20.0m, await crm.MeasureAsync(client, "core.days_late", day));
        Assert.Equal("b", await crm.SegmentAsync(client, "core.credit_rating", day));
        Assert.Equal(480, await crm.MeasureAsync(client, "core.exposure", day));
        Assert.Equal((ActionOutcome.ApprovalNeeded, "core.credit_limit_kept"), Only(await crm.Crm.Actions.AskAsync(credit)));
        Assert.Equal(ActionOutcome.Allowed, (await crm.Crm.Actions.AskAsync(credit with { Amount = new Money(20, "CNY") })).Outcome);
    }

    [Theory]
    [Trait("Row", "S1-30")]
    [InlineData(15, "a")]
    [InlineData(16, "b")]
    [InlineData(30, "b")]
    [InlineData(31, "c")]
    [InlineData(60, "c")]
    [InlineData(61, "d")]
    public async Task The_bands_of_the_rating_end_at_15_30_and_60_days_and_D_gets_no_credit_by_itself(int late, string rating)
    {
        await using var crm = await OpenAsync();
        var client = await crm.ClientAsync("Builder");
        await PayAsync(crm, client, 100, new DateOnly(2026, 1, 1).AddDays(late), new(2026, 1, 1));
        await crm.SetAsync(client, "core.credit_limit", "500", new(2026, 1, 1));
        var day = new DateOnly(2026, 6, 2);
        await crm.Crm.Segments.RunAsync(day);
        var credit = new Touchpoint { Id = TouchpointId.From("test", "credit"), Client = client.Id, Kind = "core.credit_granted", OccurredOn = day, By = "Zhou Wei", Amount = new Money(50, "CNY") };

        Assert.Equal(rating, await crm.SegmentAsync(client, "core.credit_rating", day));
        Assert.Equal(rating == "d" ? ActionOutcome.ApprovalNeeded : ActionOutcome.Allowed, (await crm.Crm.Actions.AskAsync(credit)).Outcome);
    }

    private static Task<TemporaryCrm> OpenAsync() => TemporaryCrm.OpenAsync(("firm", builder => builder
        .TouchpointKinds(new TouchpointKind { Name = "firm.tender_opened", Title = new("Tender", "招标") })
        .Measures(new FactMeasure { Name = "firm.open_tenders", Title = new("Open tenders", "在招"), Aggregate = Aggregate.Count, Kinds = ["firm.tender_opened"] })
        .Guards(new Guard
        {
            Name = "firm.tender_gifts", Title = new("Tender", "招标"), Kinds = ["core.gift", "core.hospitality"], Refusal = new("Not during a tender.", "招标期间不可。"),
            AllowedWhen = "firm.open_tenders <= 0 || core.sector == 'private'",
        })));

    private static async Task<(Client Client, ContactId Contact)> ClientAsync(TemporaryCrm crm, string name, string sector)
    {
        var client = await crm.ClientAsync(name);
        await crm.SetAsync(client, "core.sector", sector, new(2025, 1, 1));
        var contact = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = "陈静", Primary = true };
        await crm.WriteAsync(batch => batch.PutAsync(contact));
        return (client, contact.Id);
    }

    private static Touchpoint Gift(Client client, ContactId? contact, decimal amount, string number = "1") => new()
    {
        Id = TouchpointId.From("test", $"gift {number}"), Client = client.Id, Contact = contact, Kind = "core.gift", OccurredOn = MidAutumn, By = "Zhou Wei", Amount = new Money(amount, "CNY"),
    };

    private static Task PayAsync(TemporaryCrm crm, Client client, decimal amount, DateOnly on, DateOnly due) => crm.WriteAsync(batch => batch.AppendAsync(new Touchpoint
    {
        Id = TouchpointId.From("test", $"payment {on}"), Client = client.Id, Kind = "core.payment", OccurredOn = on, Amount = new Money(amount, "CNY"),
        Details = new Dictionary<string, string> { ["due_on"] = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
    }));

    private static (ActionOutcome, string) Only(ActionAnswer answer) => (answer.Outcome, answer.Refusals.Single().Guard.Name);
}
