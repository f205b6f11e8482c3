using Clientele.Analysis.CostLedger;
using Clientele.Analysis.Lifetime;
using Clientele.Analysis.Loyalty;
using Clientele.Analysis.PerceivedValue;
using Clientele.Analysis.RelationshipValue;
using Clientele.Analysis.Tests.Lifetime;

namespace Clientele.Analysis.Tests;

/// <summary>Bad input by name: each gives a defined result or a refusal with its reason.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void An_empty_population_is_refused_as_too_few()
    {
        Refused("too_few", BgNbd.Fit([]));
        Refused("too_few", ParetoNbd.Fit([]));
        Refused("too_few", BgBb.Fit([]));
        Refused("too_few", GammaGamma.Fit([]));
        Refused("too_few", LifetimeModelChoice.ByLikelihood([]));
        Refused("too_few", WalletPortfolio.Of([]));
        Refused("too_few", TenureCohort.Of([]));
        Refused("too_few", MigrationModel.Value([], 1, 0, 0.1m, 3));
        Refused("too_few", Satisfaction.NetPromoterScore([]));
        Refused("too_few", Satisfaction.RepurchaseRate([], new(2026, 1, 1)));
    }

    [Fact]
    public void One_client_is_no_population() => Refused("too_few", BgNbd.Fit([new(2, 10, 20)]));

    [Fact]
    public void Clients_who_all_bought_once_tell_nothing_about_leaving() => Refused("too_few", ParetoNbd.Fit([new(0, 0, 30, 5000)]));

    [Theory]
    [InlineData(5, 10, 20)]
    [InlineData(1, 20, 20)]
    [InlineData(300, 299, 300)]
    public void Clients_who_are_all_alike_do_not_settle_a_distribution(int repeats, double last, double observed)
    {
        BuyingPattern[] same = [new(repeats, last, observed, 1000)];
        Refused("not_converged", BgNbd.Fit(same));
        Refused("not_converged", ParetoNbd.Fit(same));
        Refused("not_converged", LifetimeModelChoice.ByLikelihood(same));
    }

    [Fact]
    public void Amounts_without_any_variance_do_not_settle_a_distribution() => Refused("not_converged", GammaGamma.Fit([.. Enumerable.Repeat(new Spending(3, 100), 500)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    public void A_missing_or_negative_amount_is_refused_not_skipped(double amount) =>
        Refused("out_of_range", GammaGamma.Fit([.. Samples.SyntheticSpending, new(1, amount)]));

    [Fact]
    public void A_history_that_contradicts_itself_is_refused()
    {
        var model = new BgNbd(.24, 4.4, .8, 2.4);
        Refused("pattern_contradicts", model.ProbabilityAlive(new(-1, 0, 1)));
        Refused("pattern_contradicts", model.ProbabilityAlive(new(1, 5, 4)));
        Refused("pattern_contradicts", model.ProbabilityAlive(new(0, 3, 4)));
        Refused("pattern_contradicts", model.ProbabilityAlive(new(1, double.NaN, 4)));
        Refused("pattern_contradicts", BgNbd.Fit([.. Samples.Cdnow, new(1, 5, 4)]));
        Refused("not_opportunities", BgBb.Fit(Samples.Cdnow));
        Refused("out_of_range", model.ExpectedPurchases(new(1, 3, 4), -1));
        Refused("out_of_range", new BgNbd(0, 4.4, .8, double.NaN).ProbabilityAlive(new(1, 3, 4)));
    }

    [Fact]
    public void Future_days_do_not_count()
    {
        var asOf = new DateOnly(2026, 6, 30);
        Assert.Equal(0, BuyingPattern.Of([asOf.AddDays(-7), asOf.AddDays(1)], asOf).Value.Repeats);
        Refused("too_few", BuyingPattern.Of([asOf.AddDays(1)], asOf));
        Refused("never_reached", ContactCadence.Of([new(asOf.AddDays(1), true)], new(14, 3, 7), asOf));
    }

    [Fact]
    public void Amounts_beyond_what_can_be_kept_are_refused_and_never_overflow()
    {
        Refused("out_of_range", RetentionValue.Of(decimal.MaxValue, .9m, .1m));
        Refused("beyond_numbers", ClientRelationshipValue.Of(new() { Expected = default, Horizon = 0, Retention = 1, Discount = 1, Period = PeriodUnit.Month, History = [.. Enumerable.Repeat(new RelationshipPeriod(1e14m, 1, 0), 400)] }));
        Refused("out_of_range", CostPerEffect.Of(new(decimal.MaxValue), 1));
        Refused("out_of_range", new DeliveredValue(decimal.MaxValue, decimal.MaxValue, 0, 0, 0, 0, 0, 0).Value());
    }

    [Fact]
    public void The_nature_of_the_business_chooses_the_model_and_says_why()
    {
        Assert.Equal(LifetimeModel.Retention, LifetimeModelChoice.For(new(Contractual: true, SetOpportunities: false, Projects: false)).Model);
        Assert.Equal(LifetimeModel.Migration, LifetimeModelChoice.For(new(false, SetOpportunities: true, Projects: true)).Model);
        Assert.Equal(LifetimeModel.BgBb, LifetimeModelChoice.For(new(false, SetOpportunities: true, Projects: false)).Model);
        var choice = LifetimeModelChoice.For(new(false, false, false));
        Assert.Equal(LifetimeModel.BgNbd, choice.Model);
        Assert.Equal("any_time", Assert.Single(choice.Reasons).Code);
    }

    private static void Refused<T>(string code, Finding<T> finding)
        where T : notnull
    {
        Assert.False(finding.IsKnown);
        Assert.Equal(code, finding.Refusal.Code);
        Assert.NotEqual(finding.Refusal.Text.En, finding.Refusal.Text.Zh);
    }
}
