using Clientele.Analysis.Lifetime;

namespace Clientele.Practices.Lifetimes;

/// <summary>What is expected of a client.</summary>
/// <param name="Alive">The probability of still being one.</param>
/// <param name="Purchases">How many purchases.</param>
internal sealed record Future(Finding<double> Alive, Finding<double> Purchases);

/// <summary>The model that was chosen for a group of clients, fitted, with why.</summary>
internal sealed class FittedModel
{
    private const double WeekDays = 7;
    private const double YearWeeks = 52;

    private readonly IBuyingModel _model;
    private readonly IReadOnlyList<BuyingPattern> _patterns;
    private readonly bool _yearly;

    private FittedModel(string name, IBuyingModel model, IReadOnlyList<Estimate> parameters, double logLikelihood, IReadOnlyList<BuyingPattern> patterns, bool yearly, IReadOnlyList<Reason> reasons)
    {
        (_model, _patterns, _yearly) = (model, patterns, yearly);
        (Name, Parameters, LogLikelihood, Reasons) = (LocalizedText.Same(name), parameters, logLikelihood, reasons);
    }

    public static ChoiceSetting Choice { get; } = new()
    {
        Name = "model",
        Title = new("Model", "模型"),
        Default = "likelier",
        Choices =
        [
            new("likelier", new("The likelier of BG/NBD and Pareto/NBD", "BG/NBD与Pareto/NBD中似然较大者")), new("bg_nbd", LocalizedText.Same("BG/NBD")), new("pareto_nbd", LocalizedText.Same("Pareto/NBD")),
            new("bg_bb", new("BG/BB: one opportunity to buy a year", "BG/BB：每年一次购买机会")),
        ],
    };

    public LocalizedText Name { get; }

    /// <summary>The parameters, time in weeks, or in years for BG/BB.</summary>
    public IReadOnlyList<Estimate> Parameters { get; }

    public double LogLikelihood { get; }

    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Chooses and fits.</summary>
    /// <param name="buyers">The days on which each client bought, ascending.</param>
    /// <param name="asOf">The last day of watching.</param>
    /// <param name="choice">One of <see cref="Choice"/>.</param>
    public static Finding<FittedModel> Of(IReadOnlyList<IReadOnlyList<DateOnly>> buyers, DateOnly asOf, string choice)
    {
        if (choice == "bg_bb")
        {
            BuyingPattern[] years = [.. buyers.Select(days => Yearly(days, asOf))];
            return BgBb.Fit(years).Then(fit => Finding.Of(new FittedModel("BG/BB", fit.Model, fit.Parameters, fit.LogLikelihood, years, yearly: true, LifetimeModelChoice.For(new(false, SetOpportunities: true, false)).Reasons)));
        }

        BuyingPattern[] patterns = [.. buyers.Select(days => BuyingPattern.Of(days, asOf, WeekDays).Value)];
        var nature = LifetimeModelChoice.For(new(false, false, false)).Reasons;
        FittedModel Bg(Fit<BgNbd> fit, IReadOnlyList<Reason> why) => new("BG/NBD", fit.Model, fit.Parameters, fit.LogLikelihood, patterns, yearly: false, [.. nature, .. why]);
        FittedModel Pareto(Fit<ParetoNbd> fit, IReadOnlyList<Reason> why) => new("Pareto/NBD", fit.Model, fit.Parameters, fit.LogLikelihood, patterns, yearly: false, [.. nature, .. why]);
        Reason[] set = [new("model_set", new("The operator set the model.", "模型由操作者指定。"))];
        if (choice == "bg_nbd")
        {
            return BgNbd.Fit(patterns).Then(fit => Finding.Of(Bg(fit, set)));
        }

        if (choice == "pareto_nbd")
        {
            return ParetoNbd.Fit(patterns).Then(fit => Finding.Of(Pareto(fit, set)));
        }

        Finding<Fit<BgNbd>> bg = BgNbd.Fit(patterns);
        Finding<Fit<ParetoNbd>> pareto = ParetoNbd.Fit(patterns);
        return LifetimeModelChoice.Of(bg, pareto).Then(chosen => Finding.Of(chosen.Model == LifetimeModel.BgNbd ? Bg(bg.Value!, chosen.Reasons) : Pareto(pareto.Value!, chosen.Reasons)));
    }

    /// <summary>What is expected of each client, in their order.</summary>
    public IEnumerable<Future> Futures(int weeks)
    {
        // Clients with the same history have the same future, which is a sum of some length: worked out once for each pattern.
        var ahead = _yearly ? Math.Max(1, Math.Round(weeks / YearWeeks)) : weeks;
        var futures = BuyingPattern.Collapse(_patterns).ToDictionary(pattern => pattern with { Clients = 1 }, pattern => new Future(_model.ProbabilityAlive(pattern), _model.ExpectedPurchases(pattern, ahead)));
        return _patterns.Select(pattern => futures[pattern]);
    }

    // Each calendar year that is over, after that of the first purchase, is an opportunity.
    private static BuyingPattern Yearly(IReadOnlyList<DateOnly> days, DateOnly asOf)
    {
        var over = asOf is { Month: 12, Day: 31 } ? asOf.Year : asOf.Year - 1;
        var used = days.Select(day => day.Year - days[0].Year).Where(year => year > 0 && days[0].Year + year <= over).Distinct().ToList();
        return new BuyingPattern(used.Count, used.DefaultIfEmpty(0).Max(), Math.Max(0, over - days[0].Year));
    }
}
