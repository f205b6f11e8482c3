namespace Clientele.Samples.Tests;

public sealed class SampleImportTests
{
    private static readonly DateOnly Late = new(2199, 12, 31);

    [Theory]
    [InlineData("act-contracts-2025.csv", "act-suppliers", "AUD", 1296, 1296, 772, 0, 1296)]
    [InlineData("act-contracts-2025.csv", "act-construction", "AUD", 1296, 30, 10, 30, 30)]
    [InlineData("act-contracts-2025.csv", "act-design", "AUD", 1296, 36, 10, 36, 36)]
    [InlineData("nyc-dob-complaints.csv", "nyc-complaints", "USD", 100, 100, 83, 100, 212)]
    [InlineData("h-company-clients.csv", "h-company", "CNY", 7, 7, 7, 0, 7)]
    [InlineData("h-company-clients-gb18030.csv", "h-company", "CNY", 7, 7, 7, 0, 7)]
    public async Task A_sample_file_goes_in_whole_and_a_second_time_changes_nothing(string file, string mapping, string currency, int rows, int selected, int clients, int matters, int touchpoints)
    {
        await using var workspace = await SampleWorkspace.OpenAsync(currency);

        var first = await workspace.ImportAsync(file, $"mappings/{mapping}.yaml");
        var second = await workspace.ImportAsync(file, $"mappings/{mapping}.yaml");

        Assert.Empty(first.FirstRejected);
        Assert.Equal((rows, selected, clients, matters, touchpoints), (first.Rows, first.TakenIn, first.Clients.Added, first.Matters.Added, first.Touchpoints.Added));
        Assert.False(second.ChangedAnything);
        Assert.Empty(first.FirstNoticed);
    }

    [Fact]
    public async Task Four_fifths_of_the_registers_amount_lie_with_29_of_772_suppliers()
    {
        await using var workspace = await SampleWorkspace.OpenAsync("AUD");
        await workspace.ImportAsync("act-contracts-2025.csv", "mappings/act-suppliers.yaml");
        var sales = new List<decimal>();
        await foreach (var client in workspace.Store.Clients.AllAsync())
        {
            sales.Add((await workspace.Store.Touchpoints.TimelineAsync(client.Id, Late).ToListAsync()).Sum(touchpoint => touchpoint.Amount?.Amount ?? 0));
        }

        var total = sales.Sum();
        var running = 0m;

        Assert.Equal(772, sales.Count);
        Assert.Equal(29, sales.OrderDescending().TakeWhile(amount => { var before = running; running += amount; return before < total * 0.8m; }).Count());
    }

    [Fact]
    public async Task A_standing_panel_is_a_note_and_no_sale()
    {
        await using var workspace = await SampleWorkspace.OpenAsync("AUD");
        await workspace.ImportAsync("act-contracts-2025.csv", "mappings/act-suppliers.yaml");

        var months = await workspace.Store.Touchpoints.MonthsAsync(new(2025, 1, 1), Late).ToListAsync();

        Assert.Equal((133, 1163), (months.Where(month => month.Kind == "core.note").Sum(month => month.Count), months.Where(month => month.Kind == "core.sale").Sum(month => month.Count)));
        Assert.Equal(0, months.Where(month => month.Kind == "core.note").Sum(month => month.Amount));
    }
}
