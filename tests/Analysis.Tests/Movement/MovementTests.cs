using Clientele.Analysis.Movement;

namespace Clientele.Analysis.Tests.Movement;

public sealed class MovementTests
{
    private static readonly double[] Usual = [100, 104, 98, 102, 101, 99];

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_fall_to_60_is_flagged_and_one_to_97_is_not()
    {
        var fall = RobustScore.Of(Usual, 60).Value!;
        Assert.Equal((100.5, 1.5, -18.21, true), (fall.Median, fall.Deviation, Math.Round(fall.Z!.Value, 2), fall.Flagged));

        var dip = RobustScore.Of(Usual, 97).Value!;
        Assert.Equal((-1.57, false), (Math.Round(dip.Z!.Value, 2), dip.Flagged));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_history_of_mostly_the_same_value_is_measured_by_its_mean_deviation_and_a_constant_one_by_the_change()
    {
        Assert.Equal(ScoreBasis.MeanDeviation, RobustScore.Of([100, 100, 100, 100, 100, 106], 101).Value!.Basis);

        var constant = RobustScore.Of([100, 100, 100, 100, 100, 100], 60).Value!;
        Assert.Equal((ScoreBasis.ConstantHistory, null, true), (constant.Basis, constant.Z, constant.Flagged));
        Assert.False(RobustScore.Of([100, 100, 100, 100, 100, 100], 80).Value!.Flagged);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void When_a_whole_segment_falls_by_a_fifth_no_client_is_flagged_and_the_segment_is_noted()
    {
        var found = Movements.Of([.. Enumerable.Range(1, 5).Select(n => new MovementSeries($"c{n}", "key", [.. Usual.Append(80).Select(value => value * n)]))]);

        Assert.DoesNotContain(found.Clients, client => client.Flagged);
        var segment = Assert.Single(found.Segments);
        Assert.Equal(("key", -0.2, 5), (segment.Segment, Math.Round(segment.Change, 1), segment.Members));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_client_that_falls_while_its_segment_stands_still_is_flagged_and_comes_first()
    {
        var found = Movements.Of([.. Enumerable.Range(1, 5).Select(n => new MovementSeries($"c{n}", "key", [.. Usual, n == 3 ? 40 : 100]))]);

        Assert.Equal(["c3"], found.Clients.Where(client => client.Flagged).Select(client => client.Id));
        Assert.Equal("c3", found.Clients[0].Id);
        Assert.Empty(found.Segments);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_new_client_is_not_judged_and_says_so()
    {
        var found = Assert.Single(Movements.Of([new MovementSeries("new", "", [100, 5])]).Clients);

        Assert.False(found.Flagged);
        Assert.Equal("too_few", found.Score.Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_fall_that_comes_every_winter_is_no_movement()
    {
        double[] year = [100, 120, 140, 20];
        double[] history = [.. year, .. year.Select(value => value * 1.02), .. year.Select(value => value * 0.99), 101, 119, 142, 20.5];

        Assert.True(Assert.Single(Movements.Of([new MovementSeries("a", "", [100, 101, 99, 102, 100, 98, 20.5])]).Clients).Flagged);
        Assert.False(Assert.Single(Movements.Of([new MovementSeries("a", "", history)], season: 4).Clients).Flagged);
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void A_fall_of_28_is_20_of_volume_and_8_of_price()
    {
        var found = PriceVolume.Of([new("lens", 10, 10, 8, 9)]).Value!;

        Assert.Equal((-28m, -20m, -8m, 0m), (found.Change, found.Volume, found.Price, found.Mix));
    }

    [Fact]
    [Trait("Row", "S4-20")]
    public void Selling_more_of_the_cheap_product_is_mix_and_products_come_and_go()
    {
        var found = PriceVolume.Of([new("dear", 10, 20, 5, 20), new("cheap", 10, 10, 15, 10), new("gone", 2, 5, 0, 5), new("new", 0, 0, 3, 7)]).Value!;

        Assert.Equal((0m, -50m, 0m, 21m, -10m, -39m), (found.Volume, found.Mix, found.Price, found.Gained, found.Lost, found.Change));
    }

    [Fact]
    public void Whatever_the_history_a_score_is_a_number_or_says_why_not() => Fuzz.Numbers((values, seed) =>
    {
        var score = RobustScore.Of(values, seed);
        Fuzz.Explained(score);
        if (score.IsKnown)
        {
            Fuzz.Finite(score.Value.Median, score.Value.Deviation, score.Value.Z ?? 0);
        }

        var all = Movements.Of([.. values.Chunk(9).Select((chunk, index) => new MovementSeries($"{index}", "s", chunk))], season: 3);
        Assert.All(all.Clients, client => Fuzz.Explained(client.Score));
        Fuzz.Finite(all.Segments.Select(segment => segment.Change));
    });

    [Fact]
    public void However_sales_change_the_parts_add_up_to_the_change() => Fuzz.Money((values, _) =>
    {
        var products = values.Select(value => Math.Abs(value) % 1000).Chunk(4).Where(chunk => chunk.Length == 4).Select((chunk, index) => new ProductChange($"{index}", chunk[0], chunk[1], chunk[2], chunk[3])).ToList();
        var found = PriceVolume.Of(products);
        Fuzz.Explained(found);
        if (found.IsKnown)
        {
            Assert.Equal(products.Sum(product => (product.Quantity * product.Price) - (product.QuantityBefore * product.PriceBefore)), found.Value.Change);
            Assert.Equal(found.Value.Change, found.Value.Volume + found.Value.Mix + found.Value.Price + found.Value.Gained + found.Value.Lost);
        }
    });
}
