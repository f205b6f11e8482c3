using System.Reflection;
using Clientele.Documents;
using Clientele.Mailings;
using Clientele.Storage.Archive;
using Clientele.Tests.Documents;

namespace Clientele.Tests.Mailings;

/// <summary>An archived letter renders again byte for byte from its snapshot, whatever became of data and templates since; an erased person is named no more.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public async Task A_letter_renders_again_byte_for_byte_after_data_and_templates_changed()
    {
        await using var crm = await MailingCrm.OpenAsync("# A greeting\n\n{{ salutation }} {{ contact.name }} {{ include 'parts/thanks.md' }}");
        crm.Template("parts/thanks.md", "Many thanks.");
        var sent = await SentAsync(crm);

        crm.Template("parts/thanks.md", "No thanks.");
        crm.Template("letters/greeting.en.md", "# Changed");
        await crm.ClientAsync("Ready", email: "other@example.com", contactName: "Bo Lee");
        await using var later = await crm.OpenAgainAsync();

        var again = await later.Archive.RenderAsync(sent.Document);
        Assert.Equal(sent.Letter.Html, again.Html);
        Assert.Equal(sent.Letter.Text, again.Text);
        Assert.Contains("Ann Lee Many thanks.", again.Text, StringComparison.Ordinal);
        Assert.Equal(ArchiveState.Same, (await later.Archive.VerifyAsync().SingleAsync()).State);
    }

    [Fact]
    public async Task Every_form_comes_out_again_byte_for_byte_and_the_mail_in_a_folder_is_the_archived_one()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();
        var folder = Path.Combine(crm.Folder, "mail");
        using var transport = new FolderTransport(folder);
        await crm.SendAsync(mailing, transport);
        await using var later = await crm.OpenAgainAsync();

        var entry = (await crm.EntriesAsync(mailing))["Ready"];
        var forms = await crm.Store.Documents.FormsAsync(entry.Document!.Value);
        Assert.Equal(["docx", "eml", "html", "markdown", "text"], forms.Select(form => form.Form));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, $"{entry.Id:N}.eml")), (await later.Archive.RenderAsync(entry.Document.Value, LetterFormat.Eml)).Content.ToArray());
        foreach (var form in forms)
        {
            var again = await later.Archive.RenderAsync(entry.Document.Value, LetterFormat.Named(form.Form));
            Assert.Equal(form.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(again.Content.Span)));
        }
    }

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task A_pdf_is_kept_as_it_was_produced_until_the_person_in_it_is_erased()
    {
        await using var crm = await MailingCrm.OpenAsync();
        var client = await crm.ClientAsync("Ready");
        var written = await crm.Crm.Letters.WriteAsync(crm.Crm.Letters.Request(MailingCrm.Greeting, client.Id, MailingCrm.Day));
        byte[] pdf = [37, 80, 68, 70];
        await crm.Crm.Letters.ArchiveAsync(written, produced: [new LetterDocument("letter.pdf", "application/pdf", pdf)]);
        var id = DocumentArchive.IdOf(written.Facts);

        Assert.Equal(pdf, (await crm.Crm.Archive.RenderAsync(id, LetterFormat.Pdf)).Content.ToArray());

        await crm.Crm.Privacy.EraseAsync(ContactId.From("test", "Ready"), client.Id, new Clientele.Privacy.DataReader("Wang Min", "privacy_officer", "asked by the person"), MailingCrm.Day);

        Assert.Equal(ErrorCodes.NotFound, (await Assert.ThrowsAsync<ClienteleException>(() => crm.Crm.Archive.RenderAsync(id, LetterFormat.Pdf))).Code);
        Assert.Contains("[name erased]", (await crm.Crm.Archive.RenderAsync(id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_texts_of_templates_are_kept_once()
    {
        await using var crm = await MailingCrm.OpenAsync();
        await crm.ClientAsync("One");
        await crm.ClientAsync("Two");
        using var transport = new NotedTransport();
        await crm.SendAsync(await crm.PlanAsync(), transport);

        var rows = await crm.Store.Documents.AllAsync().ToListAsync();

        Assert.Single(rows.Select(row => row.TemplateHash).Distinct());
        Assert.Equal(["layouts/letter.html", "layouts/letter.txt", "letters/greeting.en.md"], (await crm.Store.Documents.TemplatesAsync(rows[0].TemplateHash)).Keys.Where(path => path.StartsWith('l')));
    }

    [Fact]
    [Trait("Row", "S0-08")]
    public async Task An_erased_person_is_named_no_more_and_the_snapshot_names_the_erased_fields()
    {
        await using var crm = await MailingCrm.OpenAsync();
        var sent = await SentAsync(crm);
        Assert.DoesNotContain("Ann", (await crm.Store.Documents.SnapshotAsync(sent.Document))!.Facts, StringComparison.Ordinal);

        await crm.WriteAsync(async batch => Assert.Equal(1, await batch.EraseFromArchiveAsync(ContactId.From("test", "Ready"))));

        var shown = await crm.Crm.Archive.ShowAsync(sent.Document);
        var again = await crm.Crm.Archive.RenderAsync(sent.Document);
        Assert.Equal(["contact.Email", "contact.Name", "contact.Salutation"], shown.Erased);
        Assert.DoesNotContain("Ann", again.Html, StringComparison.Ordinal);
        Assert.Contains("We thank you, [name erased]", again.Text, StringComparison.Ordinal);
        Assert.Equal(ArchiveState.Erased, (await crm.Crm.Archive.VerifyAsync().SingleAsync()).State);
        Assert.DoesNotContain("somebody@example.com", await DumpAsync(crm), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_in_the_archive_is_found_out()
    {
        await using var crm = await MailingCrm.OpenAsync();
        var sent = await SentAsync(crm);
        var snapshot = (await crm.Store.Documents.SnapshotAsync(sent.Document))!;

        await crm.WriteAsync(async batch => await batch.KeepAsync(snapshot with { Personal = new Dictionary<string, string?>(snapshot.Personal) { ["contact.Name"] = "\"Somebody Else\"" } }, await crm.Store.Documents.FormsAsync(sent.Document)));

        Assert.Equal(ArchiveState.Different, (await crm.Crm.Archive.VerifyAsync().SingleAsync()).State);
    }

    [Fact]
    public async Task Who_overrode_a_guard_and_why_is_archived_with_the_letter()
    {
        var facts = SomeLetter.Facts();
        var decision = new GuardOverride("site.calm", "Zhou Wei", "manager", "The client asked for it.");

        var snapshot = LetterSnapshot.Of(MatterId.From("test", "snapshot").Value, new PassedLetter(facts, [decision]));

        Assert.Equal([decision], LetterSnapshot.Read(snapshot).Overridden);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_fact_of_a_letter_is_in_its_snapshot(bool chinese)
    {
        var facts = SomeLetter.Facts(chinese ? DocumentLanguage.Chinese : DocumentLanguage.English) with
        {
            BouncedOn = new(2026, 1, 1),
            Invented = true,
            Enclosures = ["The plan"],
            ContactAttributes = [new AttributeFact(new AttributeDefinition { Name = "core.birthday", Title = new("Birthday", "生日"), Kind = ValueKind.Date }, "1980-02-03")],
        };
        facts = facts with { Client = facts.Client with { Kind = ClientKind.Person } };

        var read = LetterSnapshot.Read(LetterSnapshot.Of(MatterId.From("test", "snapshot").Value, new PassedLetter(facts, []))).Facts;

        foreach (var property in typeof(LetterFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != nameof(LetterFacts.Timing)))
        {
            Assert.Equivalent(property.GetValue(facts), property.GetValue(read), strict: true);
        }

        var templates = new LetterRenderer(SomeLetter.Templates());
        Assert.Equal(templates.Render(SomeLetter.Passed(facts)).Html, templates.Render(SomeLetter.Passed(read)).Html);
    }

    private static async Task<(Guid Document, OutgoingLetter Letter)> SentAsync(MailingCrm crm)
    {
        await crm.ClientAsync("Ready");
        var mailing = await crm.PlanAsync();
        using var transport = new NotedTransport();
        await crm.SendAsync(mailing, transport);
        return ((await crm.EntriesAsync(mailing))["Ready"].Document!.Value, transport.Sent[0]);
    }

    // Everything that the outbox and the archive keep, the contact itself apart.
    private static async Task<string> DumpAsync(MailingCrm crm)
    {
        var texts = new List<string>();
        await foreach (var row in crm.Store.Documents.AllAsync())
        {
            var snapshot = (await crm.Store.Documents.SnapshotAsync(row.Id))!;
            texts.AddRange([row.ToString(), snapshot.Facts, string.Join(' ', snapshot.Personal)]);
        }

        await foreach (var mailing in crm.Store.Mailings.AllAsync())
        {
            await foreach (var entry in crm.Store.Mailings.EntriesAsync(mailing.Id))
            {
                texts.AddRange([.. entry.Reasons.Concat(entry.Notes).Select(reason => reason.ToString()), .. (await crm.Store.Mailings.EventsAsync(entry.Id)).Select(step => step.Note)]);
            }
        }

        return string.Join('\n', texts);
    }
}
