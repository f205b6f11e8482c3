using Clientele.Mailings;
using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Tests.Mailings;

/// <summary>A CRM with one letter and a few clients, in a folder of its own.</summary>
internal sealed class MailingCrm : IAsyncDisposable
{
    public const string Greeting = "site.greeting";
    public const string Visit = "site.visit_letter";
    public const string Festival = "site.festival";
    public const string AboutOrder = "site.order_letter";
    public const string Policy = "site.visits";

    public static readonly DateOnly Day = new(2026, 3, 31);

    private MailingCrm(string folder) => Folder = folder;

    public string Folder { get; }

    public Crm Crm { get; private set; } = null!;

    public Store Store => Crm.Store;

    public static async Task<MailingCrm> OpenAsync(string template = "# A greeting\n\n{{ salutation }}\n\nWe thank you, {{ contact.name }}.")
    {
        var crm = new MailingCrm(Directory.CreateTempSubdirectory("clientele-mailings-").FullName);
        crm.Template("letters/greeting.en.md", template);
        crm.Template("letters/greeting.zh-CN.md", template);
        crm.Crm = await crm.OpenAgainAsync();
        return crm;
    }

    /// <summary>The same database by another program.</summary>
    public Task<Crm> OpenAgainAsync()
    {
        var options = new ClienteleOptions { Database = Path.Combine(Folder, "clientele.db"), Durable = false, TemplateOverrides = Path.Combine(Folder, "templates") };
        options.Own.Add("site", new Site());
        return Crm.OpenAsync(options, TimeProvider.System);
    }

    public void Template(string path, string text)
    {
        var file = Path.Combine(Folder, "templates", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public async Task<Client> ClientAsync(string name, string? email = "somebody@example.com", string? culture = "en", bool consent = true, Salutation salutation = Salutation.Ms, string contactName = "Ann Lee")
    {
        var client = new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = new(2025, 1, 1), Culture = culture };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(client);
            if (email is not null)
            {
                var contact = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = contactName, Salutation = salutation, Email = email, Primary = true };
                await batch.PutAsync(contact);
                if (consent)
                {
                    await batch.PutAsync(new Consent(contact.Id, "service", true, new(2025, 1, 1)));
                }
            }
        });
        return client;
    }

    public Task FollowUpAsync(FollowUp followUp) => WriteAsync(batch => batch.PutAsync(followUp));

    public static FollowUp DueFollowUp(Client client) =>
        new() { Id = FollowUpId.From("test", client.Name), Client = client.Id, Policy = Policy, DueOn = Day, CountsFrom = Day.AddDays(-90), Owner = "Wang Min" };

    public Task<Mailing> PlanAsync(string occasion = "", int? most = null) =>
        Crm.Mailings.PlanAsync(new MailingRequest { Letter = Greeting, AsOf = Day, Occasion = occasion, DailyMaximum = most });

    public Task<SendingResult> SendAsync(Mailing mailing, ILetterTransport transport, DateOnly? on = null, bool retry = false) =>
        Crm.Mailings.SendAsync(mailing.Id, transport, new SendingOptions { On = on ?? Day, RetryFailed = retry });

    public async Task<IReadOnlyDictionary<string, MailingEntry>> EntriesAsync(Mailing mailing)
    {
        var entries = new Dictionary<string, MailingEntry>();
        foreach (var entry in await Store.Mailings.EntriesAsync(mailing.Id).ToListAsync())
        {
            entries.Add((await Store.Clients.FindAsync(entry.Client))!.Name, entry);
        }

        return entries;
    }

    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        await using var batch = await Crm.BeginAsync();
        await write(batch);
        await batch.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private sealed class Site : IPlugin
    {
        public void Configure(IPluginBuilder builder) => builder
            .Policies(new StagePolicy { Name = Policy, Title = new("Visit", "回访"), MatterType = "site.order", Stage = "done", AfterDays = 1, FulfilledBy = ["core.letter_sent"] })
            .MatterTypes(new MatterType { Name = "site.order", Title = new("Order", "订单"), Stages = [new("open", new("Open", "进行")), new("done", new("Done", "完成"))], Moves = [] })
            .Letters(
                new LetterDefinition { Name = Greeting, Title = new("Greeting", "问候函"), Template = "greeting", Purpose = "service" },
                new LetterDefinition { Name = Festival, Title = new("Festival greeting", "节日祝福"), Template = "greeting", Purpose = "greeting" },
                new LetterDefinition { Name = AboutOrder, Title = new("About an order", "订单函"), Template = "greeting", MatterType = "site.order" },
                new LetterDefinition { Name = Visit, Title = new("Visit", "回访函"), Template = "greeting", Policy = Policy });
    }
}
