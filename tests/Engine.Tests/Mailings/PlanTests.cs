using Clientele.Mailings;
using Clientele.Storage;

namespace Clientele.Tests.Mailings;

/// <summary>The merge report: who gets what, who is held back and why, before anything is produced.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task Everybody_is_accounted_for_and_everything_that_holds_a_letter_back_is_said_at_once()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        await crm.ClientAsync("Nobody", email: null);
        await crm.ClientAsync("No address", email: "");
        await crm.ClientAsync("Bad address", email: "two@example.com, addresses@example.com");
        await crm.ClientAsync("No consent", email: "", consent: false);
        await crm.ClientAsync("No title", salutation: Salutation.Unknown);
        await crm.ClientAsync("No culture", culture: null);
        await crm.ClientAsync("French", culture: "fr-FR");

        var mailing = await crm.PlanAsync();
        var entries = await crm.EntriesAsync(mailing);

        Assert.Equal(8, entries.Count);
        Assert.Equal(["guard", "clause_fails", "no_contact"], Codes(entries["Nobody"].Reasons).Distinct());
        Assert.Equal(["no_address"], Codes(entries["No address"].Reasons));
        Assert.Equal(["bad_address"], Codes(entries["Bad address"].Reasons));
        Assert.Equal("core.consent", entries["No consent"].Reasons[0].Facts["guard"]);
        Assert.Contains("no_address", Codes(entries["No consent"].Reasons));
        Assert.Equal(["French", "No culture", "No title", "Ready"], entries.Where(entry => entry.Value.State == EntryState.Planned).Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Contains("no_title", Codes(entries["No title"].Notes));
        Assert.Contains("no_culture", Codes(entries["No culture"].Notes));
        Assert.Equal("zh-CN", entries["No culture"].Culture);
        Assert.Contains("other_culture", Codes(entries["French"].Notes));
        Assert.Empty(await crm.Store.Documents.AllAsync().ToListAsync());
    }

    [Theory]
    [InlineData("# A\n\n{{ while true }}{{ end }}", "CLT3001")]
    [InlineData("# A\n\n{{ include 'letters/greeting.en.md' }}", "CLT3005")]
    [InlineData("# A\n\n{{ include '../../clientele.db' }}", "")]
    [InlineData("# A\n\n{{ for i in 1..100000 }}xxxxxxxxxxxxxxxx{{ end }}", "CLT3002")]
    [InlineData("no subject", "CRM5003")]
    public async Task A_template_that_cannot_be_rendered_is_a_reason_and_the_rest_of_the_batch_goes_on(string template, string code)
    {
        await using var crm = await MailingCrm.OpenAsync();
        crm.Template("letters/greeting.en.md", template);
        for (var client = 0; client < 5; client++)
        {
            await crm.ClientAsync($"English {client}");
        }

        await crm.ClientAsync("Chinese", culture: "zh-CN");

        var entries = await crm.EntriesAsync(await crm.PlanAsync());

        Assert.Equal(EntryState.Planned, entries["Chinese"].State);
        Assert.All(entries.Values.Where(entry => entry.Culture == "en"), entry => Assert.Equal(EntryState.Held, entry.State));
        Assert.All(entries.Values.Where(entry => entry.Culture == "en"), entry => Assert.Equal("template", Assert.Single(entry.Reasons).Code));
        Assert.StartsWith(code, entries["English 1"].Reasons[0].Facts["code"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_about_a_matter_that_the_client_has_none_of_is_held_back_and_not_an_error()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");

        var mailing = await crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = MailingCrm.AboutOrder, AsOf = MailingCrm.Day });

        Assert.Equal("unsuitable", Assert.Single((await crm.EntriesAsync(mailing)).Values).Reasons[0].Code);
    }

    [Fact]
    public async Task Planning_again_is_the_same_mailing_and_sees_what_was_entered_since()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready", email: "");
        var first = await crm.PlanAsync();
        Assert.Equal(EntryState.Held, (await crm.EntriesAsync(first))["Ready"].State);

        await crm.ClientAsync("Ready");
        var second = await crm.PlanAsync();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(EntryState.Planned, (await crm.EntriesAsync(second))["Ready"].State);
    }

    [Fact]
    public async Task An_interrupted_planning_goes_on_where_it_stopped()
    {
        await using var crm = await MailingCrm.OpenAsync();
        for (var client = 0; client < 250; client++)
        {
            await crm.ClientAsync($"Client {client}");
        }

        using var stop = new CancellationTokenSource();
        var stopping = new Reporting(done =>
        {
            if (done == 120)
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = MailingCrm.Greeting, AsOf = MailingCrm.Day }, progress: stopping, cancellationToken: stop.Token));
        var interrupted = await crm.Store.Mailings.AllAsync().SingleAsync();
        var half = await crm.Store.Mailings.EntriesAsync(interrupted.Id).Select(entry => entry.Id).ToListAsync();
        var whole = await crm.PlanAsync();

        Assert.Equal(100, half.Count);
        Assert.False(interrupted.Planned);
        Assert.True(whole.Planned);
        Assert.Equal(interrupted.Id, whole.Id);
        var entries = await crm.Store.Mailings.EntriesAsync(whole.Id).ToListAsync();
        Assert.Equal(250, entries.Count);
        Assert.Equal(Enumerable.Range(1, 250).Select(number => (long)number), entries.Select(entry => entry.Ordinal));
        Assert.Equal(half, entries.Take(100).Select(entry => entry.Id));
        Assert.Single(await crm.Store.Mailings.EventsAsync(half[0]));
    }

    [Fact]
    [Trait("Row", "S2-34")]
    public async Task Greetings_that_differ_in_little_but_the_name_are_held_as_a_whole_with_the_pair_named()
    {
        await using var crm = await MailingCrm.OpenAsync("# Greetings\n\nDear {{ contact.name }} in {{ client.core.region }}, since our visit on {{ format.date last_touch.occurred_on }}: {{ owner }} wishes {{ client.name }} well.");
        foreach (var name in new[] { "Harbour Authority", "City Library", "Third School" })
        {
            var client = await crm.ClientAsync(name);
            await crm.WriteAsync(async batch =>
            {
                await batch.PutAsync(new AttributeValue(client.Id, "core.region", "Hangzhou", new(2025, 1, 1)));
                await batch.AppendAsync(new Touchpoint { Id = TouchpointId.From("test", name), Client = client.Id, Kind = "core.visit", OccurredOn = new(2026, 2, 3), By = "Wang Min" });
                await batch.PutAsync(new Consent(ContactId.From("test", name), "greeting", true, new(2025, 1, 1)));
                await batch.PutAsync(new Ownership(client.Id, "service", "Wang Min", new(2025, 1, 1)));
            });
        }

        var mailing = await crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = MailingCrm.Festival, AsOf = MailingCrm.Day });
        using var transport = new NotedTransport();
        await crm.SendAsync(mailing, transport);

        Assert.Empty(transport.Sent);
        var entries = await crm.EntriesAsync(mailing);
        Assert.All(entries.Values, entry => Assert.Equal(EntryState.Held, entry.State));
        Assert.All(entries.Values, entry => Assert.All(entry.Reasons, reason => Assert.Equal("alike", reason.Code)));
        Assert.Equal("1", entries["City Library"].Reasons[0].Facts["similarity"]);
    }

    [Theory]
    [InlineData("site.unknown", "", "", 1, ErrorCodes.RegistrationUnknown)]
    [InlineData("", "", "", 1, ErrorCodes.RegistrationUnknown)]
    [InlineData(MailingCrm.Greeting, "core.abc", "z", 1, ErrorCodes.RegistrationUnknown)]
    [InlineData(MailingCrm.Greeting, "", "", 0, ErrorCodes.RecordInvalid)]
    public async Task A_request_that_means_nothing_is_refused(string letter, string scheme, string segment, int most, string code)
    {
        await using var crm = await MailingCrm.OpenAsync();

        var error = await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Mailings.PlanAsync(new MailingRequest { Letter = letter, Scheme = scheme, Segment = segment, DailyMaximum = most, AsOf = MailingCrm.Day }));

        Assert.Equal(code, error.Code);
    }

    private static IEnumerable<string> Codes(IEnumerable<Reason> reasons) => reasons.Select(reason => reason.Code);

    private sealed class Reporting(Action<int> report) : IProgress<MailingProgress>
    {
        public void Report(MailingProgress value) => report(value.Done);
    }
}
