namespace Clientele.Plugins.Tests;

/// <summary>What the letters say and when they are held back, through the gate and the renderer that the host uses.</summary>
public sealed class LetterTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    [Trait("Row", "S1-12")]
    public async Task No_demand_is_written_while_a_repair_is_open_and_one_is_when_it_is_done()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("滨江学校", Day.AddYears(-3));
        await workshop.TouchAsync(owner, "contractor.payment_due", Day.AddDays(-120), 2_000_000);
        await workshop.TouchAsync(owner, "contractor.repair_requested", Day.AddDays(-3));

        var refused = await workshop.LetterAsync("contractor.demand_firm_letter", owner, Day, "zh-CN");

        Assert.False(refused.Allowed);
        Assert.Equal("contractor.repair_before_money", Assert.Single(refused.Refusals).Guard.Name);

        await workshop.TouchAsync(owner, "contractor.repair_done", Day);
        Assert.Contains("2,000,000.00 元", await workshop.TextAsync("contractor.demand_firm_letter", owner, Day, "zh-CN"), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Row", "S1-02")]
    [InlineData("AE", "Track record.")]
    [InlineData("CN", "Strength.")]
    public async Task A_bid_opens_with_what_the_class_of_owner_weighs_most(string country, string first)
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("Port Authority", Day.AddYears(-3), ("contractor.country", country), ("contractor.credit_code", "11330100002489012E"));
        var bid = await workshop.MatterAsync(owner, "contractor.project", Day.AddDays(-9));
        await workshop.TouchAsync(owner, "contractor.bid_submitted", Day.AddDays(-1), 5_000_000, bid);

        var text = await workshop.TextAsync("contractor.bid_cover_letter", owner, Day, "en");

        Assert.Contains(first, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Value for money.", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf(first, StringComparison.Ordinal) < text.IndexOf("commercial offer", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_gift_of_500_to_a_government_contact_is_blocked_between_tender_notice_and_award()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("Harbour Board", Day.AddYears(-3), ("core.sector", "public"));
        await workshop.TouchAsync(owner, "contractor.tender_opened", Day.AddDays(-5));
        var gift = new Touchpoint { Id = TouchpointId.From("test", "gift"), Client = owner.Id, Kind = "core.gift", OccurredOn = Day, By = "Zhou Wei", Amount = new Money(500, "CNY") };

        var during = await workshop.Crm.Actions.AskAsync(gift);
        await workshop.TouchAsync(owner, "contractor.tender_decided", Day);
        var after = await workshop.Crm.Actions.AskAsync(gift);

        Assert.Equal((Actions.ActionOutcome.Blocked, Actions.ActionOutcome.ApprovalNeeded), (during.Outcome, after.Outcome));
        Assert.Contains(during.Refusals, refusal => refusal.Guard.Name == "contractor.tender_gifts");
    }

    [Fact]
    [Trait("Row", "S1-31")]
    public async Task A_greeting_waits_while_the_owner_has_a_tender_open()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("Harbour Board", Day.AddYears(-3));
        await workshop.TouchAsync(owner, "contractor.tender_opened", Day.AddDays(-5));

        var refused = await workshop.LetterAsync("design_institute.capability_briefing_letter", owner, Day, "en");
        await workshop.TouchAsync(owner, "contractor.tender_decided", Day);
        var later = await workshop.LetterAsync("design_institute.capability_briefing_letter", owner, Day, "en");

        Assert.Contains(refused.Refusals, refusal => refusal.Guard.Name == "contractor.tender_blackout");
        Assert.DoesNotContain(later.Refusals, refusal => refusal.Guard.Name == "contractor.tender_blackout");
    }

    [Fact]
    [Trait("Row", "S4-14")]
    public async Task A_change_is_laid_before_the_client_with_its_price_its_days_and_what_it_touches()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("市第一医院", Day.AddYears(-1));
        var project = await workshop.MatterAsync(client, "design_institute.project", Day.AddDays(-60));
        await workshop.TouchAsync(client, "design_institute.contract_signed", Day.AddDays(-60), 5_000_000, project);

        var unassessed = await workshop.TextAsync("design_institute.change_letter", client, Day, "zh-CN");
        await workshop.TouchAsync(client, "design_institute.change_assessed", Day, matter: project, details: [("change", "增设直升机停机坪"), ("extra_fee", "400000"), ("extra_days", "12"), ("affected", "结构、消防")]);
        var assessed = await workshop.TextAsync("design_institute.change_letter", client, Day, "zh-CN");

        Assert.Contains("评估完成后另行函告", unassessed, StringComparison.Ordinal);
        Assert.Contains("预计增加400,000.00 元", assessed, StringComparison.Ordinal);
        Assert.Contains("预计增加12天", assessed, StringComparison.Ordinal);
        Assert.Contains("结构、消防", assessed, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-49")]
    public async Task A_purchase_plan_beyond_the_clients_means_is_refused_and_one_within_shows_both_ways_of_paying()
    {
        await using var workshop = await Workshop.OpenAsync();
        (string, string)[] loan = [("real_estate.loan_amount", "1000000"), ("real_estate.loan_rate", "0.035"), ("real_estate.loan_months", "360"), ("real_estate.monthly_income", "12000")];
        var modest = await WithConsentAsync(workshop, "陈静", "marketing", loan);
        var burdened = await WithConsentAsync(workshop, "李强", "marketing", [.. loan, ("real_estate.monthly_debt", "2500")]);

        var refused = await workshop.LetterAsync("real_estate.purchase_plan_letter", burdened, Day, "zh-CN");
        var text = await workshop.TextAsync("real_estate.purchase_plan_letter", modest, Day, "zh-CN");

        Assert.Equal("real_estate.affordable_plans_only", Assert.Single(refused.Refusals).Guard.Name);
        Assert.Contains("4,490.45 元", text, StringComparison.Ordinal);
        Assert.Contains("5,694.44 元", text, StringComparison.Ordinal);
        Assert.Contains("37.4%", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-52")]
    public async Task No_fee_is_asked_for_while_a_complaint_is_open()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("3-1201", Day.AddYears(-1));
        await workshop.TouchAsync(owner, "real_estate.fee_due", Day.AddDays(-30), 600);
        await workshop.TouchAsync(owner, "real_estate.complaint_received", Day.AddDays(-2));

        var refused = await workshop.LetterAsync("real_estate.fee_reminder_letter", owner, Day, "zh-CN");
        await workshop.TouchAsync(owner, "real_estate.complaint_closed", Day.AddDays(-1));

        Assert.Equal("real_estate.courteous_collection", Assert.Single(refused.Refusals).Guard.Name);
        Assert.Contains("600.00 元", await workshop.TextAsync("real_estate.fee_reminder_letter", owner, Day, "zh-CN"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_visit_letter_never_announces_a_day_that_has_gone_by()
    {
        await using var workshop = await Workshop.OpenAsync();
        var building = await WithConsentAsync(workshop, "191 West 10 Street", "service");
        var complaint = await workshop.MatterAsync(building, "real_estate.service_case", Day.AddDays(-90));
        await workshop.TouchAsync(building, "real_estate.complaint_received", Day.AddDays(-90), matter: complaint);
        await workshop.TouchAsync(building, "real_estate.complaint_closed", Day.AddDays(-80), matter: complaint);

        var text = await workshop.TextAsync("real_estate.complaint_visit_letter", building, Day, "en");

        Assert.Contains("We would like to call on you shortly", text, StringComparison.Ordinal);
        Assert.DoesNotContain("on or about", text, StringComparison.Ordinal);
    }

    private static async Task<Client> WithConsentAsync(Workshop workshop, string name, string purpose, params (string, string)[] attributes)
    {
        var client = await workshop.ClientAsync(name, Day.AddYears(-1), attributes);
        var contact = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = name, Primary = true };
        await workshop.WriteAsync(async batch =>
        {
            await batch.PutAsync(contact);
            await batch.PutAsync(new Consent(contact.Id, purpose, Granted: true, Day.AddDays(-100)));
        });
        return client;
    }
}
