using Clientele.Analysis.CostLedger;
using Clientele.Analysis.Lifetime;
using Clientele.Analysis.Loyalty;
using Clientele.Analysis.PerceivedValue;
using Clientele.Analysis.RelationshipValue;
using Clientele.Analysis.Weights;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Analysis.Tests;

/// <summary>Over grids of ordinary, extreme and impossible numbers: never NaN, infinity, a negative lifetime value or a silent zero; a refusal has its reason in both languages; nothing throws.</summary>
public sealed class SoundnessTests
{
    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Elements(0, 1, -1, 0.5, 0.9999999, 1.0000001, 2, 1e-12, 1e-300, 1e6, 1e15, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon),
        Gen.Choose(0, 10_000).Select(value => value / 100.0),
        Gen.Choose(0, 1000).Select(value => value / 1000.0));

    private static readonly Gen<decimal> Amount = Gen.OneOf(
        Gen.Elements(0m, 1m, -1m, 0.5m, 0.01m, 0.0000001m, 900_000_000_000_000m, decimal.MaxValue, decimal.MinValue, 0.9m, 0.1m),
        Gen.Choose(-10_000, 1_000_000).Select(value => value / 100m),
        Gen.Choose(0, 1000).Select(value => value / 1000m));

    private static readonly Gen<int> Count = Gen.OneOf(Gen.Elements(0, 1, -1, 2, 3, 100, 400, 401, int.MaxValue, int.MinValue), Gen.Choose(0, 60));

    [Fact]
    public void Models_of_buying_predict_soundly() => Check(case_ =>
    {
        var (d, _, n) = case_;
        var pattern = new BuyingPattern(n[0], d[4], d[5], 1);
        foreach (IBuyingModel model in (IBuyingModel[])[new BgNbd(d[0], d[1], d[2], d[3]), new ParetoNbd(d[0], d[1], d[2], d[3]), new BgBb(d[0], d[1], d[2], d[3])])
        {
            Sound(model.ProbabilityAlive(pattern), value => value, 0, 1 + 1e-9);
            Sound(model.ExpectedPurchases(pattern, d[6]), value => value, 0);
            Sound(BuyingValue.Of(model, new(d[2], d[3], d[0]), pattern, n[1] == 0 ? default : new(n[1], d[7]), new(d[0], n[2], d[5], d[1])), value => value, 0);
        }

        Sound(new BgNbd(d[0], d[1], d[2], d[3]).ExpectedOfNewClient(d[6]), value => value, 0);
        Sound(new ParetoNbd(d[0], d[1], d[2], d[3]).ExpectedOfNewClient(d[6]), value => value, 0);
        Sound(new GammaGamma(d[0], d[1], d[2]).ExpectedAmount(new(n[0], d[3])), value => value, double.Epsilon);
    });

    [Fact]
    public void Models_of_buying_are_fitted_soundly() => Prop.ForAll(
        (from x in Gen.Choose(0, 4) from last in Gen.Choose(0, 30) from rest in Gen.Choose(0, 10) from clients in Gen.Choose(1, 40) select new BuyingPattern(x, x == 0 ? 0 : last + x, (x == 0 ? 0 : last + x) + rest, clients)).ArrayOf().ToArbitrary(),
        patterns =>
        {
            SoundFit(BgNbd.Fit(patterns));
            SoundFit(ParetoNbd.Fit(patterns));
            SoundFit(BgBb.Fit(patterns));
            SoundFit(GammaGamma.Fit([.. patterns.Select(pattern => new Spending(pattern.Repeats + 1, pattern.Observed + 1))]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(30));

    [Fact]
    public void Relationship_values_are_sound() => Check(case_ =>
    {
        var (_, m, n) = case_;
        Sound(RetentionValue.Of(m[0], m[1], m[2]), value => (double)value, 0);
        Sound(RetentionValue.Of(m[0], m[1], m[2], n[0]), value => (double)value, 0);
        Sound(RetentionValue.WithPromotion(m[0], m[1], m[2], m[3], n[0]), value => (double)value, 0);
        Sound(RetentionLever.Raise(m[0], m[1], m[2], n[0]), value => (double)value.Change, 0);
        Sound(RetentionLever.Raise(m[0], m[1], m[2]), value => (double)value.Change, 0);
        Sound(MigrationModel.Purchases([m[0], m[1]], n[0]), value => (double)value.Max(), 0, 1.0000001);
        Sound(MigrationModel.Value([m[0], m[1], m[2]], m[3], m[4], m[5], n[0]), value => (double)value, 0);
        Sound(ClientRelationshipValue.Of(Flow(m, n)), value => (double)value.Total, double.NegativeInfinity);
        if (ClientRelationshipValue.Of(Flow(m, n)) is { IsKnown: true, Value: { Total: < 0 } loss })
        {
            Assert.NotEmpty(loss.Notes);
        }

        foreach (var row in ClientRelationshipValue.Sensitivities(Flow(m, n)))
        {
            Sound(row.Down, value => (double)value.Total, double.NegativeInfinity);
            Sound(row.Up, value => (double)value.Total, double.NegativeInfinity);
        }

        Sound(LoyaltyProfit.Split(new(m[0], m[1], m[2]), new(m[3], m[4], m[5], m[6], m[7])), value => (double)value.Total, double.NegativeInfinity);
        if (LoyaltyProfit.Split(new(m[0], m[1], m[2]), new(m[3], m[4], m[5], m[6], m[7])).Value is { } profit)
        {
            Assert.Equal(new TenureYear(m[3], m[4], m[5], m[6], m[7]).Profit, profit.Total);
        }

        Sound(TenureCohort.Of([(1, new(m[0], m[1], m[2])), (2, new(m[3], m[4], m[5]))]).Then(cohorts => TenureCohort.Trend(cohorts, cohort => cohort.Discount)), _ => 0, 0);
        Sound(ShareOfWallet.Of(new("A", "b", m[0], new(m[1], new(2026, 1, 1), "s", (double)m[2]))), value => (double)value.Share, 0, 1);
        Sound(WalletPortfolio.MarketShare(m[0], m[1]), value => (double)value, 0, 1);
        Sound(SwitchingBarriers.Of([new(BarrierKind.Learning, m[0]), new(BarrierKind.Financial, m[1])], m[2]), value => (double)value.Barriers, 0);
        Sound(KeyAccountReturn.Between(new(m[0], m[1], m[2], m[3]), new(m[4], m[5], m[6], m[7])), value => (double)value.Later, double.NegativeInfinity);
        Sound(KeyAccountReturn.ExcessDiscount(m[0], m[1], m[2]), value => (double)value, -1, 1);
    });

    [Fact]
    public void Perceived_values_are_sound() => Check(case_ =>
    {
        var (d, m, n) = case_;
        Sound(CustomerPerceivedValue.Of(new(m[0], [new("a", d[0], d[1]), new("b", 1 - d[0], d[2])], m[1], m[2])), value => value.Utility, 0, 1);
        Sound(new Utility((UtilityShape)(Math.Abs((long)n[0]) % 4), d[0], d[1]).Of(d[2]), value => value, 0, 1);
        Sound(new ValueVector(d[0], d[1], d[2]).Magnitude(), value => value, 0);
        Sound(new ValueVector(d[0], -d[1], d[2]).Direction(), value => (value.Economic * value.Economic) + (value.Functional * value.Functional) + (value.Psychological * value.Psychological), 1 - 1e-9, 1 + 1e-9);
        Sound(new ValueVector(d[0], d[1], d[2]).SimilarityTo(new(d[3], d[4], -d[5])), value => value, -1, 1);
        var delivered = new DeliveredValue(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
        Sound(delivered.Value(), value => (double)value, double.NegativeInfinity);
        Sound(delivered.Ratio(), value => (double)value, double.NegativeInfinity);
        Sound(Repurchase.Difference(m[0], [m[1], m[2]]), value => (double)value, double.NegativeInfinity);
        Sound(new Repurchase(d[0]).Probability(d[1]), value => value, 0, 1);
        Sound(Repurchase.Fit([.. Enumerable.Range(0, 24).Select(i => (d[i % 8] * (i % 3), n[i % 3] % 2 == 0))]), value => value.Slope + value.StandardError, double.NegativeInfinity);
    });

    [Fact]
    public void Weights_and_indices_are_sound() => Check(case_ =>
    {
        var (d, _, _) = case_;
        Sound(Ahp.Of([[1, d[0], d[1]], [1 / d[0], 1, d[2]], [1 / d[1], 1 / d[2], 1]]), value => value.Weights.Sum(), 1 - 1e-9, 1 + 1e-9);
        Sound(Standardised.Of([d[0], d[1], null, d[2]]), value => value.Values.Sum(z => z ?? 0), -1e-3, 1e-3);
        Sound(ClientValueIndex.Of(["A", "B", "C"], [new("finance", "f", "i", [d[0], d[1], d[2]])], new Dictionary<string, double> { ["finance"] = 1 }), value => value.Scores.Sum(score => score.Score), -1e-3, 1e-3);
    });

    [Fact]
    public void Costs_and_loyalty_are_sound() => Check(case_ =>
    {
        var (d, m, n) = case_;
        Sound(CostPerEffect.Of(new(m[0], m[1]), n[0]), value => (double)value.Money, 0);
        var ratio = CostRatio.Of(new(m[0], m[1]), n[0], new(m[2], m[3]), n[1], 5, 10);
        Sound(ratio, _ => 0, 0);
        Sound(ratio.Then(value => value.Money), value => (double)value, 0);
        Sound(ratio.Then(value => value.Hours), value => (double)value, 0);
        Sound(BudgetMix.Of(new(m[0], m[1]), new(m[2], m[3]), new(m[4], m[5]), new(m[6], m[7])), value => (double)value.Offensive, double.NegativeInfinity);
        Sound(Budget.Of(m[0], m[1], m[2]), value => (double)value.Deviation, -1);
        Sound(Budget.CostToServe(new(m[0], m[1]), m[2]), value => (double)value, 0);
        Sound(Responsiveness.Of([new(true, n[0]), new(false, n[1])], d[0], d[1], d[2]), value => value.Value, 0, 1);
        Sound(Satisfaction.Of([new(d[0], d[1]), new(1 - d[0], d[2])], d[3], n[0], n[1]), value => value.Index, 0, 100);
        Sound(Satisfaction.NetPromoterScore([d[0], d[1]]), value => value, -100, 100);
        Sound(ClientLoyalty.Of([d[0], d[1]], [d[2]], true), value => value.Behaviour, 0, 1);
        Sound(PromiseLedger.Of([new(new(2026, 1, 1), null, m[0], m[1]), new(new(2026, 1, 1), new(2026, 1, 2), m[2], m[3])], new(2026, 2, 1)), value => value.Kept.Share, 0, 1);
        Sound(Lapse.OfInterval(d[0], n[0], d[1]), value => value.Ratio, 0);
        Sound(Churn.Of(n[0], n[1]), value => value.Rate.Share, 0, 1);
        Sound(Churn.Of(n[0], n[1]), value => value.Rate.To - value.Rate.From, 0, 1);
        Sound(ChurnRisk.Of([new("a", d[0], d[1]), new("b", 1 - d[0], null)]), value => value.Score, 0, 1);
    });

    private static RelationshipFlow Flow(decimal[] m, int[] n) => new()
    {
        AcquisitionCost = m[0],
        History = [new(m[1], m[2], m[3]), new(m[4], m[2], m[5])],
        Expected = new(m[6], m[2], m[7]),
        Horizon = n[0],
        Retention = m[1],
        Discount = m[5],
        Period = PeriodUnit.Year,
    };

    private static void Check(Action<(double[] Numbers, decimal[] Amounts, int[] Counts)> holds) => Prop.ForAll(
        (from numbers in Number.ArrayOf(8) from amounts in Amount.ArrayOf(8) from counts in Count.ArrayOf(3) select (numbers, amounts, counts)).ToArbitrary(),
        holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static void Sound<T>(Finding<T> finding, Func<T, double> number, double from, double to = double.MaxValue)
        where T : notnull
    {
        if (finding.IsKnown)
        {
            var value = number(finding.Value);
            Assert.True(double.IsFinite(value) && value >= from && value <= to, $"{typeof(T).Name}: {value} is not between {from} and {to}.");
        }
        else
        {
            Assert.NotEqual("", finding.Refusal.Code);
            Assert.NotEqual(finding.Refusal.Text.En, finding.Refusal.Text.Zh);
        }
    }

    private static void SoundFit<TModel>(Finding<Fit<TModel>> finding)
        where TModel : notnull
    {
        Sound(finding, fit => fit.LogLikelihood, double.NegativeInfinity);
        if (finding.IsKnown)
        {
            Assert.All(finding.Value.Parameters, parameter => Assert.True(
                double.IsFinite(parameter.Value) && parameter.Value > 0 && double.IsFinite(parameter.StandardError) && parameter.From > 0 && double.IsFinite(parameter.To), parameter.ToString()));
        }
    }
}
