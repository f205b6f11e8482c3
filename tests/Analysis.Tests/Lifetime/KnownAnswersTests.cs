using Clientele.Analysis.Lifetime;

namespace Clientele.Analysis.Tests.Lifetime;

/// <summary>Published parameters and cases; the fits of more digits and the standard errors are from three independent implementations that agree.</summary>
public sealed class KnownAnswersTests
{
    private static readonly Fit<BgNbd> Bg = BgNbd.Fit(Samples.Cdnow).Value!;
    private static readonly Fit<ParetoNbd> Pareto = ParetoNbd.Fit(Samples.Cdnow).Value!;

    [Fact]
    public void Bg_nbd_fits_the_cdnow_sample_as_published()
    {
        Near([0.24259290720346735, 4.413531561236997, 0.7928861492198491, 2.4257534407366332], Bg.Parameters, 1e-5);
        Assert.Equal(-9582.42556056736, Bg.LogLikelihood, 6);
        Assert.Equal(2357, Bg.Clients);
    }

    [Fact]
    public void Its_standard_errors_come_from_the_curvature_of_the_likelihood() =>
        Errors([0.012557317469710755, 0.3782213539520926, 0.18571792069366314, 0.7053412422154763], Bg.Parameters);

    [Fact]
    public void Its_intervals_lie_around_the_estimates_and_above_zero() =>
        Assert.All([.. Bg.Parameters, .. Pareto.Parameters], parameter => Assert.True(parameter.From > 0 && parameter.From < parameter.Value && parameter.Value < parameter.To));

    [Theory]
    [InlineData(2, 30.43, 38.86, 1.225910451957594, .7266091515159344)]
    [InlineData(1, 1.71, 38.86, 0.20325064498831016, .2122274088436189)]
    [InlineData(0, 0, 38.86, 0.19478084700841541, 1)]
    [InlineData(7, 29.43, 38.86, 3.3372394319236585, .6418006088692559)]
    [InlineData(26, 30.86, 31, 20.750569511588647, .9689197101291398)]
    [InlineData(0, 0, 27, 0.2589774932865449, 1)]
    [InlineData(3, 3, 38.86, 0.04313699123889102, .01796542765028913)]
    [InlineData(10, 37, 38.86, 6.563261745168285, .9018501209730536)]
    [InlineData(1, 30, 30, 0.8784844034676915, .7536579890168538)]
    [InlineData(29, 37.86, 38.71, 19.511084571783275, .9554348021425023)]
    [InlineData(5, 4, 38.86, 0.005753163830311388, .0015111015736827774)]
    public void Bg_nbd_expects_as_many_purchases_in_39_weeks_as_the_spreadsheet_of_its_authors(int x, double last, double observed, double expected, double alive)
    {
        var pattern = new BuyingPattern(x, last, observed);
        Assert.Equal(expected, Bg.Model.ExpectedPurchases(pattern, 39).Value, expected * 1e-4);
        Assert.Equal(alive, Bg.Model.ProbabilityAlive(pattern).Value, 1e-5);
    }

    [Theory]
    [InlineData(0.1429, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(31.8571, 1.0405)]
    [InlineData(32, 1.0437)]
    [InlineData(78, 1.8576)]
    public void Bg_nbd_expects_of_a_new_client_what_the_spreadsheet_says(double weeks, double expected) =>
        Assert.Equal(expected, Bg.Model.ExpectedOfNewClient(weeks).Value, 5e-4);

    [Fact]
    public void Pareto_nbd_fits_the_cdnow_sample_as_published()
    {
        Near([0.5532755086340693, 10.577612238052557, 0.6062135690899676, 11.667911252353177], Pareto.Parameters, 1e-4);
        Assert.Equal(-9594.973929826863, Pareto.LogLikelihood, 5);
        Errors([0.04762883981162164, 0.8427243350763725, 0.18728130633798373, 6.211087229532089], Pareto.Parameters);
    }

    [Fact]
    public void Pareto_nbd_expects_of_a_new_client_what_the_manual_of_btyd_says()
    {
        double[] expected = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159, 0.35181024, 0.38909211];
        var model = new ParetoNbd(.55, 10.56, .61, 11.64);
        for (var week = 0; week < expected.Length; week++)
        {
            Assert.Equal(expected[week], model.ExpectedOfNewClient(week).Value, 1e-6);
        }
    }

