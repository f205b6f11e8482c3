using Clientele.Documents;
using Clientele.Insights;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Plugins.Tests;

/// <summary>A CRM in a folder of its own that has loaded the three plugins from disk, gone after the test, with short ways to enter facts.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private readonly string _folder;
    private int _number;

    private Workshop(string folder, Crm crm)
    {
        _folder = folder;
        Crm = crm;
    }

    public Crm Crm { get; }

    public static async Task<Workshop> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("clientele-").FullName;
        foreach (var industry in Industry.All)
        {
            Copy(industry.Folder, Path.Combine(folder, "plugins", industry.Name));
        }

        var options = new ClienteleOptions { Database = Path.Combine(folder, "clientele.db"), Durable = false, RequirePluginDirectories = true };
        options.PluginDirectories.Add(Path.Combine(folder, "plugins"));
        return new Workshop(folder, await Crm.OpenAsync(options, TimeProvider.System));
    }

    public async Task<Client> ClientAsync(string name, DateOnly since, params (string Attribute, string Value)[] attributes)
    {
        var client = new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = since };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(client);
            foreach (var (attribute, value) in attributes)
            {
                await batch.PutAsync(new AttributeValue(client.Id, attribute, value, since));
            }
        });
        return client;
    }

    public async Task<Matter> MatterAsync(Client client, string type, DateOnly openedOn)
    {
        var matter = new Matter { Id = MatterId.From("test", $"{++_number}"), Client = client.Id, Type = type, Title = "Works", OpenedOn = openedOn };
        await WriteAsync(batch => batch.PutAsync(matter));
        return matter;
    }

    public Task TouchAsync(Client client, string kind, DateOnly on, decimal? amount = null, Matter? matter = null, params (string Name, string Value)[] details) => TouchAsync(client, null, kind, on, amount, matter, details);

    public Task TouchAsync(Client client, Contact? contact, string kind, DateOnly on, decimal? amount = null, Matter? matter = null, params (string Name, string Value)[] details) => TouchAsync(client, contact, "", kind, on, amount, matter, details);

    /// <summary>A fact that somebody of ours brought about.</summary>
    public Task DoneByAsync(string employee, Client client, string kind, DateOnly on, Matter? matter = null, params (string Name, string Value)[] details) => TouchAsync(client, null, employee, kind, on, null, matter, details);

    private Task TouchAsync(Client client, Contact? contact, string by, string kind, DateOnly on, decimal? amount, Matter? matter, (string Name, string Value)[] details) =>
        WriteAsync(batch => batch.AppendAsync(new Touchpoint
        {
            Id = TouchpointId.From("test", $"{++_number}"),
            Client = client.Id,
            Kind = kind,
            OccurredOn = on,
            Amount = amount is { } value ? new Money(value, "CNY") : null,
            Matter = matter?.Id,
            Contact = contact?.Id,
            By = by,
            Details = details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
        }));

    public async Task<Contact> ContactAsync(Client client, string name, params (string Attribute, string Value)[] attributes)
    {
        var contact = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = name, Primary = true };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(contact);
            foreach (var (attribute, value) in attributes)
            {
                await batch.PutAsync(new ContactAttributeValue(contact.Id, attribute, value, client.Since));
            }
        });
        return contact;
    }

    /// <summary>Puts an entry into a register from a day on, entered by somebody.</summary>
    public async Task<RegisterEntry> EnterAsync(string register, DateOnly from, DateOnly? until, params (string Field, string Value)[] fields) =>
        (await Crm.Registers.AddAsync(new(register, fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal), from, "Li") { Until = until })).Entry;

    /// <summary>An insight of one client, computed as the host does.</summary>
    public async Task<InsightResult> InsightAsync(string name, DateOnly asOf, Client? client = null)
    {
        await Crm.Segments.RunAsync(asOf);
        return (await Crm.Insights.RunAsync(name, asOf, null, client is null ? null : new InsightFocus(client.Id))).Result;
    }

    /// <summary>The plain text of a letter as the host writes it, insights and all.</summary>
    public async Task<string> WrittenAsync(string letter, Client client, DateOnly asOf, string culture) =>
        (await Crm.Letters.WriteAsync(Crm.Letters.Request(letter, client.Id, asOf) with { Language = DocumentLanguage.Of(culture) })).Letter!.Text;

    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        await using var batch = await Crm.BeginAsync();
        await write(batch);
        await batch.CommitAsync();
    }

    public async Task<string?> SegmentAsync(Client client, string scheme, DateOnly asOf)
    {
        await Crm.Segments.RunAsync(asOf);
        return (await Crm.Explanations.ExplainAsync(client.Id, asOf)).Single(it => it.Scheme.Name == scheme).Segment?.Name;
    }

    public async Task<string> StageAsync(Matter matter, DateOnly asOf)
    {
        await Crm.Planner.PlanAsync(asOf);
        await foreach (var (found, stage) in Crm.Store.Matters.InStageAsync(asOf, matter.Type, matter.Client))
        {
            if (found.Id == matter.Id)
            {
                return stage.Stage;
            }
        }

        return "";
    }

    public async Task<IReadOnlyList<FollowUp>> DueAsync(DateOnly asOf, string policy)
    {
        await Crm.Segments.RunAsync(asOf);
        await Crm.Planner.PlanAsync(asOf);
        var due = new List<FollowUp>();
        await foreach (var followUp in Crm.Care.DueAsync(asOf.AddDays(30)))
        {
            if (followUp.Policy == policy)
            {
                due.Add(followUp);
            }
        }

        return due;
    }

    /// <summary>Asks the gate about a registered letter to a client, as the host does.</summary>
    public async Task<GateResult> LetterAsync(string letter, Client client, DateOnly asOf, string culture)
    {
        var definition = Crm.Catalogue.Letters[letter];
        var due = (await DueAsync(asOf, definition.Policy)).FirstOrDefault(followUp => followUp.Client == client.Id);
        var measures = (await Crm.Measures.OfClientAsync(client.Id, asOf)).ToDictionary(value => value.Measure.Name, value => value.Value, StringComparer.Ordinal);
        var facts = await new LetterFactsReader(Crm.Store, Crm.Catalogue).ReadAsync(
            new LetterRequest
            {
                Letter = definition,
                Client = client.Id,
                AsOf = asOf,
                Firm = new Firm { Name = new("Meridian", "中正公司"), Phone = "+86 571 5550 1818" },
                Language = DocumentLanguage.Of(culture),
                FollowUp = due,
            },
            measures);
        return new LetterGate(Crm.Catalogue.Guards.Values, new TemplateEngine(new TemplateOptions())).Check(facts);
    }

    /// <summary>The plain text of a letter that passes the gate.</summary>
    public async Task<string> TextAsync(string letter, Client client, DateOnly asOf, string culture)
    {
        var passed = (await LetterAsync(letter, client, asOf, culture)).Require();
        var owners = Industry.All.ToDictionary(industry => industry.Prefix, industry => Path.Combine(industry.Folder, "templates"), StringComparer.Ordinal);
        return new LetterRenderer(new TemplateSource(null, owners)).Render(passed).Text;
    }

    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
