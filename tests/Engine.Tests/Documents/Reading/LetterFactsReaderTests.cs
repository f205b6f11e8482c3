using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class LetterFactsReaderTests
{
    [Fact]
    public async Task A_letter_reads_what_the_store_knows_of_the_client_that_day()
    {
        await using var firm = await SmallFirm.OpenAsync();

        var facts = await ReadAsync(firm, "site.letter", client: 1);

        Assert.Equal("陈静", facts.Contact!.Name);
        Assert.Same(DocumentLanguage.Chinese, facts.Language);
        Assert.Equal([("site.class", "public"), ("site.floors", "12")], facts.Attributes.Select(attribute => (attribute.Definition.Name, attribute.Value)));
        Assert.Equal("service", Assert.Single(facts.Consents).Purpose);
        Assert.Equal("大客户", Assert.Single(facts.Segments).Title.Zh);
        Assert.Equal(new TouchFact(new("Visit", "拜访"), new(2026, 2, 3), "周伟", "visit"), facts.LastTouch);
        Assert.Equal("周伟", facts.Owner);
        Assert.Null(facts.Matter);
        Assert.False(facts.Invented);
    }

    [Fact]
    public async Task A_letter_about_a_matter_takes_one_in_a_stage_of_the_letter_with_its_latest_details_and_its_sales()
    {
        await using var firm = await SmallFirm.OpenAsync();

        var matter = (await ReadAsync(firm, "site.project_letter", client: 1)).Matter!;

        Assert.Equal("Quay 1", matter.Matter.Title);
        Assert.Equal("进行中", matter.StageTitle.Zh);
        Assert.Equal(1500m, matter.Amount);
        Assert.Equal([new DetailFact("due_on", ValueKind.Date, "2026-09-30"), new DetailFact("lots", ValueKind.Number, "2")], matter.Details);
    }

    [Theory]
    [InlineData(2, "The letter site.project_letter is about a matter of the type site.project in the stage open; Client 2 has none.")]
    [InlineData(3, "The letter site.project_letter is about a matter of the type site.project in the stage open; Client 3 has none.")]
    public async Task A_client_without_such_a_matter_gets_a_reason_and_no_letter(int client, string message)
    {
        await using var firm = await SmallFirm.OpenAsync();

        var error = await Assert.ThrowsAsync<ClienteleException>(() => ReadAsync(firm, "site.project_letter", client));

        Assert.Equal(ErrorCodes.LetterUnsuitable, error.Code);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task A_client_without_contacts_is_written_to_as_a_whole_in_the_default_language()
    {
        await using var firm = await SmallFirm.OpenAsync();

        var facts = await ReadAsync(firm, "site.letter", client: 3);

        Assert.Null(facts.Contact);
        Assert.Null(facts.LastTouch);
        Assert.Equal("", facts.Owner);
        Assert.Same(DocumentLanguage.Chinese, facts.Language);
    }

    [Fact]
    public async Task An_invented_fact_marks_the_letter_of_its_client_and_no_other()
    {
        await using var firm = await SmallFirm.OpenAsync(invented: true);

        Assert.True((await ReadAsync(firm, "site.letter", client: 1)).Invented);
        Assert.False((await ReadAsync(firm, "site.letter", client: 2)).Invented);
    }

    [Fact]
    public async Task An_invented_owner_marks_the_letter_that_names_him()
    {
        await using var firm = await SmallFirm.OpenAsync();

        Assert.True((await ReadAsync(firm, "site.letter", client: 4)).Invented);
        Assert.False((await ReadAsync(firm, "site.letter", client: 3)).Invented);
    }

    private static Task<LetterFacts> ReadAsync(SmallFirm firm, string letter, int client) =>
        new LetterFactsReader(firm.Store, firm.Catalogue).ReadAsync(
            new LetterRequest { Letter = firm.Catalogue.Letters[letter], Client = SmallFirm.Id(client), AsOf = SmallFirm.AsOf, Firm = SmallFirm.Firm },
            new Dictionary<string, decimal?>());
}
