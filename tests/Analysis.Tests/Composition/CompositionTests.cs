using Clientele.Analysis.Composition;

namespace Clientele.Analysis.Tests.Composition;

public sealed class CompositionTests
{
    [Fact]
    [Trait("Row", "S4-18")]
    public void Twenty_one_key_clients_lie_in_three_provinces_and_are_three_more_than_last_year()
    {
        var found = CompositionTable.Of(Parts(("浙江", 12), ("江苏", 6), ("上海", 3)), Parts(("浙江", 10), ("江苏", 6), ("上海", 2))).Value!;

        Assert.Equal([57.1, 28.6, 14.3], found.Parts.Select(part => Math.Round(part.Share * 100, 1)));
        Assert.Equal((21m, 3m, 16.7), (found.Total, found.Total - found.Before, Math.Round(found.Growth!.Value * 100, 1)));
    }

    [Fact]
    [Trait("Row", "S4-22")]
    public void Five_deals_of_twenty_leads_and_500_of_2000_are_a_quarter_each()
    {
        var cube = new Cube([Row("a", "key", ("deals", 5), ("leads", 20), ("sales", 500)), Row("b", "other", ("sales", 1500))]);

        Assert.Equal(0.25, cube.By("group")[0].Ratio("deals", "leads").Value);
        Assert.Equal(0.25, CompositionTable.Of(cube.By("group").ToDictionary(cell => cell.At[0], cell => cell.Sums["sales"])).Value!.Parts.Single(part => part.Name == "key").Share);
    }

    [Fact]
    [Trait("Row", "S4-39")]
    public void A_ratio_of_a_whole_is_computed_anew_and_not_the_mean_of_the_ratios_of_its_parts()
    {
        var cube = new Cube([Row("a", "x", ("won", 10), ("bids", 20)), Row("b", "y", ("won", 90), ("bids", 100))]);

        Assert.Equal(0.833, cube.Total.Ratio("won", "bids").Value, 3);
        Assert.Equal("no_base", cube.Total.Ratio("won", "nothing").Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-39")]
    public void Drilling_from_year_to_quarter_to_month_reconciles_at_every_step_and_names_the_clients()
    {
        var cube = new Cube([.. Enumerable.Range(1, 24).Select(n => new CubeRow($"c{n % 5}", new Dictionary<string, string> { ["year"] = $"{2024 + ((n - 1) / 12)}", ["quarter"] = $"Q{((n - 1) % 12 / 3) + 1}", ["month"] = $"{((n - 1) % 12) + 1:00}" }, new Dictionary<string, decimal> { ["sales"] = n * 1.01m }))]);

        var year = cube.Where("year", "2025");
        var quarter = year.Where("quarter", "Q2");

        Assert.Equal(cube.Total.Sums["sales"], cube.By("year").Sum(cell => cell.Sums["sales"]));
        Assert.Equal(year.Total.Sums["sales"], year.By("quarter").Sum(cell => cell.Sums["sales"]));
        Assert.Equal(quarter.Total.Sums["sales"], quarter.By("month").Sum(cell => cell.Sums["sales"]));
        Assert.Equal(["04", "05", "06"], quarter.By("month").Select(cell => cell.At[0]));
        Assert.Equal(["c1", "c2", "c3"], quarter.Total.Clients);
    }

    [Fact]
    public void Nothing_and_negative_parts_have_no_composition()
    {
        Assert.Equal("nothing_to_share", CompositionTable.Of(Parts()).Refusal!.Code);
        Assert.Equal("negative", CompositionTable.Of(Parts(("a", -1), ("b", 5))).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-39")]
    public void However_facts_are_grouped_the_sums_add_up_to_the_whole() => Fuzz.Money((values, seed) =>
    {
        var cube = new Cube([.. values.Select((value, index) => new CubeRow($"c{index % 7}", new Dictionary<string, string> { ["a"] = $"{(index + seed) % 3}", ["b"] = $"{index % 4}" }, new Dictionary<string, decimal> { ["v"] = value }))]);

        foreach (var cells in new[] { cube.By("a"), cube.By("b"), cube.By("a", "b"), cube.By("b", "a"), cube.By("unknown"), cube.By() })
        {
            Assert.Equal(values.Sum(), cells.Sum(cell => cell.Sums["v"]));
            Assert.All(cells, cell => Assert.NotEmpty(cell.Clients));
        }
    });

    private static Dictionary<string, decimal> Parts(params (string Name, decimal Value)[] parts) => parts.ToDictionary(part => part.Name, part => part.Value);

    private static CubeRow Row(string client, string group, params (string Name, decimal Value)[] sums) => new(client, new Dictionary<string, string> { ["group"] = group }, Parts(sums));
}
