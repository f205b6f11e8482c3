using Clientele.Mailings;
using Clientele.Storage;

namespace Clientele.Tests.Mailings;

/// <summary>Letters go out at most once, and every entry is accounted for.</summary>
public sealed class SendTests
{
    [Fact]
    public async Task A_sent_letter_is_archived_is_a_touchpoint_and_fulfils_its_follow_up()
    {
        await using var crm = await MailingCrm.OpenAsync();
        var client = await crm.ClientAsync("Ready");
        await crm.FollowUpAsync(MailingCrm.DueFollowUp(client));
        var mailing = await crm.Crm.Mailings.PlanAsync(new MailingRequest { Due = true, AsOf = MailingCrm.Day });

        using var transport = new NotedTransport();
        var result = await crm.SendAsync(mailing, transport);

        var letter = Assert.Single(transport.Sent);
        Assert.Equal(("somebody@example.com", "Ann Lee", "A greeting"), (letter.To, letter.ToName, letter.Subject));
        Assert.Null(result.Stopped);
        Assert.Equal(1, result.Counts[EntryState.Sent]);
        var entry = (await crm.EntriesAsync(mailing))["Ready"];
        var touchpoint = Assert.Single(await crm.Store.Touchpoints.TimelineAsync(client.Id, MailingCrm.Day).ToListAsync());
        Assert.Equal(("core.letter_sent", "email", "Wang Min", ContactId.From("test", "Ready")), (touchpoint.Kind, touchpoint.Channel, touchpoint.By, touchpoint.Contact!.Value));
        Assert.Equal(MailingCrm.Visit, touchpoint.Details["letter"]);
        Assert.Contains(touchpoint.Details["reference"], letter.Text, StringComparison.Ordinal);
        var followUp = await crm.Store.FollowUps.FindAsync(FollowUpId.From("test", "Ready"));
        Assert.Equal((FollowUpStatus.Done, touchpoint.Id), (followUp!.Status, followUp.FulfilledBy!.Value));
        Assert.Equal(letter.Html, (await crm.Crm.Archive.RenderAsync(entry.Document!.Value)).Html);
        Assert.Equal([EntryState.Planned, EntryState.Sending, EntryState.Sent], (await crm.Store.Mailings.EventsAsync(entry.Id)).Select(step => step.State));
    }

    [Fact]
    public async Task Nothing_goes_to_a_client_twice_for_the_same_reason()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        using var transport = new NotedTransport();
        var first = await crm.PlanAsync();
        await crm.SendAsync(first, transport);

