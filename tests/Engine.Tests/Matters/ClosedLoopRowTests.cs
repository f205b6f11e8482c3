using Clientele.Handovers;
using Clientele.Matters;
using Clientele.Promises;

namespace Clientele.Engine.Tests.Matters;

public sealed class ClosedLoopRowTests
{
    [Fact]
    [Trait("Row", "S0-09")]
    public async Task A_complaint_is_not_closed_before_its_visit_and_its_satisfaction_score_are_recorded()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        var complaint = await OpenAsync(crm, client, "core.complaint_case", "Leak", new(2026, 3, 2));
        await MoveAsync(crm, complaint, "core.complaint_resolved", new(2026, 3, 11));

        var early = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 12) });
        Assert.Equal(
            ["The client has not been visited since the complaint was resolved; make the return visit first.", "The client's satisfaction with the solution is not recorded; ask for it and record the score."],
            early.Refusals.Select(reason => reason.Text.En));

        await RecordAsync(crm, complaint, "core.complaint_visited", new(2026, 3, 16));
        var unasked = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 16) });
        Assert.Equal("尚未登记客户对处理结果的满意度，请征询并登记评分。", Assert.Single(unasked.Refusals).Text.Zh);

        Assert.True((await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 16), Details = Of(("satisfaction", "8")) })).Made);
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public async Task What_a_visit_finds_is_a_matter_that_only_a_verifying_visit_ends_and_the_complaint_waits_for_it()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        var complaint = await OpenAsync(crm, client, "core.complaint_case", "Leak", new(2026, 3, 2));
        await MoveAsync(crm, complaint, "core.complaint_resolved", new(2026, 3, 11));
        await RecordAsync(crm, complaint, "core.complaint_visited", new(2026, 3, 16), ("satisfaction", "6"), ("findings", "Window sticks"));
        var issue = await OpenAsync(crm, client, "core.issue", "Window sticks", new(2026, 3, 16), complaint);

        Assert.Equal("matter.open_linked", Assert.Single((await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 17) })).Refusals).Facts.Keys.Single());
        await MoveAsync(crm, issue, "core.issue_settled", new(2026, 3, 18));
        Assert.False((await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 18) })).Made);
        await MoveAsync(crm, issue, "core.issue_verified", new(2026, 3, 20));

        Assert.True((await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = complaint, Kind = "core.complaint_closed", On = new(2026, 3, 20) })).Made);
    }

    [Fact]
    [Trait("Row", "S1-22")]
    public async Task A_remedy_plan_with_only_actions_of_the_client_is_refused_and_one_with_both_sides_is_agreed()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var client = await crm.ClientAsync("a");
        var incident = await OpenAsync(crm, client, "core.client_incident", "Drawings were late", new(2026, 5, 6));
        await RecordAsync(crm, incident, "core.remedy_client", new(2026, 5, 7), ("action", "Send the drawings"), ("due", "2026-05-12"));

        var refused = await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = incident, Kind = "core.remedy_agreed", On = new(2026, 5, 8) });
        Assert.Equal("The plan has no action of ours; a joint remedy has at least one, with its day.", Assert.Single(refused.Refusals).Text.En);

        var undated = await Assert.ThrowsAsync<ClienteleException>(() => RecordAsync(crm, incident, "core.remedy_ours", new(2026, 5, 8), ("action", "Work a weekend")));
        Assert.Equal(ErrorCodes.RecordInvalid, undated.Code);
        await RecordAsync(crm, incident, "core.remedy_ours", new(2026, 5, 8), ("action", "Work a weekend"), ("due", "2026-05-17"));
        await MoveAsync(crm, incident, "core.remedy_agreed", new(2026, 5, 8));
    }

    [Fact]
    [Trait("Row", "S1-11")]
    public async Task A_file_of_five_of_six_parts_is_not_submitted_and_the_missing_one_is_named()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (handover, _) = await HandoverAsync(crm);
        await crm.Crm.Handovers.FillAsync(handover, Of(("expectations", "Wants weekly reports"), ("quotations", "none"), ("issues", "none")), new(2026, 5, 4), "张强");

        var refused = await crm.Crm.Handovers.SubmitAsync(handover, new(2026, 5, 5), "张强");

        Assert.Equal("'Preferences of the client' is missing from the file; fill it in, or state that there is nothing.", Assert.Single(refused.Refusals).Text.En);
        Assert.Equal("移交资料缺少“客户偏好”；请补充，确无内容的请注明。", refused.Refusals[0].Text.Zh);
        Assert.Equal(["preferences"], (await crm.Crm.Handovers.ShowAsync(handover, new(2026, 5, 5))).Sections.Where(section => section.Missing).Select(section => section.Name));
    }

    [Fact]
    [Trait("Row", "S1-11")]
    public async Task The_owner_changes_on_the_day_of_acceptance_and_the_marketers_promise_is_the_project_managers_to_keep()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (handover, client) = await HandoverAsync(crm);
        await crm.Crm.Handovers.FillAsync(handover, Of(("preferences", "Mornings"), ("expectations", "Weekly reports"), ("quotations", "none"), ("issues", "none")), new(2026, 5, 4));
        Assert.True((await crm.Crm.Handovers.SubmitAsync(handover, new(2026, 5, 5))).Made);
        Assert.True((await crm.Crm.Handovers.AcceptAsync(handover, new(2026, 5, 10))).Made);

        Assert.Equal(("张强", "李工"), (await OwnerAsync(crm, client, new(2026, 5, 9)), await OwnerAsync(crm, client, new(2026, 5, 10))));
        var promise = Assert.Single(await crm.Crm.Promises.ListAsync(new(2026, 5, 10)).ToListAsync());
        Assert.Equal(("李工", "张强", new DateOnly(2026, 6, 1)), (promise.Responsible, promise.By, promise.Due!.Value));
        Assert.Equal("张强", Assert.Single(await crm.Crm.Promises.ListAsync(new(2026, 5, 9)).ToListAsync()).Responsible);
        Assert.Equal(new DateOnly(2026, 6, 9), (await crm.Crm.Handovers.ShowAsync(handover, new(2026, 5, 10))).ConsultedUntil);
    }

    [Fact]
    [Trait("Row", "S1-11")]
    public async Task A_rejected_file_goes_back_with_its_reason_and_one_not_accepted_in_time_is_overdue()
    {
        await using var crm = await TemporaryCrm.OpenAsync();
        var (handover, client) = await HandoverAsync(crm);
        await crm.Crm.Handovers.FillAsync(handover, Of(("preferences", "Mornings"), ("expectations", "x"), ("quotations", "none"), ("issues", "none")), new(2026, 5, 4));
        Assert.Equal("no_move", Assert.Single((await crm.Crm.Handovers.AcceptAsync(handover, new(2026, 5, 4))).Refusals).Code);
        Assert.Equal("张强", await OwnerAsync(crm, client, new(2026, 5, 4)));
        await crm.Crm.Handovers.SubmitAsync(handover, new(2026, 5, 5));

        Assert.Equal("detail_missing", Assert.Single((await crm.Crm.Handovers.RejectAsync(handover, new(2026, 5, 6), "")).Refusals).Code);
        Assert.True((await crm.Crm.Handovers.RejectAsync(handover, new(2026, 5, 6), "No decision map", "李工")).Made);

        var listed = Assert.Single(await crm.Crm.Handovers.ListAsync(new(2026, 5, 12)));
        Assert.Equal(("preparing", "No decision map", true), (listed.Stage, listed.Rejection, listed.Overdue));
        Assert.False(Assert.Single(await crm.Crm.Handovers.ListAsync(new(2026, 5, 8))).Overdue);
    }

    [Fact]
    [Trait("Row", "S1-12")]
    public async Task Nobody_asks_for_money_while_a_complaint_is_open_or_a_promise_unkept()
    {
        await using var crm = await TemporaryCrm.OpenAsync(("firm", builder => builder
            .Letters(new LetterDefinition { Name = "firm.demand", Title = new("Demand", "催款函"), Template = "demand" })
            .Guards(new Guard
            {
                Name = "firm.complaint_first", Title = new("Complaint first", "先解决投诉"),
                AllowedWhen = "!(client.open_matters | array.contains 'core.complaint_case') && client.overdue_promises == 0",
                Refusal = new("Resolve the complaint first.", "请先解决投诉。"),
            })));
        var client = await crm.ClientAsync("a");
        await OpenAsync(crm, client, "core.complaint_case", "Cracks", new(2026, 6, 1));

        var written = await crm.Crm.Letters.WriteAsync(crm.Crm.Letters.Request("firm.demand", client.Id, new(2026, 6, 30)));

        Assert.Null(written.Letter);
        Assert.Equal("Resolve the complaint first.", Assert.Single(written.Gate.Refusals).Guard.Refusal.En);
        Assert.Equal("core.complaint_case", Assert.Single(written.Facts.OpenMatters));
    }

    internal static async Task<MatterId> OpenAsync(TemporaryCrm crm, Client client, string type, string title, DateOnly on, MatterId? origin = null)
    {
        var matter = new Matter { Id = MatterId.From("test", title), Client = client.Id, Type = type, Title = title, OpenedOn = on, Origin = origin };
        await crm.Crm.Matters.OpenAsync(matter);
        return matter.Id;
    }

    internal static async Task MoveAsync(TemporaryCrm crm, MatterId matter, string kind, DateOnly on, params (string Name, string Value)[] details) =>
        (await crm.Crm.Matters.MoveAsync(new MatterMove { Matter = matter, Kind = kind, On = on, Details = Of(details) })).Require();

    internal static Task<Touchpoint> RecordAsync(TemporaryCrm crm, MatterId matter, string kind, DateOnly on, params (string Name, string Value)[] details) =>
        crm.Crm.Matters.RecordAsync(new MatterMove { Matter = matter, Kind = kind, On = on, Details = Of(details) });

    internal static Dictionary<string, string> Of(params (string Name, string Value)[] details) => details.ToDictionary(detail => detail.Name, detail => detail.Value);

    private static async Task<(MatterId Handover, Client Client)> HandoverAsync(TemporaryCrm crm)
    {
        var client = await crm.ClientAsync("Harbour");
        await crm.WriteAsync(async batch =>
        {
            await batch.PutAsync(new Contact { Id = ContactId.From("test", "c"), Client = client.Id, Name = "王芳", Position = "基建处长", Role = "decision maker" });
            await batch.PutAsync(new Ownership(client.Id, "service", "张强", new(2025, 1, 1)));
        });
        var promise = await crm.Crm.Promises.RequestAsync(new PromiseRequest { Client = client.Id, Text = "Site office by June", At = new(2026, 4, 20, 9, 0, 0), Authority = "director", By = "张强", Due = new(2026, 6, 1) });
        await MoveAsync(crm, promise, "core.promise_approved", new(2026, 4, 20), ("approver_role", "director"));
        var handover = await crm.Crm.Handovers.BeginAsync(new HandoverRequest { Client = client.Id, From = "张强", To = "李工", Role = "service", On = new(2026, 5, 4) });
        return (handover, client);
    }

    private static async Task<string> OwnerAsync(TemporaryCrm crm, Client client, DateOnly day) => Assert.Single(await crm.Crm.Store.Clients.OwnersAsync(client.Id, day)).Person;
}
