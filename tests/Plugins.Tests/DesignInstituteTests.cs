using Clientele.Documents;
using Clientele.Matters;

namespace Clientele.Plugins.Tests;

/// <summary>The rows of the design institute, through the plugin as the host loads it.</summary>
public sealed class DesignInstituteTests
{
    private const string Project = "design_institute.project";
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task A_project_with_an_open_issue_and_no_visit_is_not_closed_for_exactly_two_reasons()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (client, project) = await AcceptedAsync(workshop);
        await workshop.TouchAsync(client, "design_institute.satisfaction_survey", Day, matter: project, details: ("satisfaction", "9"));
        await workshop.TouchAsync(client, "design_institute.issue_raised", Day, matter: project, details: ("issue", "leak"));

        var close = new MatterMove { Matter = project.Id, Kind = "design_institute.project_closed", On = Day };

        Assert.Equal(["There are open issues; settle them first.", "Nobody has made a return visit."], (await workshop.Crm.Matters.MoveAsync(close)).Refusals.Select(reason => reason.Text.En));

        await workshop.TouchAsync(client, "design_institute.issue_settled", Day, matter: project, details: ("issue", "leak"));
        await workshop.TouchAsync(client, "design_institute.return_visit", Day, matter: project, details: [("satisfaction", "9"), ("open_issues", "0")]);

