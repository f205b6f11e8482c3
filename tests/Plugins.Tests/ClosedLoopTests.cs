using Clientele.Handovers;
using Clientele.Matters;

namespace Clientele.Plugins.Tests;

/// <summary>Closed loops of the industries, over a real store.</summary>
public sealed class ClosedLoopTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    [Trait("Row", "S1-12")]
    public async Task A_client_with_an_open_quality_complaint_gets_no_firm_letter_and_one_whose_complaint_is_closed_does()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", new(2025, 1, 1));
        await workshop.TouchAsync(owner, "contractor.contract_signed", new(2025, 2, 1), 1_000_000);
        var complaint = await workshop.MatterAsync(owner, "core.complaint_case", new(2026, 6, 1));

        var refused = await workshop.Crm.Letters.WriteAsync(workshop.Crm.Letters.Request("contractor.demand_firm_letter", owner.Id, Day));
        Assert.Null(refused.Letter);
        Assert.StartsWith("Resolve the complaint first", Assert.Single(refused.Gate.Refusals).Guard.Refusal.En, StringComparison.Ordinal);

        await workshop.TouchAsync(owner, "core.complaint_resolved", new(2026, 6, 5), matter: complaint);
        await workshop.TouchAsync(owner, "core.complaint_visited", new(2026, 6, 10), null, complaint, ("satisfaction", "8"));
        await workshop.TouchAsync(owner, "core.complaint_closed", new(2026, 6, 11), matter: complaint);
        Assert.NotNull((await workshop.Crm.Letters.WriteAsync(workshop.Crm.Letters.Request("contractor.demand_firm_letter", owner.Id, Day))).Letter);
    }

    [Fact]
    [Trait("Row", "S1-12")]
    public async Task A_collector_takes_over_with_the_whole_file_and_owns_the_collection_from_that_day_on()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", new(2025, 1, 1));
        await workshop.WriteAsync(batch => batch.PutAsync(new Contact { Id = ContactId.From("test", "c"), Client = owner.Id, Name = "王芳" }));
        var handovers = workshop.Crm.Handovers;
        var handover = await handovers.BeginAsync(new HandoverRequest { Client = owner.Id, From = "李工", To = "赵会计", Role = "collector", On = new(2026, 6, 1) });
        await handovers.FillAsync(handover, new Dictionary<string, string> { ["preferences"] = "none", ["promises"] = "none", ["expectations"] = "none", ["quotations"] = "none", ["issues"] = "none" }, new(2026, 6, 1));
        (await handovers.SubmitAsync(handover, new(2026, 6, 2))).Require();
        (await handovers.AcceptAsync(handover, new(2026, 6, 3))).Require();

        Assert.Equal("赵会计", Assert.Single(await workshop.Crm.Store.Clients.OwnersAsync(owner.Id, new(2026, 6, 3)), person => person.Role == "collector").Person);
    }

    [Fact]
    [Trait("Row", "S1-26")]
    public async Task The_work_is_reviewed_in_use_and_three_of_five_chances_it_brings_are_won_three_times_as_many_as_cold_ones()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", new(2024, 1, 1));
        var reviewed = new List<Matter>();
        for (var i = 0; i < 8; i++)
        {
            var project = await workshop.MatterAsync(owner, "contractor.project", new(2024, 1, 1));
            reviewed.Add(project);
            foreach (var (kind, month) in new[] { ("contractor.contract_signed", 1), ("contractor.handover_accepted", 2), ("contractor.completion_accepted", 3), ("contractor.settlement_agreed", 4), ("contractor.balance_collected", 5), ("contractor.warranty_entered", 6) })
            {
                await workshop.TouchAsync(owner, kind, new(2025, month, 15), matter: project);
            }
        }

        await workshop.Crm.Planner.PlanAsync(new(2025, 12, 12));
        Assert.Equal(8, await workshop.Crm.Care.DueAsync(new(2025, 12, 12)).CountAsync(due => due.Policy == "contractor.after_use_visit_due"));
        for (var i = 0; i < 5; i++)
        {
            await ChanceAsync(workshop, owner, reviewed[i].Id, won: i < 3, $"chance {i}");
        }

        // The eight projects were cold and won; with 32 that were lost, 20 % of the cold ones were won.
        for (var i = 0; i < 32; i++)
        {
            await ChanceAsync(workshop, owner, null, won: false, $"cold {i}");
        }

        var figures = (await workshop.Crm.Insights.RunAsync("core.follow_on", Day)).Result.Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        Assert.Equal((.6m, .2m, 3.0m), (figures["follow_on_rate"], figures["cold_rate"], figures["times"]));
    }

    [Fact]
    [Trait("Row", "S2-48")]
    public async Task A_service_case_is_closed_only_after_the_return_visit_with_its_score_and_the_clients_word()
    {
        await using var workshop = await Workshop.OpenAsync();
        var owner = await workshop.ClientAsync("owner", new(2025, 1, 1));
        var complaint = await workshop.MatterAsync(owner, "real_estate.service_case", new(2026, 6, 1));
        await workshop.TouchAsync(owner, "real_estate.complaint_closed", new(2026, 6, 3), matter: complaint);
        var confirm = new MatterMove { Matter = complaint.Id, Kind = "real_estate.case_confirmed", On = new(2026, 6, 8) };

        var early = await workshop.Crm.Matters.MoveAsync(confirm);
        Assert.Contains("'Return visit after a complaint' to 'Visited'", Assert.Single(early.Refusals).Text.En, StringComparison.Ordinal);

        await workshop.TouchAsync(owner, "real_estate.complaint_visited", new(2026, 6, 6), null, complaint);
        Assert.Equal("The client's satisfaction with the solution is not recorded.", Assert.Single((await workshop.Crm.Matters.MoveAsync(confirm)).Refusals).Text.En);
        await workshop.TouchAsync(owner, "real_estate.complaint_visited", new(2026, 6, 7), null, complaint, ("satisfaction", "9"));
        Assert.True((await workshop.Crm.Matters.MoveAsync(confirm)).Made);
    }

    private static async Task ChanceAsync(Workshop workshop, Client owner, MatterId? origin, bool won, string title)
    {
        var chance = new Matter { Id = MatterId.From("test", title), Client = owner.Id, Type = "contractor.project", Title = title, OpenedOn = new(2026, 1, 5), Origin = origin };
        await workshop.Crm.Matters.OpenAsync(chance);
        await workshop.TouchAsync(owner, "contractor.bid_submitted", new(2026, 2, 1), matter: chance);
        await workshop.TouchAsync(owner, won ? "contractor.contract_signed" : "contractor.bid_lost", new(2026, 3, 1), matter: chance);
    }
}
