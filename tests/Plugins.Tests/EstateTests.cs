using Clientele.Segments;

namespace Clientele.Plugins.Tests;

/// <summary>The rows of real estate, through the plugin as the host loads it.</summary>
public sealed class EstateTests
{
    private static readonly DateOnly Since = new(2025, 1, 1);

    [Fact]
    [Trait("Row", "S2-50")]
    public async Task A_policy_valid_to_the_end_of_June_is_served_on_the_thirtieth_and_not_on_the_first_of_July()
    {
        await using var workshop = await Workshop.OpenAsync();
        await workshop.EnterAsync("real_estate.answer", new(2026, 1, 1), new(2026, 7, 1), Answer("hz"));

        Assert.Single(await workshop.Crm.Registers.InForceAsync("real_estate.answer", new(2026, 6, 30)).ToListAsync());
        Assert.Empty(await workshop.Crm.Registers.InForceAsync("real_estate.answer", new(2026, 7, 1)).ToListAsync());
    }

    [Fact]
    [Trait("Row", "S2-50")]
    public async Task Four_open_prospects_who_were_told_the_old_rule_are_four_notice_tasks()
    {
        await using var workshop = await Workshop.OpenAsync();
        var old = await workshop.EnterAsync("real_estate.answer", new(2026, 1, 1), null, Answer("hz"));
        await workshop.EnterAsync("real_estate.answer", new(2026, 1, 1), null, Answer("nb"));
        for (var number = 1; number <= 4; number++)
        {
            await TellAsync(await workshop.ClientAsync($"open {number}", Since), "hz", "1", new(2026, 5, number));
        }

        var (bought, elsewhere, corrected) = (await workshop.ClientAsync("bought", Since), await workshop.ClientAsync("elsewhere", Since), await workshop.ClientAsync("corrected", Since));
        await TellAsync(bought, "hz", "1", new(2026, 5, 1));
        await workshop.TouchAsync(bought, "real_estate.purchase_signed", new(2026, 5, 20), 2_000_000);
        await TellAsync(elsewhere, "nb", "1", new(2026, 5, 1));
        await TellAsync(corrected, "hz", "1", new(2026, 5, 1));

        Assert.Empty(await workshop.DueAsync(new(2026, 5, 31), "real_estate.answer_changed_notice"));

        await workshop.Crm.Registers.SupersedeAsync(new(old.Id, Answer("hz").Append(("text_zh", "首付两成")).ToLookup(pair => pair.Item1, pair => pair.Item2).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal), new(2026, 6, 1), "Zhou", "editor", "new circular"));
        await TellAsync(corrected, "hz", "2", new(2026, 6, 1));
        var tasks = await workshop.DueAsync(new(2026, 6, 2), "real_estate.answer_changed_notice");

        Assert.Equal(4, tasks.Count);
        Assert.All(tasks, task => Assert.Equal(("loan (hz); 小周; version 1 was replaced", "loan (hz)；小周；第1版已更新"), (task.Reasons.Single().Text.En, task.Reasons.Single().Text.Zh)));
        Assert.Equal(4m, (await workshop.InsightAsync("real_estate.outdated_answers", new(2026, 6, 2))).Figure("outdated"));