        await crm.SendAsync(first, transport);
        await crm.PlanAsync();
        await crm.SendAsync(first, transport);
        var tomorrow = await crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = MailingCrm.Greeting, AsOf = MailingCrm.Day.AddDays(1) });
        await crm.SendAsync(tomorrow, transport, MailingCrm.Day.AddDays(1));

        Assert.Single(transport.Sent);
        var held = (await crm.EntriesAsync(tomorrow))["Ready"];
        Assert.Equal((EntryState.Held, "already_sent", "2026-03-31"), (held.State, held.Reasons[0].Code, held.Reasons[0].Facts["on"]));

        await crm.SendAsync(await crm.PlanAsync("spring festival"), transport);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task Two_mailings_planned_before_either_was_sent_send_one_letter()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var one = await crm.PlanAsync();
        var other = await crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = MailingCrm.Greeting, AsOf = MailingCrm.Day, Clients = [ClientId.From("test", "Ready")] });
        Assert.NotEqual(one.Id, other.Id);
        using var transport = new NotedTransport();

        await crm.SendAsync(one, transport);
        await crm.SendAsync(other, transport);

        Assert.Single(transport.Sent);
        Assert.Equal("already_sent", (await crm.EntriesAsync(other))["Ready"].Reasons[0].Code);
    }

    [Fact]
    public async Task What_changed_between_the_plan_and_the_sending_holds_the_letter_back()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();
        await crm.WriteAsync(batch => batch.PutAsync(new Consent(ContactId.From("test", "Ready"), "service", false, MailingCrm.Day)));

        using var transport = new NotedTransport();
        await crm.SendAsync(mailing, transport);

        Assert.Empty(transport.Sent);
        Assert.Equal("core.consent", (await crm.EntriesAsync(mailing))["Ready"].Reasons[0].Facts["guard"]);
    }

    [Fact]
    public async Task A_letter_whose_answer_was_lost_is_never_sent_again_by_itself_and_a_person_says_what_became_of_it()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Arrived");
        await crm.ClientAsync("Vanished");
        var mailing = await crm.PlanAsync();
        using var losing = new NotedTransport(_ => new Delivery(DeliveryOutcome.Lost, "the connection was closed by somebody@example.com"));
        using var working = new NotedTransport();

        await crm.SendAsync(mailing, losing);
        await crm.SendAsync(mailing, working, retry: true);

        Assert.Empty(working.Sent);
        var entries = await crm.EntriesAsync(mailing);
        Assert.All(entries.Values, entry => Assert.Equal(EntryState.Uncertain, entry.State));
        Assert.DoesNotContain("somebody@", entries["Arrived"].Reasons[0].Text.En, StringComparison.Ordinal);

        await crm.Crm.Mailings.ResolveAsync(entries["Arrived"].Id, sent: true, "Wang Min", "She answered.", MailingCrm.Day.AddDays(3));
        await crm.Crm.Mailings.ResolveAsync(entries["Vanished"].Id, sent: false, "Wang Min", "Not in the server's log.", MailingCrm.Day.AddDays(3));
        await crm.SendAsync(mailing, working, MailingCrm.Day.AddDays(3));

        Assert.Equal(entries["Vanished"].Id, Assert.Single(working.Sent).Entry);
        Assert.Equal(MailingCrm.Day, Assert.Single(await crm.Store.Touchpoints.TimelineAsync(ClientId.From("test", "Arrived"), MailingCrm.Day.AddDays(9)).ToListAsync()).OccurredOn);
        Assert.All((await crm.EntriesAsync(mailing)).Values, entry => Assert.Equal(EntryState.Sent, entry.State));
        var error = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Mailings.ResolveAsync(entries["Arrived"].Id, sent: true, "Wang Min", "", MailingCrm.Day));
        Assert.Equal(ErrorCodes.RecordInvalid, error.Code);
    }

    [Fact]
    public async Task A_refused_letter_failed_and_goes_out_again_only_when_asked()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();
        using var refusing = new NotedTransport(_ => new Delivery(DeliveryOutcome.Refused, "550 no such user"));
        using var working = new NotedTransport();

        await crm.SendAsync(mailing, refusing);
        await crm.SendAsync(mailing, working);
        Assert.Empty(working.Sent);
        Assert.Equal((EntryState.Failed, "refused_by_server"), ((await crm.EntriesAsync(mailing))["Ready"].State, (await crm.EntriesAsync(mailing))["Ready"].Reasons[0].Code));

        await crm.SendAsync(mailing, working, retry: true);
        Assert.Single(working.Sent);
    }

    [Fact]
    public async Task Without_a_server_the_run_stops_at_once_and_nothing_is_lost()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("One");
        await crm.ClientAsync("Two");
        var mailing = await crm.PlanAsync();
        using var gone = new NotedTransport(_ => new Delivery(DeliveryOutcome.Unavailable, "connection refused"));
        using var working = new NotedTransport();

        var stopped = await crm.SendAsync(mailing, gone);
        await crm.SendAsync(mailing, working);

        Assert.Single(gone.Sent);
        Assert.Equal("server_unavailable", stopped.Stopped!.Code);
        Assert.Equal(2, working.Sent.Count);
    }

    [Fact]
    public async Task A_server_that_drops_letter_after_letter_does_not_make_all_of_them_uncertain()
    {
        await using var crm = await MailingCrm.OpenAsync();
        for (var client = 0; client < 10; client++)
        {
            await crm.ClientAsync($"Client {client}");
        }

        var mailing = await crm.PlanAsync();
        using var dropping = new NotedTransport(_ => throw new IOException("gone"));

        var result = await crm.SendAsync(mailing, dropping);

        Assert.Equal("answers_lost", result.Stopped!.Code);
        Assert.Equal((3, 7), (result.Counts[EntryState.Uncertain], result.Counts[EntryState.Planned]));
    }

    [Fact]
    [Trait("Row", "S2-34")]
    public async Task A_daily_maximum_spreads_the_letters_over_the_days()
    {
        await using var crm = await MailingCrm.OpenAsync();
        for (var client = 0; client < 5; client++)
        {
            await crm.ClientAsync($"Client {client}");
        }

        var mailing = await crm.PlanAsync(most: 2);
        using var transport = new NotedTransport();
        var sent = new List<int>();
        for (var day = 0; day < 4; day++)
        {
            // Asking twice a day sends no more.
            Assert.Equal("daily_maximum", day < 2 ? (await crm.SendAsync(mailing, transport, MailingCrm.Day.AddDays(day))).Stopped?.Code : "daily_maximum");
            await crm.SendAsync(mailing, transport, MailingCrm.Day.AddDays(day));
            sent.Add(transport.Sent.Count);
        }

        Assert.Equal([2, 4, 5, 5], sent);
    }

    [Fact]
    public async Task Letters_that_are_only_written_are_archived_and_sent_later()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();

        await crm.Crm.Mailings.WriteAsync(mailing.Id, new SendingOptions { On = MailingCrm.Day });
        var written = (await crm.EntriesAsync(mailing))["Ready"];
        using var transport = new NotedTransport();
        await crm.SendAsync(mailing, transport);

        Assert.Equal(EntryState.Written, written.State);
        Assert.Equal(transport.Sent[0].Html, (await crm.Crm.Archive.RenderAsync(written.Document!.Value)).Html);
    }

    [Fact]
    public async Task One_program_sends_at_a_time()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();
        await using var other = await crm.OpenAgainAsync();
        Exception? second = null;
        using var meanwhile = new NotedTransport(_ =>
        {
            second = Record.ExceptionAsync(() => other.Mailings.WriteAsync(mailing.Id, new SendingOptions { On = MailingCrm.Day })).GetAwaiter().GetResult();
            return new Delivery(DeliveryOutcome.Accepted);
        });

        await crm.SendAsync(mailing, meanwhile);

        Assert.Equal(ErrorCodes.SendingBusy, Assert.IsType<ClienteleException>(second).Code);
    }

    [Fact]
    public async Task Cancelling_waits_for_the_letter_on_its_way_and_leaves_the_rest_planned()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("One");
        await crm.ClientAsync("Two");
        var mailing = await crm.PlanAsync();
        using var stop = new CancellationTokenSource();
        using var transport = new NotedTransport(_ =>
        {
            stop.Cancel();
            return new Delivery(DeliveryOutcome.Accepted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => crm.Crm.Mailings.SendAsync(mailing.Id, transport, new SendingOptions { On = MailingCrm.Day }, cancellationToken: stop.Token));

        var counts = await crm.Store.Mailings.CountsAsync(mailing.Id);
        Assert.Equal((1, 1), (counts[EntryState.Sent], counts[EntryState.Planned]));
    }
}