        Assert.Equal("closed", (await workshop.Crm.Matters.MoveAsync(close)).Stage?.Stage);
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public void The_next_phase_is_sought_sixty_days_before_the_end_of_this_one()
    {
        var next = Assert.Single(Industry.DesignInstitute.Registered.AllMatterTypes.Single(type => type.Name == Project).FollowOns);

        Assert.Equal(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31).AddDays(-next.LeadDays));
        Assert.Equal((Project, "phase_ends_on", "closed"), (next.Type, next.Before, next.Stage));
        Assert.Contains(Industry.DesignInstitute.Registered.AllKinds.Single(kind => kind.Name == "design_institute.contract_signed").Details, field => field is { Name: "phase_ends_on", Kind: ValueKind.Date });
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public async Task Of_ten_phases_that_ended_seven_were_followed_by_the_next()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2020, 1, 1));
        for (var number = 1; number <= 10; number++)
        {
            await SignAsync($"Works {number}", 1, new(2025, 12, 31));
            if (number <= 7)
            {
                await SignAsync($"works  {number}", 2, new(2027, 12, 31));
            }
        }

        Assert.Equal((10m, 7m, .70m), (Figure("ended"), Figure("continued"), Figure("rate")));

        decimal? Figure(string name) => workshop.InsightAsync("design_institute.continuation", Day).GetAwaiter().GetResult().Figure(name);

        Task SignAsync(string project, int phase, DateOnly end) => workshop.TouchAsync(client, "design_institute.contract_signed", new(2025, 1, phase), 1, details: [("project", project), ("phase", $"{phase}"), ("phase_ends_on", $"{end:yyyy-MM-dd}")]);
    }

    [Fact]
    [Trait("Row", "S0-11")]
    public async Task Two_one_and_none_of_two_each_are_a_half_and_three_touches_missing_and_a_dinner_changes_nothing()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("key", new(2025, 1, 1), ("design_institute.named_key_client", "true"), ("design_institute.planned_capability_briefing", "2"), ("design_institute.planned_service_showcase", "2"), ("design_institute.planned_value_added_service", "2"));
        await workshop.TouchAsync(client, "design_institute.capability_briefing", new(2026, 2, 1));
        await workshop.TouchAsync(client, "design_institute.capability_briefing", new(2026, 5, 1));
        await workshop.TouchAsync(client, "design_institute.service_showcase", new(2025, 12, 1));
        await workshop.TouchAsync(client, "design_institute.service_showcase", new(2026, 1, 10));

        var before = await workshop.InsightAsync("design_institute.key_client_plan", new(2026, 8, 1));
        await workshop.TouchAsync(client, "core.visit", Day, details: ("purpose", "dinner"));
        var after = await workshop.InsightAsync("design_institute.key_client_plan", new(2026, 8, 1));

        Assert.Equal([1m, .5m, 0m], after.Column("tracks", "coverage"));
        Assert.Equal((.5m, 3m), (after.Figure("overall"), after.Figure("gaps")));
        Assert.Equal(["Service showcase", "Value-added service", "Value-added service"], after.Column("gaps", "track"));
        Assert.Equal([null, "no touch for long", "no touch for long"], after.Column("tracks", "alert"));
        Assert.Equal(before.Column("tracks", "coverage"), after.Column("tracks", "coverage"));
        var task = Assert.Single(await workshop.DueAsync(new(2026, 8, 1), "design_institute.key_plan_gap"));
        Assert.Equal(["Service showcase", "Value-added service", "Value-added service"], task.Reasons.Select(reason => reason.Text.En));
    }

    [Fact]
    [Trait("Row", "S0-12")]
    public async Task A_chief_engineer_against_us_opens_a_talk_in_private()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1), ("design_institute.sector", "health"), ("contractor.owner_kind", "institution"));
        await workshop.ContactAsync(client, "李工", ("core.decision_weight", "3"), ("core.attitude", "-1"), ("core.last_one_to_one", "2026-06-01"));

        Assert.Equal("at_risk", await workshop.SegmentAsync(client, "design_institute.decision_layer", Day));
        Assert.Equal("at_risk", await workshop.SegmentAsync(client, "contractor.decision_layer", Day));
        Assert.Single(await workshop.DueAsync(Day, "design_institute.private_talk_due"));
    }

    [Fact]
    [Trait("Row", "S0-16")]
    public async Task The_comparison_letter_shows_which_proposal_serves_the_client_best_in_both_languages()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var project = await workshop.MatterAsync(client, Project, new(2026, 1, 1));
        foreach (var (requirement, weight, a, b) in ((string, string, string, string)[])[("Function", ".5", "8", "9"), ("Cost", ".3", "6", "8"), ("Time", ".2", "9", "5")])
        {
            await workshop.TouchAsync(client, "core.requirement_stated", new(2026, 2, 1), matter: project, details: [("requirement", requirement), ("weight", weight)]);
            await workshop.TouchAsync(client, "core.alternative_scored", new(2026, 2, 2), matter: project, details: [("alternative", "A"), ("requirement", requirement), ("score", a)]);
            await workshop.TouchAsync(client, "core.alternative_scored", new(2026, 2, 2), matter: project, details: [("alternative", "B"), ("requirement", requirement), ("score", b)]);
        }

        var english = await workshop.WrittenAsync("design_institute.proposal_letter", client, Day, "en");
        Assert.Contains("B: 7.90 of 10, best; it does not meet: Time", english, StringComparison.Ordinal);
        Assert.Contains("A: 7.60 of 10, no. 2", english, StringComparison.Ordinal);
        Assert.Contains("B：7.90分，推荐；未达标要求：Time", await workshop.WrittenAsync("design_institute.proposal_letter", client, Day, "zh-CN"), StringComparison.Ordinal);
        Assert.Contains("B: 7.90 of 10, best", await workshop.WrittenAsync("design_institute.superior_report", client, Day, "en"), StringComparison.Ordinal);

        await workshop.Crm.Letters.ArchiveAsync(await workshop.Crm.Letters.WriteAsync(workshop.Crm.Letters.Request("design_institute.proposal_letter", client.Id, Day)));
        Assert.Equal(ArchiveState.Same, Assert.Single(await workshop.Crm.Archive.VerifyAsync().ToListAsync()).State);

        await workshop.TouchAsync(client, "core.requirement_stated", new(2026, 3, 1), matter: project, details: [("requirement", "Time"), ("weight", ".2"), ("must_have", "true")]);

        Assert.Contains("B: 7.90 of 10, out: fails Time", await workshop.WrittenAsync("design_institute.proposal_letter", client, Day, "en"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S0-17")]
    public async Task A_project_that_two_managers_name_is_one_lead_with_two_sources()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var (director, engineer) = (await workshop.ContactAsync(client, "王主任"), await workshop.ContactAsync(client, "李工"));
        await NameAsync(director, "二期", "滨江路 8 号", "2026-08-31");
        await NameAsync(engineer, "二期 ", "滨江路8号", "");
        await NameAsync(engineer, "二期", "", "");

        var needs = await workshop.InsightAsync("design_institute.project_needs", Day);

        Assert.Equal((1m, 2m, 0m), (needs.Figure("leads"), needs.Figure("sources"), needs.Figure("contracts")));
        Assert.Equal([new DateOnly(2026, 8, 31)], needs.Column("leads", "expected_on"));
        Assert.Equal(new object?[] { director.Id, engineer.Id }.ToHashSet(), [.. needs.Column("sources", "person")]);
        Assert.Equal("二期; 滨江路8号", Assert.Single(await workshop.DueAsync(Day, "design_institute.proposal_due")).Reasons.Single().Text.En);

        Task NameAsync(Contact contact, string project, string address, string start) => workshop.TouchAsync(client, contact, "design_institute.project_need_named", new(2026, 3, 1), details: [.. new[] { ("project", project), ("address", address), ("expected_on", start) }.Where(pair => pair.Item2.Length > 0)]);
    }

    [Fact]
    [Trait("Row", "S0-17")]
    public async Task Three_contracts_of_twelve_needs_are_a_quarter_and_counted_for_who_named_them()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var (a, b) = (await workshop.ContactAsync(client, "甲"), await workshop.ContactAsync(client, "乙"));
        for (var number = 1; number <= 12; number++)
        {
            await workshop.TouchAsync(client, number <= 4 ? a : b, "design_institute.project_need_named", new(2026, 1, number), details: ("project", $"Works {number}"));
            if (number <= 3)
            {
                await workshop.TouchAsync(client, "design_institute.contract_signed", new(2026, 5, number), 1_000, details: ("project", $"WORKS {number}"));
            }
        }

        var needs = await workshop.InsightAsync("design_institute.project_needs", Day);

        Assert.Equal((12m, 3m, .25m), (needs.Figure("leads"), needs.Figure("contracts"), needs.Figure("conversion")));
        Assert.Equal([a.Id, b.Id], needs.Column("sources", "person"));
        Assert.Equal([.75m, 0m], needs.Column("sources", "conversion"));
    }

    [Fact]
    [Trait("Row", "S1-21")]
    public async Task A_client_is_shown_what_we_are_and_the_projects_most_like_the_planned_one()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1), ("core.planned_kind", "hospital"), ("core.planned_region", "Zhejiang"), ("core.planned_floor_area", "60000"));
        var person = await workshop.ContactAsync(client, "王主任");
        await workshop.WriteAsync(batch => batch.PutAsync(new Consent(person.Id, "marketing", true, new(2026, 1, 1))));
        await workshop.Crm.Registers.AddAsync(new("core.reference_project", Fields(("name", "First Hospital"), ("kind", "hospital"), ("region", "Zhejiang"), ("floor_area", "50000"), ("completed_on", "2024-05-01"), ("benefits", "Opened two months early")), new(2026, 1, 1), "Li"));
        await workshop.Crm.Registers.AddAsync(new("core.firm_profile", Fields(("item", "theatres"), ("topic", "strength"), ("text_en", "Twelve hospitals in ten years"), ("text_zh", "十年设计十二家医院")), new(2026, 1, 1), "Li"));

        var english = await workshop.WrittenAsync("design_institute.introduction_letter", client, Day, "en");
        var chinese = await workshop.WrittenAsync("design_institute.introduction_letter", client, Day, "zh-CN");

        Assert.Contains("First Hospital (hospital, Zhejiang, 50,000 m², completed 2024-05-01): same kind, same region, 10,000 m² less. Opened two months early", english, StringComparison.Ordinal);
        Assert.Contains("Strength: Twelve hospitals in ten years", english, StringComparison.Ordinal);
        Assert.Contains("优势实力：十年设计十二家医院", chinese, StringComparison.Ordinal);
        Assert.Contains("类型相同，地区相同，面积少10,000㎡", chinese, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "S2-16")]
    public async Task A_client_whose_work_slips_is_written_to_and_milestones_count_too()
    {
        await using var workshop = await Workshop.OpenAsync();
        var (slow, late, fine) = (await workshop.ClientAsync("slow", new(2025, 1, 1)), await workshop.ClientAsync("late", new(2025, 1, 1)), await workshop.ClientAsync("fine", new(2025, 1, 1)));
        foreach (var (client, earned) in new[] { (slow, 450m), (fine, 475m) })
        {
            await workshop.TouchAsync(client, "design_institute.value_planned", new(2026, 6, 1), 500);
            await workshop.TouchAsync(client, "design_institute.value_earned", new(2026, 6, 1), earned);
            await workshop.TouchAsync(client, "design_institute.cost_spent", new(2026, 6, 1), 480);
        }

        await workshop.TouchAsync(late, "design_institute.milestone_planned", new(2026, 1, 1), details: [("milestone", "Scheme"), ("planned_on", "2026-06-15")]);
        var values = (await workshop.Crm.Measures.OfClientAsync(slow.Id, Day)).ToDictionary(value => value.Measure.Name, value => value.Value);

        Assert.Equal((.90m, .9375m), (values["design_institute.spi"], values["design_institute.cpi"]));
        Assert.Equal(["slipping", "slipping", "on_track"], new List<string?> { await workshop.SegmentAsync(slow, "design_institute.delivery", Day), await workshop.SegmentAsync(late, "design_institute.delivery", Day), await workshop.SegmentAsync(fine, "design_institute.delivery", Day) });
        Assert.Equal(new[] { slow.Id, late.Id }.Order(), (await workshop.DueAsync(Day, "design_institute.progress_notice_due")).Select(due => due.Client).Order());
        Assert.NotEmpty(await workshop.WrittenAsync("design_institute.progress_letter", slow, Day, "en"));

        await workshop.TouchAsync(late, "design_institute.milestone_reached", new(2026, 6, 29), details: ("milestone", "Scheme"));

        Assert.Equal("on_track", await workshop.SegmentAsync(late, "design_institute.delivery", Day));
    }

    [Fact]
    [Trait("Row", "S2-16")]
    public async Task The_ledger_keeps_services_projects_and_what_they_open_up_apart()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        await workshop.TouchAsync(client, "design_institute.value_added_service", Day, 40);
        await workshop.TouchAsync(client, "design_institute.value_earned", Day, 450);
        await workshop.TouchAsync(client, "design_institute.cost_spent", Day, 480);

        var ledger = await workshop.InsightAsync("design_institute.value_ledger", Day);

        Assert.Equal((40m, -30m), (ledger.Figure("service"), ledger.Figure("project")));
    }

    [Fact]
    [Trait("Row", "S4-14")]
    public async Task An_insisted_change_of_forty_and_twelve_days_makes_540_and_a_later_finish_and_touches_what_hangs_on_it()
    {
        await using var workshop = await Workshop.OpenAsync();
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var project = await workshop.MatterAsync(client, Project, new(2026, 1, 1));
        await workshop.TouchAsync(client, "design_institute.contract_signed", new(2026, 1, 2), 500, project, ("due_on", "2026-09-01"));
        foreach (var (requirement, on) in new[] { ("A", ""), ("B", "A"), ("C", "B"), ("D", "") })
        {
            await workshop.TouchAsync(client, "design_institute.requirement_agreed", new(2026, 1, 3), matter: project, details: [("requirement", requirement), .. on.Length > 0 ? new[] { ("depends_on", on) } : []]);
        }

        await workshop.TouchAsync(client, "design_institute.change_assessed", new(2026, 3, 1), matter: project, details: [("change", "A larger hall"), ("requirement", "A"), ("extra_fee", "40"), ("extra_days", "12")]);

        var open = await workshop.InsightAsync("design_institute.changes", Day, client);
        Assert.Equal(["B, C"], open.Column("impact", "affected"));
        Assert.Equal([500m], open.Column("baselines", "fee"));
        Assert.Contains("Because it concerns A, it also affects: B, C", await workshop.WrittenAsync("design_institute.change_letter", client, Day, "en"), StringComparison.Ordinal);
        Assert.Contains("还将影响：B, C", await workshop.WrittenAsync("design_institute.change_letter", client, Day, "zh-CN"), StringComparison.Ordinal);

        await workshop.TouchAsync(client, "design_institute.change_decided", new(2026, 3, 9), matter: project, details: ("decision", "insisted"));

        var decided = await workshop.InsightAsync("design_institute.changes", Day, client);
        Assert.Equal(540m, decided.Figure("fee"));
        Assert.Equal([500m, 540m], decided.Column("baselines", "fee"));
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 13)], decided.Column("baselines", "finish"));
    }

    private static async Task<(Client Client, Matter Project)> AcceptedAsync(Workshop workshop)
    {
        var client = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var project = await workshop.MatterAsync(client, Project, new(2026, 1, 1));
        string[] way = ["contract_signed", "scheme_approved", "preliminary_approved", "drawings_issued", "review_passed", "disclosure_held", "acceptance_passed"];
        for (var step = 0; step < way.Length; step++)
        {
            await workshop.TouchAsync(client, $"design_institute.{way[step]}", new(2026, 1 + (step / 2), 2 + step), step == 0 ? 100 : null, project);
        }

        return (client, project);
    }

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
}
