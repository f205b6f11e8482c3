using Clientele.Analysis.Choice;
using Clientele.Analysis.People;

namespace Clientele.Analysis.Tests;

public sealed class ChoiceTests
{
    [Fact]
    [Trait("Row", "S0-12")]
    public void Support_is_the_attitude_by_weight_in_parts_of_the_greatest()
    {
        Assert.Equal(8m / 18m, DecisionSupport.Of([new(5, 2), new(3, -1), new(1, 1)]).Value);
        Assert.Equal(14m / 18m, DecisionSupport.Of([new(5, 2), new(3, 1), new(1, 1)]).Value);
        Assert.Equal("too_few", DecisionSupport.Of([]).Refusal!.Code);
        Assert.Equal("out_of_range", DecisionSupport.Of([new(0, 1)]).Refusal!.Code);
        Assert.Equal("out_of_range", DecisionSupport.Of([new(5, -3)]).Refusal!.Code);
    }

    [Theory]
    [Trait("Row", "S1-21")]
    [InlineData("hospital", "Zhejiang", 50_000, 0.925)]
    [InlineData("hospital", "Jiangsu", 20_000, 0.50)]
    [InlineData("school", "Zhejiang", 60_000, 0.50)]
    [InlineData("school", "Jiangsu", 160_000, 0)]
    public void Gower_s_similarity_to_a_hospital_of_60_000_in_Zhejiang(string kind, string region, int area, double expected) => Assert.Equal((decimal)expected, Gower.Of(
        [Comparison.OfCategories(.5m, "hospital", kind), Comparison.OfCategories(.2m, "Zhejiang", region), Comparison.OfNumbers(.3m, 60_000, area, 40_000)]).Value);

    [Fact]
    [Trait("Row", "S1-21")]
    public void What_is_not_known_of_both_does_not_count()
    {
        Assert.Equal(1m, Gower.Of([Comparison.OfCategories(.5m, "hospital", "Hospital "), Comparison.OfCategories(.5m, "", "Zhejiang")]).Value);
        Assert.Equal("too_few", Gower.Of([Comparison.OfNumbers(1, null, 5, 10)]).Refusal!.Code);
        Assert.Equal("weights_sum", Gower.Of([Comparison.OfNumbers(.9m, 5, 5, 10)]).Refusal!.Code);
    }

    [Theory]
    [Trait("Row", "S0-16")]
    [InlineData(10, true)]
    [InlineData(10.5, false)]
    [InlineData(-1, false)]
    public void A_score_lies_between_0_and_10(double score, bool allowed) => Assert.Equal(
        allowed, WeightedScoring.Rank([new("a", 1)], [new("A", new Dictionary<string, decimal> { ["a"] = (decimal)score })]).IsKnown);
}
