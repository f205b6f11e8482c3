using Clientele.Documents;

namespace Clientele.Engine.Tests.Guards;

/// <summary>A firm with one letter, whose template is the test's own.</summary>
internal sealed class LetterFirm(TemporaryCrm crm, string purpose) : IAsyncDisposable
{
    public TemporaryCrm Crm => crm;

    public static Task<LetterFirm> OpenAsync(params (string File, string Text)[] templates) => OpenAsync("", templates);

    public static async Task<LetterFirm> OpenAsync(string purpose, params (string File, string Text)[] templates)
    {
        var crm = await TemporaryCrm.OpenWithTemplatesAsync(
            templates,
            ("firm", builder => builder
                .Attributes(new AttributeDefinition { Name = "firm.note", Title = new("Note", "备注") })
                .Letters(new LetterDefinition { Name = "firm.letter", Title = new("Letter", "函件"), Template = "letter", Purpose = purpose })));
        return new LetterFirm(crm, purpose);
    }

    public async Task<ClientId> ClientAsync(string name, string person, string culture = "zh-CN")
    {
        var client = new Client { Id = ClientId.From("test", name), Name = name, Source = "test", ExternalId = name, Since = new(2025, 1, 1), Culture = culture };
        var contact = new Contact { Id = ContactId.From("test", person), Client = client.Id, Name = person, Primary = true, Source = "test", ExternalId = person };
        await crm.WriteAsync(async batch =>
        {
            await batch.PutAsync(client);
            await batch.PutAsync(contact);
            await batch.PutAsync(new Ownership(client.Id, "service", "王芳", new(2025, 1, 1)));
        });
        if (purpose.Length > 0)
        {
            await ConsentAsync(client.Id, purpose);
        }

        return client.Id;
    }

    public async Task ConsentAsync(ClientId client, string to)
    {
        var contact = (await crm.Crm.Store.Clients.ContactsAsync(client))[0];
        await crm.WriteAsync(batch => batch.PutAsync(new Consent(contact.Id, to, true, new(2025, 1, 1))));
    }

    public Task NoteAsync(ClientId client, string note) => crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client, "firm.note", note, new(2025, 1, 1))));

    public Task<WrittenLetter> WriteAsync(ClientId client, DateOnly day, params GuardOverride[] overrides) => crm.Crm.Letters.WriteAsync(crm.Crm.Letters.Request("firm.letter", client, day), overrides);

    public async Task<IReadOnlyList<WrittenLetter>> WriteAllAsync(DateOnly day, params (string Name, string Person)[] clients)
    {
        var letters = new List<WrittenLetter>();
        foreach (var (name, person) in clients)
        {
            var written = await WriteAsync(await ClientAsync(name, person), day);
            Assert.True(written.Letter is not null, string.Join(' ', written.Gate.Refusals.Select(refusal => refusal.Guard.Name)));
            letters.Add(written);
        }

        return letters;
    }

    public ValueTask DisposeAsync() => crm.DisposeAsync();
}