    [Fact]
    public void Pareto_nbd_predicts_the_case_of_the_walkthrough()
    {
        var model = new ParetoNbd(0.5534, 10.5802, 0.6061, 11.6562);
        Assert.Equal(0.9979, model.ProbabilityAlive(new(26, 30.86, 31)).Value, 4);
        Assert.Equal(25.46, model.ExpectedPurchases(new(26, 30.86, 31), 52).Value, 0.01);
    }

    [Fact]
    public void Pareto_nbd_survives_histories_that_underflow()
    {
        var model = new ParetoNbd(.55, 10.58, .61, 11.67);
        Assert.Equal(6.206051788963242, model.ExpectedPurchases(new(132, 200, 200), 10).Value, 6);
        Assert.Equal(6.252872247574811, model.ExpectedPurchases(new(133, 200, 200), 10).Value, 6);
    }

    [Theory]
    [InlineData(400, 5, 6)]
    [InlineData(500, 1, 37)]
    [InlineData(40, 5, 6)]
    [InlineData(50, 1, 37)]
    [InlineData(50, 4, 37)]
    public void Pareto_nbd_survives_parameters_that_overflow(int x, double last, double observed) =>
        Assert.InRange(new ParetoNbd(10.465, 0.00798565181, 3.0516, 2.82).ProbabilityAlive(new(x, last, observed)).Value, 0, 1);

    [Fact]
    public void Bg_bb_fits_the_donors_as_published()
    {
        var fit = BgBb.Fit(Samples.Donations).Value!;
        Assert.Equal([1.204, 0.750, 0.657, 2.783], fit.Parameters.Select(parameter => Math.Round(parameter.Value, 3)));
        Assert.Equal(-33225.6, fit.LogLikelihood, 1);
        Assert.Equal(0.11, fit.Model.ProbabilityAlive(new(0, 0, 6)).Value, 2);
        Assert.Equal(0.59, fit.Model.ProbabilityAlive(new(2, 4, 6)).Value, 2);
        Assert.Equal(0.93, fit.Model.ProbabilityAlive(new(6, 6, 6)).Value, 2);
        Assert.Equal(12884.2, Samples.Donations.Sum(pattern => pattern.Clients * fit.Model.ExpectedPurchases(pattern, 5).Value), 0.5);
    }

    [Fact]
    public void Gamma_gamma_expects_to_two_cents_the_amounts_of_the_spreadsheet_of_its_authors()
    {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        Assert.Equal(35.22, model.ExpectedAmount(default).Value, 2);
        Assert.Equal(24.65, model.ExpectedAmount(new(2, 22.345)).Value, 0.02);
        Assert.Equal(18.91, model.ExpectedAmount(new(1, 11.77)).Value, 0.02);
        Assert.Equal(71.46, model.ExpectedAmount(new(7, 73.74)).Value, 0.02);
    }

    [Fact]
    public void The_simulated_customers_are_fitted_as_by_the_reference()
    {
        var bg = BgNbd.Fit(Samples.Synthetic).Value!;
        Near([0.6237946848007341, 9.103095111838785, 0.7494745477663656, 2.262126429695894], bg.Parameters, 1e-5);
        Assert.Equal(-38774.9059911745, bg.LogLikelihood, 5);
        var pareto = ParetoNbd.Fit(Samples.Synthetic).Value!;
        Near([1.254677131033599, 21.199208667068238, 2.4823141731491405, 146.53520907384464], pareto.Parameters, 1e-4);
        var spending = GammaGamma.Fit(Samples.SyntheticSpending).Value!;
        Near([6.383030687347226, 3.6829936312300107, 14.704953617345762], spending.Parameters, 1e-5);
        Errors([0.6106799234007381, 0.1364814874500957, 1.9059816653675652], spending.Parameters);
        Assert.Equal(-14665.612966776636, spending.LogLikelihood, 5);
    }

    [Fact]
    public void The_likelier_model_of_the_cdnow_sample_is_bg_nbd_and_the_choice_says_why()
    {
        var choice = LifetimeModelChoice.ByLikelihood(Samples.Cdnow).Value!;
        Assert.Equal(LifetimeModel.BgNbd, choice.Model);
        Assert.Contains("-9582.4", Assert.Single(choice.Reasons).Text.En, StringComparison.Ordinal);
    }

    private static void Near(double[] expected, IReadOnlyList<Estimate> parameters, double relative) =>
        Assert.All(expected.Zip(parameters), pair => Assert.Equal(pair.First, pair.Second.Value, pair.First * relative));

    private static void Errors(double[] expected, IReadOnlyList<Estimate> parameters) =>
        Assert.All(expected.Zip(parameters), pair => Assert.Equal(pair.First, pair.Second.StandardError, pair.First * 0.005));
}
