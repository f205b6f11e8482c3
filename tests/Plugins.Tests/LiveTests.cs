using Clientele.Plugins;

namespace Clientele.Plugins.Tests;

/// <summary>The plugins as the host loads them, over a real store.</summary>
public sealed class LiveTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public async Task All_three_plugins_run_without_complaint()
    {
        await using var workshop = await Workshop.OpenAsync();

        Assert.Empty(workshop.Crm.Plugins.Diagnostics);
        Assert.Equal(3, workshop.Crm.Plugins.Plugins.Count(plugin => plugin.State == PluginState.Running));
    }

    [Theory]
    [Trait("Row", "S1-02")]
    [InlineData("government", "contractor.credit_code", "11330100002489012E")]
    [InlineData("institution", "contractor.credit_code", "12330000470000003E")]
    [InlineData("company", "contractor.credit_code", "91330100799655058B")]
    [InlineData(null, "contractor.credit_code", "91330100799655058C")]
    [InlineData("developer", "contractor.credit_code", "91330100799655058B", "contractor.industry", "K70")]
    [InlineData("overseas", "contractor.credit_code", "91330100799655058B", "contractor.industry", "K70", "contractor.country", "AE")]
    [InlineData("company", "contractor.credit_code", "91330100799655058B", "contractor.country", "CN")]
    [InlineData("government", "contractor.owner_kind", "government")]
    public async Task An_owner_is_classed_overseas_before_developer_before_code(string? expected, params string[] attributes)
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", Day.AddYears(-1), [.. attributes.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(expected, await workshop.SegmentAsync(owner, "contractor.owner_class", Day));
    }

    [Fact]
    [Trait("Row", "S1-09")]
    public async Task A_project_under_construction_cannot_be_closed()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", Day.AddYears(-1));
        var project = await workshop.MatterAsync(owner, "contractor.project", Day.AddDays(-90));
        await workshop.TouchAsync(owner, "contractor.contract_signed", Day.AddDays(-90), 1_000_000, project);
        await workshop.TouchAsync(owner, "contractor.handover_accepted", Day.AddDays(-80), matter: project, details: ("project_manager", "李卫国"));

        await workshop.TouchAsync(owner, "contractor.warranty_ended", Day.AddDays(-10), matter: project);

        Assert.Equal("executing", await workshop.StageAsync(project, Day));
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_key_owner_visited_on_the_first_of_March_is_due_on_the_thirty_first_once()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", new(2025, 1, 1));
        await workshop.TouchAsync(owner, "contractor.contract_signed", new(2025, 2, 1), 1_000_000);
        await workshop.TouchAsync(owner, "contractor.quality_visit", new(2026, 3, 1));

        await workshop.DueAsync(new(2026, 3, 31), "contractor.return_visit_due");
        var due = Assert.Single(await workshop.DueAsync(new(2026, 3, 31), "contractor.return_visit_due"));

        Assert.Equal(new DateOnly(2026, 3, 31), due.DueOn);
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_complaint_that_was_dealt_with_waits_for_its_visit_and_is_not_closed_without()
    {
        await using var workshop = await Workshop.OpenAsync();
        var building = await workshop.ClientAsync("191 West 10 Street", Day.AddYears(-1));
        var complaint = await workshop.MatterAsync(building, "real_estate.service_case", Day.AddDays(-9));
        await workshop.TouchAsync(building, "real_estate.complaint_received", Day.AddDays(-9), matter: complaint);
        await workshop.TouchAsync(building, "real_estate.complaint_closed", Day.AddDays(-6), matter: complaint);
        await workshop.TouchAsync(building, "real_estate.case_confirmed", Day.AddDays(-4), matter: complaint);

        Assert.Equal("resolved", await workshop.StageAsync(complaint, Day));
        // Dealt with on a Wednesday, visited three working days later, on Monday.
        Assert.Equal(Day.AddDays(-1), Assert.Single(await workshop.DueAsync(Day, "real_estate.complaint_visit_due")).DueOn);

        await workshop.TouchAsync(building, "real_estate.complaint_visited", Day.AddDays(-1), matter: complaint, details: ("satisfaction", "9"));
        await workshop.TouchAsync(building, "real_estate.case_confirmed", Day, matter: complaint);

        Assert.Equal("closed", await workshop.StageAsync(complaint, Day));
        Assert.Empty(await workshop.DueAsync(Day, "real_estate.complaint_visit_due"));
    }

    [Fact]
    [Trait("Row", "S1-12")]
    public async Task The_tone_of_a_demand_follows_from_the_age_of_the_debt_and_from_whether_the_owner_still_builds_with_us()
    {
        await using var workshop = await Workshop.OpenAsync();
        var recent = await workshop.ClientAsync("recent", Day.AddYears(-3));
        var faithful = await workshop.ClientAsync("faithful", Day.AddYears(-3));
        var gone = await workshop.ClientAsync("gone", Day.AddYears(-3));
        var repair = await workshop.ClientAsync("repair", Day.AddYears(-3));
        await workshop.TouchAsync(recent, "contractor.payment_due", Day.AddDays(-15), 1_000_000);
        await workshop.TouchAsync(faithful, "contractor.payment_due", Day.AddDays(-120), 2_000_000);
        await workshop.TouchAsync(faithful, "contractor.contract_signed", Day.AddDays(-100), 9_000_000);
        await workshop.TouchAsync(gone, "contractor.payment_due", Day.AddDays(-120), 2_000_000);
        await workshop.TouchAsync(repair, "contractor.payment_due", Day.AddDays(-394), 500_000);
        await workshop.TouchAsync(repair, "contractor.repair_requested", Day.AddDays(-3));

        Assert.Equal("reminder", await workshop.SegmentAsync(recent, "contractor.collection", Day));
        Assert.Equal("firm", await workshop.SegmentAsync(faithful, "contractor.collection", Day));
        Assert.Equal("formal", await workshop.SegmentAsync(gone, "contractor.collection", Day));
        Assert.Equal("repair_first", await workshop.SegmentAsync(repair, "contractor.collection", Day));

        await workshop.TouchAsync(gone, "contractor.payment_received", Day, 2_000_000);
        Assert.Equal("clear", await workshop.SegmentAsync(gone, "contractor.collection", Day));
    }

    [Theory]
    [Trait("Row", "S1-27")]
    [InlineData("contractor.waterproofing_accepted", "contractor.waterproofing_visit_due", 5)]
    [InlineData("contractor.installations_accepted", "contractor.installations_visit_due", 2)]
    public async Task The_visit_before_a_warranty_ends_is_due_sixty_days_before_or_a_day_earlier(string accepted, string policy, int years)
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", Day.AddYears(-1));
        var item = await workshop.MatterAsync(owner, "contractor.warranty_item", Day);
        await workshop.TouchAsync(owner, accepted, Day, matter: item);

        var due = Assert.Single(await workshop.DueAsync(Day.AddYears(years).AddDays(-60), policy));

        Assert.InRange(Day.AddYears(years).DayNumber - due.DueOn.DayNumber, 60, 61);
    }

    [Fact]
    [Trait("Row", "S2-48")]
    public async Task Eighteen_of_twenty_five_questions_answered_at_once_are_seventy_two_percent()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", Day.AddYears(-1));
        for (var index = 0; index < 25; index++)
        {
            await workshop.TouchAsync(owner, "real_estate.enquiry_received", Day.AddDays(-index));
            await workshop.TouchAsync(owner, index < 18 ? "real_estate.answered_at_once" : "real_estate.enquiry_referred", Day.AddDays(-index), details: index < 18 ? [] : [("handled_by", "工程部")]);
        }

        await workshop.Crm.Segments.RunAsync(Day);
        var values = await workshop.Crm.Measures.OfClientAsync(owner.Id, Day);

        Assert.Equal(0.72m, values.Single(value => value.Measure.Name == "real_estate.first_contact_rate").Value);
    }

    [Fact]
    [Trait("Row", "S2-20")]
    public async Task A_buyer_is_visited_a_week_after_the_keys()
    {
        await using var workshop = await Workshop.OpenAsync();
        var buyer = await workshop.ClientAsync("buyer", new(2025, 1, 1));
        var purchase = await workshop.MatterAsync(buyer, "real_estate.purchase", new(2025, 6, 1));
        await workshop.TouchAsync(buyer, "real_estate.purchase_signed", new(2025, 6, 1), 2_000_000, purchase);
        await workshop.TouchAsync(buyer, "real_estate.keys_handed_over", new(2026, 1, 10), matter: purchase);

        Assert.Equal(new DateOnly(2026, 1, 17), Assert.Single(await workshop.DueAsync(new(2026, 1, 20), "real_estate.settling_in_due")).DueOn);
    }

    [Fact]
    public async Task A_client_of_one_industry_is_in_no_scheme_of_another()
    {
        await using var workshop = await Workshop.OpenAsync();
        var building = await workshop.ClientAsync("building", Day.AddYears(-1));
        await workshop.TouchAsync(building, "real_estate.complaint_received", Day.AddDays(-9));
        await workshop.Crm.Segments.RunAsync(Day);

        var segments = (await workshop.Crm.Explanations.ExplainAsync(building.Id, Day)).Where(it => it.Segment is not null).Select(it => it.Scheme.Name).Where(name => !name.StartsWith("core.", StringComparison.Ordinal));

        Assert.Equal(["real_estate.attention"], segments);
    }

    [Fact]
    [Trait("Row", "S0-05")]
    public async Task A_client_with_five_commissions_in_three_years_is_a_key_client_and_falls_asleep_without_any()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("client", new(2020, 1, 1));
        for (var index = 0; index < 5; index++)
        {
            await workshop.TouchAsync(client, "design_institute.contract_signed", new(2024, 1 + index, 10), 100_000);
        }

        Assert.Equal("key", await workshop.SegmentAsync(client, "design_institute.client_level", Day));
        Assert.Equal("sleeping", await workshop.SegmentAsync(client, "design_institute.client_level", new(2027, 12, 31)));
    }
}