        Task TellAsync(Client client, string region, string version, DateOnly on) => workshop.DoneByAsync("小周", client, "real_estate.answer_given", on, null, ("code", "loan"), ("region", region), ("version", version));
    }

    [Fact]
    [Trait("Row", "S2-48")]
    public async Task Water_goes_to_works_and_72_of_100_are_settled_at_once_and_47_of_50_records_are_right()
    {
        await using var workshop = await Workshop.OpenAsync();
        await workshop.EnterAsync("real_estate.routing", Since, null, ("category", "漏水"), ("department", "工程/物业"));
        var owner = await workshop.ClientAsync("owner", Since);
        var day = new DateOnly(2026, 6, 30);
        await workshop.WriteAsync(async batch =>
        {
            for (var number = 0; number < 100; number++)
            {
                await batch.AppendAsync(Fact("real_estate.enquiry_received", number, ("category", number < 60 ? "漏水" : "停车")));
                await batch.AppendAsync(number < 72 ? Fact("real_estate.answered_at_once", number) : Fact("real_estate.enquiry_referred", number, ("handled_by", "工程/物业")));
                if (number < 50)
                {
                    await batch.AppendAsync(Fact("real_estate.record_sampled", number, ("accurate", number < 47 ? "true" : "false")));
                }
            }
        });

        var quality = await workshop.InsightAsync("real_estate.service_quality", day);

        Assert.Equal((100m, .72m, .28m, .94m), (quality.Figure("intakes"), quality.Figure("first_contact"), quality.Figure("transfers"), quality.Figure("accuracy")));
        Assert.Equal(["漏水", "停车"], quality.Column("routing", "category"));
        Assert.Equal(["工程/物业", "客户服务中心"], quality.Column("routing", "department"));
        Assert.Equal(["yes", "no, fallback"], quality.Column("routing", "listed"));

        Touchpoint Fact(string kind, int number, params (string Name, string Value)[] details) => new()
        {
            Id = TouchpointId.From("test", $"{kind} {number}"), Client = owner.Id, Kind = kind, OccurredOn = day.AddDays(-number), Details = details.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
        };
    }

    [Fact]
    [Trait("Row", "S2-48")]
    public async Task A_complaint_dealt_with_on_the_day_it_came_in_counts_as_first_contact_unless_it_was_passed_on()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", Since);
        var day = new DateOnly(2026, 6, 30);
        foreach (var (passed, after) in new[] { (false, 0), (true, 0), (false, 1) })
        {
            var complaint = await workshop.MatterAsync(owner, "real_estate.service_case", day.AddDays(-5));
            await workshop.TouchAsync(owner, "real_estate.complaint_received", day.AddDays(-5), matter: complaint);
            if (passed)
            {
                await workshop.TouchAsync(owner, "real_estate.case_assigned", day.AddDays(-5), matter: complaint, details: ("handled_by", "工程部"));
            }

            await workshop.TouchAsync(owner, "real_estate.complaint_closed", day.AddDays(after - 5), matter: complaint);
        }

        var quality = await workshop.InsightAsync("real_estate.service_quality", day);

        Assert.Equal((3m, .333333m, .333333m, null), (quality.Figure("intakes"), quality.Figure("first_contact"), quality.Figure("transfers"), quality.Figure("accuracy")));
    }

    [Fact]
    [Trait("Row", "S2-51")]
    public async Task Of_120_households_34_with_somebody_of_60_are_visited_at_the_Double_Ninth_and_30_done_are_88_point_2_percent()
    {
        await using var workshop = await Workshop.OpenAsync();
        var chongyang = new DateOnly(2026, 10, 18);
        var households = new List<Client>();
        for (var number = 0; number < 120; number++)
        {
            var household = await workshop.ClientAsync($"household {number}", Since);
            households.Add(household);
            // Sixty on the very day, and a day too young.
            await workshop.ContactAsync(household, $"member {number}", ("core.birthday", number < 34 ? "1966-10-18" : "1966-10-19"), ("core.occupation", number is >= 50 and < 55 ? "小学教师" : "工程师"));
            var purchase = await workshop.MatterAsync(household, "real_estate.purchase", Since);
            await workshop.TouchAsync(household, "real_estate.purchase_signed", new(2025, 6, 1), 2_000_000, purchase);
        }

        var teachers = await workshop.DueAsync(new(2026, 9, 1), "real_estate.teachers_day_visit_due");
        var autumn = await workshop.DueAsync(new(2026, 9, 1), "real_estate.mid_autumn_visit_due");
        var elderly = await workshop.DueAsync(chongyang, "real_estate.double_ninth_visit_due");

        Assert.Equal((5, new DateOnly(2026, 9, 10)), (teachers.Count, teachers[0].DueOn));
        Assert.Equal((120, new DateOnly(2026, 9, 25)), (autumn.Count, autumn[0].DueOn));
        Assert.Equal((34, chongyang), (elderly.Count, elderly[0].DueOn));

        foreach (var household in households.Take(30))
        {
            await workshop.TouchAsync(household, "real_estate.owner_visited", chongyang, details: [("occasion", "重阳节"), ("trust", "8")]);
        }

        await workshop.Crm.Planner.PlanAsync(chongyang);
        var kept = await workshop.InsightAsync("core.visit_punctuality", chongyang);
        var row = kept.Column("by_policy", "of").ToList().IndexOf("Double Ninth visit to the elderly");

        Assert.Equal([34m, 30m, .882353m], new[] { "asked", "done_count", "done" }.Select(column => kept.Column("by_policy", column)[row]));
    }

    [Fact]
    [Trait("Row", "S2-47")]
    public async Task A_vip_sees_the_launch_on_the_third_of_May_and_of_ten_units_gets_six_and_the_others_four()
    {
        await using var workshop = await Workshop.OpenAsync();
        var launch = new DateOnly(2026, 5, 10);
        var vip = await workshop.ClientAsync("vip", Since, ("real_estate.holder", "prospect"), ("real_estate.vip", "true"));
        var other = await workshop.ClientAsync("other", Since, ("real_estate.holder", "prospect"));
        await workshop.Crm.Segments.RunAsync(launch);

        Assert.Equal(new DateOnly(2026, 5, 3), await workshop.Crm.Treatments.VisibleFromAsync(vip.Id, "real_estate.unit_priority", launch));
        Assert.Equal(launch, await workshop.Crm.Treatments.VisibleFromAsync(other.Id, "real_estate.unit_priority", launch));
        var early = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero);
        var given = (await workshop.Crm.Treatments.GiveAsync("real_estate.unit_priority", 10, [new(other.Id, early, 8), new(vip.Id, early.AddDays(2), 6)], launch)).Value!;

        Assert.Equal([(vip.Id.ToString(), 6), (other.Id.ToString(), 4)], given.Select(ration => (ration.Request.Id, ration.Granted)));
    }

    private static (string Field, string Value)[] Answer(string region) => [("code", "loan"), ("region", region), ("kind", "policy"), ("question", "首付比例"), ("text_zh", "首付三成")];
}
