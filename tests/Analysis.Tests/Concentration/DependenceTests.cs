using Clientele.Analysis.Concentration;

namespace Clientele.Analysis.Tests.Concentration;

public sealed class DependenceTests
{
    private static readonly DependencePart[] Parts =
    [
        new("宝岛", 800, 160, "large"), new("杨氏", 600, 90, "large"), new("宝丽", 450, 60, "large"), new("重明", 300, 40, "medium"),
        new("天明", 150, 20, "medium"), new("明而达", 100, 10, "medium"), new("毛源昌", 80, 8, "small"),
    ];

    [Fact]
    [Trait("Row", "S4-04")]
    public void The_largest_client_brings_more_than_a_quarter_and_its_loss_leaves_2200()
    {
        var found = Dependence.Of(Parts, whole: 3000).Value!;

        Assert.Equal("宝岛", found.Largest.Id);
        Assert.Equal(0.267, found.LargestShare, 3);
        Assert.Equal(0.2165, found.Hhi, 4);
        Assert.Equal(["largest_share", "hhi"], found.Alerts.Select(alert => alert.Code));

        var loss = Dependence.Without(Parts, "宝岛", whole: 3000).Value!;
        Assert.Equal(2200, loss.Sales);
        Assert.Equal(228, loss.Profit);
        Assert.Equal(1050.0 / 2200, loss.Classes["large"], 9);
    }

    [Fact]
    public void The_profit_that_is_left_is_unknown_when_that_of_one_client_is() =>
        Assert.Null(Dependence.Without([.. Parts, new("未知", 10)], "宝岛").Value!.Profit);

    [Fact]
    public void Losing_the_only_client_leaves_nothing_and_no_shares()
    {
        var loss = Dependence.Without([new("a", 5, 1, "large")], "a").Value!;

        Assert.Equal((0m, 0m, 1.0), (loss.Sales, loss.Profit, loss.LostShare));
        Assert.Empty(loss.Classes);
    }

    [Fact]
    public void An_unknown_client_a_negative_amount_and_a_whole_below_its_parts_are_refused()
    {
        Assert.Equal("unknown_client", Dependence.Without(Parts, "nobody").Refusal!.Code);
        Assert.Equal("negative", Dependence.Of([new("a", -1)]).Refusal!.Code);
        Assert.Equal("whole_too_small", Dependence.Of(Parts, whole: 100).Refusal!.Code);
        Assert.Equal("nothing_to_share", Dependence.Of([]).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public void The_classes_of_the_text_have_their_shares_and_drift_from_their_targets()
    {
        var clients = Enumerable.Repeat(("large", 225m), 8).Concat(Enumerable.Repeat(("medium", 57.69m), 13)).Concat(Enumerable.Repeat(("small", 5.696m), 79)).ToList();

        var found = ClassFigures.Of(clients, ["large", "medium", "small", "none"], [new("large", 0.10, 0.60)]).Value!;

        Assert.Equal([8, 13, 79, 0], found.Select(figure => figure.Count));
        Assert.Equal([0.60, 0.25, 0.15, 0], found.Select(figure => Math.Round(figure.ValueShare, 3)));
        Assert.Equal((-0.02, 0.0), (Math.Round(found[0].ClientDrift!.Value, 6), Math.Round(found[0].ValueDrift!.Value, 3)));
        Assert.Null(found[1].ClientDrift);
        Assert.Null(found[3].Average);
    }

    [Fact]
    [Trait("Row", "S4-01")]
    public void The_large_clients_of_the_table_bring_more_than_sixty_percent_of_3000_and_all_seven_82_7()
    {
        var found = ClassFigures.Of([("large", 800), ("large", 600), ("large", 450), ("medium", 300), ("medium", 150), ("medium", 100), ("small", 80), ("unlisted", 520)], []).Value!;

        Assert.Equal(0.617, found[0].ValueShare, 3);
        Assert.Equal(0.827, found.Take(3).Sum(figure => figure.ValueShare), 3);
    }
}
