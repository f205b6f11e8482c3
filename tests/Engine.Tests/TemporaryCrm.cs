using Clientele.Care;
using Clientele.Storage.Writing;

namespace Clientele.Engine.Tests;

/// <summary>A CRM in a folder of its own, gone after the test, with short ways to enter facts.</summary>
internal sealed class TemporaryCrm : IAsyncDisposable
{
    private int _number;

    private TemporaryCrm(string folder, Crm crm)
    {
        Folder = folder;
        Crm = crm;
    }

    public string Folder { get; }

    public Crm Crm { get; }

    public static Task<TemporaryCrm> OpenAsync(params (string Prefix, Action<IPluginBuilder> Configure)[] own) =>
        OpenAsync(Directory.CreateTempSubdirectory("clientele-").FullName, own);

    /// <summary>Opens a new database whose care is planned as stated.</summary>
    public static Task<TemporaryCrm> OpenAsync(CareSettings care, params (string Prefix, Action<IPluginBuilder> Configure)[] own) =>
        OpenAsync(Directory.CreateTempSubdirectory("clientele-").FullName, own, care);

    /// <summary>Opens the same database with other registrations, beside this one; disposing either removes the folder.</summary>
    public Task<TemporaryCrm> ReopenAsync(params (string Prefix, Action<IPluginBuilder> Configure)[] own) => OpenAsync(Folder, own);

    /// <summary>Opens a CRM whose workspace has letter templates of the first registration's own.</summary>
    public static async Task<TemporaryCrm> OpenWithTemplatesAsync((string File, string Text)[] templates, params (string Prefix, Action<IPluginBuilder> Configure)[] own)
    {
        var folder = Directory.CreateTempSubdirectory("clientele-").FullName;
        var letters = Directory.CreateDirectory(Path.Combine(folder, "templates", own[0].Prefix, "letters")).FullName;
        foreach (var (file, text) in templates)
        {
            await File.WriteAllTextAsync(Path.Combine(letters, file), text);
        }

        return await OpenAsync(folder, own);
    }

    private static async Task<TemporaryCrm> OpenAsync(string folder, (string Prefix, Action<IPluginBuilder> Configure)[] own, CareSettings? care = null)
    {
        var options = new ClienteleOptions { Database = Path.Combine(folder, "clientele.db"), Durable = false, Care = care ?? new() };
        if (Path.Combine(folder, "templates") is var templates && Directory.Exists(templates))
        {
            options.TemplateOverrides = templates;
        }

        foreach (var (prefix, configure) in own)
        {
            options.Own.Add(prefix, new Registering(configure));
        }

        return new TemporaryCrm(folder, await Crm.OpenAsync(options, TimeProvider.System));
    }

    public async Task<Client> ClientAsync(string name, DateOnly? since = null)
    {
        var client = new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = since ?? new(2025, 1, 1) };
        await WriteAsync(batch => batch.PutAsync(client));
        return client;
    }

    public async Task<Touchpoint> TouchAsync(Client client, string kind, DateOnly on, decimal? amount = null, MatterId? matter = null)
    {
        var touchpoint = new Touchpoint { Id = TouchpointId.From("test", $"{++_number}"), Client = client.Id, Kind = kind, OccurredOn = on, Amount = amount is { } value ? new Money(value, "CNY") : null, Matter = matter };
        await WriteAsync(batch => batch.AppendAsync(touchpoint));
        return touchpoint;
    }

    public Task SetAsync(Client client, string attribute, string value, DateOnly from) =>
        WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, attribute, value, from)));

    /// <summary>Runs the segments of a day and plans it.</summary>
    public async Task<CarePlanResult> PlanAsync(DateOnly asOf, int ahead = 0)
    {
        await Crm.Segments.RunAsync(asOf);
        return await Crm.Planner.PlanAsync(asOf, ahead);
    }

    public async Task<IReadOnlyList<FollowUp>> DueAsync(DateOnly until, string? policy = null) =>
        await Crm.Care.DueAsync(until).Where(followUp => policy is null || followUp.Policy == policy).ToListAsync();

    public async Task<Contact> ContactAsync(Client client, string name, params (string Attribute, string Value)[] attributes)
    {
        var contact = new Contact { Id = ContactId.From("test", name), Client = client.Id, Name = name, Source = "test", ExternalId = name };
        await WriteAsync(batch => batch.PutAsync(contact));
        foreach (var (attribute, value) in attributes)
        {
            await SetAsync(contact, attribute, value, client.Since);
        }

        return contact;
    }

    public Task SetAsync(Contact contact, string attribute, string value, DateOnly from) =>
        WriteAsync(batch => batch.PutAsync(new ContactAttributeValue(contact.Id, attribute, value, from)));

    public async Task<string?> SegmentAsync(Client client, string scheme, DateOnly day) =>
        (await Crm.Store.Memberships.OfClientAsync(client.Id, day)).SingleOrDefault(membership => membership.Scheme == scheme)?.Segment;

    public async Task<Clientele.Segments.SegmentExplanation> ExplainAsync(Client client, string scheme, DateOnly day) =>
        (await Crm.Explanations.ExplainAsync(client.Id, day)).Single(explanation => explanation.Scheme.Name == scheme);

    public async Task<decimal?> MeasureAsync(Client client, string measure, DateOnly day) =>
        (await Crm.Measures.OfClientAsync(client.Id, day)).Single(value => value.Measure.Name == measure).Value;

    public async Task<decimal> ValueAsync(Client client, string measure, DateOnly day) => (await MeasureAsync(client, measure, day))!.Value;

    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        await using var batch = await Crm.BeginAsync();
        await write(batch);
        await batch.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Crm.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Registering(Action<IPluginBuilder> configure) : IPlugin
    {
        public void Configure(IPluginBuilder builder) => configure(builder);
    }
}
