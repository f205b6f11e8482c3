using Clientele.Import;

namespace Clientele.Samples.Tests;

public sealed class InventedSupplementTests
{
    private static readonly DateOnly Late = new(2199, 12, 31);

    [Theory]
    [InlineData("h-company", "CNY", "h-company-clients.csv", "h-company", "contacts owners visits")]
    [InlineData("h-company", "CNY", "h-company-clients.csv", "h-company", "years terms costs dialogue assessments")]
    [InlineData("act-suppliers", "AUD", "act-contracts-2025.csv", "act-suppliers", "contacts owners visits")]
    [InlineData("contractor", "AUD", "act-contracts-2025.csv", "act-construction", "contacts owners projects payments visits")]
    [InlineData("design-institute", "AUD", "act-contracts-2025.csv", "act-design", "contacts owners projects visits")]
    [InlineData("real-estate", "USD", "nyc-dob-complaints.csv", "nyc-complaints", "contacts owners cases visits")]
    public async Task The_invented_supplement_goes_in_whole_after_the_real_file_and_a_second_time_changes_nothing(string workspaceName, string currency, string file, string mapping, string supplements)
    {
        await using var workspace = await SampleWorkspace.OpenAsync(currency);
        await workspace.ImportAsync(file, $"mappings/{mapping}.yaml");

        foreach (var name in supplements.Split(' ').Select(part => $"invented/{workspaceName}-{part}"))
        {
            var first = await workspace.ImportAsync($"{name}.csv", $"{name}.yaml");
            Assert.Empty(first.FirstRejected);
            Assert.Equal(first.Rows, first.TakenIn);
        }

        foreach (var name in supplements.Split(' ').Select(part => $"invented/{workspaceName}-{part}"))
        {
            Assert.False((await workspace.ImportAsync($"{name}.csv", $"{name}.yaml")).ChangedAnything);
        }

        Assert.Equal(0, await FactsBeforeTheClientWasKnown(workspace));
    }

    [Fact]
    public void Every_row_of_the_supplement_says_that_it_is_invented_and_its_facts_have_that_source()
    {
        foreach (var file in Directory.EnumerateFiles(SampleData.File("invented"), "*.csv"))
        {
            Assert.All(File.ReadLines(file).Skip(1), line => Assert.StartsWith("invented,", line));
            Assert.Empty(ImportMapping.TryParse(File.ReadAllText(Path.ChangeExtension(file, ".yaml")), out var mapping));
            Assert.Equal("invented", mapping!.Source);
        }
    }

    private static async Task<int> FactsBeforeTheClientWasKnown(SampleWorkspace workspace)
    {
        var early = 0;
        await foreach (var client in workspace.Store.Clients.AllAsync())
        {
            early += (await workspace.Store.Touchpoints.TimelineAsync(client.Id, Late).ToListAsync()).Count(touchpoint => touchpoint.OccurredOn < client.Since);
        }

        return early;
    }
}
