using Clientele.Analysis.Cohorts;

namespace Clientele.Analysis.Tests.Cohorts;

public sealed class CohortTests
{
    [Fact]
    public void A_cohort_is_whoever_bought_first_in_the_same_period_and_shrinks_or_comes_back()
    {
        var found = RetentionTriangle.Of([new("a", [2023, 2024, 2025]), new("b", [2023, 2025]), new("c", [2024]), new("d", [2030])], 2025).Value!;

        Assert.Equal([2023, 2024], found.Select(cohort => cohort.First));
        Assert.Equal([1.0, 0.5, 1.0], Enumerable.Range(0, 3).Select(later => found[0].Retention(later)!.Value));
        Assert.Equal([1.0, 0.0, null], Enumerable.Range(0, 3).Select(later => found[1].Retention(later)));
        Assert.Equal(["a"], found[0].Active[1]);
        Assert.Equal("too_few", RetentionTriangle.Of([], 2025).Refusal!.Code);
    }

    [Fact]
    public void Scores_come_from_the_place_among_all_and_equal_clients_score_the_same()
    {
        var found = RfmGrid.Score([.. Enumerable.Range(1, 10).Select(n => new RfmClient($"{n}", 100 - n, n, n <= 5 ? 7 : 9))]).Value!;

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], found.Select(score => score.R));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], found.Select(score => score.F));
        Assert.Equal([2, 2, 2, 2, 2, 4, 4, 4, 4, 4], found.Select(score => score.M));
        Assert.All(RfmGrid.Score([.. Enumerable.Range(1, 7).Select(n => new RfmClient($"{n}", 5, 1, 1))]).Value!, score => Assert.Equal((3, 3, 3), (score.R, score.F, score.M)));
        Assert.Equal((5, 5, 18m), (RfmGrid.Cells(found)[0].R, RfmGrid.Cells(found)[0].F, RfmGrid.Cells(found)[0].Monetary));
        Assert.Equal("too_few", RfmGrid.Score([new("a", 1, 1, 1)]).Refusal!.Code);
    }

    [Fact]
    public void However_clients_buy_every_buyer_is_in_one_cohort_and_one_cell() => Fuzz.Money((values, seed) =>
    {
        var buyers = values.Select((value, index) => new CohortClient($"{index}", [(int)(value % 12), (int)(value / 7 % 12)])).ToList();
        var cohorts = RetentionTriangle.Of(buyers, seed % 12);
        Fuzz.Explained(cohorts);
        if (cohorts.IsKnown)
        {
            Assert.Equal(buyers.Where(buyer => buyer.Periods.Min() <= seed % 12).Select(buyer => buyer.Id).Order(StringComparer.Ordinal), cohorts.Value.SelectMany(cohort => cohort.Clients).Order(StringComparer.Ordinal));
            Assert.All(cohorts.Value, cohort => Assert.Equal(1.0, cohort.Retention(0)));
        }

        var scores = RfmGrid.Score([.. values.Select((value, index) => new RfmClient($"{index}", (int)(Math.Abs(value) % 1000), 1, value))], 2 + (Math.Abs(seed) % 5));
        Fuzz.Explained(scores);
        if (scores.IsKnown)
        {
            Assert.Equal(values.Sum(), RfmGrid.Cells(scores.Value).Sum(cell => cell.Monetary));
            Assert.All(scores.Value, score => Assert.InRange(score.M, 1, 2 + (Math.Abs(seed) % 5)));
        }
    });
}
