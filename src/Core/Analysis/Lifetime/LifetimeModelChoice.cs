using System.Globalization;

namespace Clientele.Analysis.Lifetime;

/// <summary>The models of lifetime value that the core offers.</summary>
public enum LifetimeModel
{
    /// <summary>A client who leaves is lost: retention rate and discounted margins (<see cref="RelationshipValue.RetentionValue"/>).</summary>
    Retention,

    /// <summary>A client pauses between projects and returns: <see cref="RelationshipValue.MigrationModel"/>.</summary>
    Migration,

    /// <summary>Frequent buying without a contract: <see cref="Lifetime.BgNbd"/>.</summary>
    BgNbd,

    /// <summary>Frequent buying without a contract where many never buy again: <see cref="Lifetime.ParetoNbd"/>.</summary>
    ParetoNbd,

    /// <summary>Set opportunities, such as one tender a year: <see cref="Lifetime.BgBb"/>.</summary>
    BgBb,
}

/// <summary>What business it is: how clients buy.</summary>
/// <param name="Contractual">Whether the end of a relation is seen, because a contract is ended.</param>
/// <param name="SetOpportunities">Whether there are set opportunities to buy, such as one a year, rather than any day.</param>
/// <param name="Projects">Whether clients buy in projects with long pauses between them.</param>
public sealed record BuyingNature(bool Contractual, bool SetOpportunities, bool Projects);

/// <summary>Which model of lifetime value suits, and why; stored with the values that were computed by it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Reasons">Why it.</param>
public sealed record LifetimeModelChoice(LifetimeModel Model, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Chooses by the nature of the business.</summary>
    /// <param name="nature">How clients buy.</param>
    /// <returns>The choice with its reason.</returns>
    /// <remarks>The classification by contract and by set opportunities is that of Fader and Hardie, Probability models for customer-base analysis, Journal of Interactive Marketing 23 (2009) 61–69; for project clients see Dwyer, Journal of Direct Marketing 11 (1997) 6–13.</remarks>
    public static LifetimeModelChoice For(BuyingNature nature)
    {
        ArgumentNullException.ThrowIfNull(nature);
        return nature switch
        {
            { Contractual: true } => Of(LifetimeModel.Retention, "contractual", new("The end of a contract shows when a client leaves, so that a retention rate can be observed.", "合同终止表明客户流失，因此可以观察到保留率。")),
            { Projects: true } => Of(LifetimeModel.Migration, "projects", new("Clients pause between projects and return, so that a pause is not a loss.", "客户在项目之间会暂停并再次合作，因此间歇不等于流失。")),
            { SetOpportunities: true } => Of(LifetimeModel.BgBb, "set_opportunities", new("There are set opportunities to buy, so that what counts is how many of them were used.", "购买机会固定，因此关键在于利用了其中多少次。")),
            _ => Of(LifetimeModel.BgNbd, "any_time", new("Clients buy on any day and leave without saying so.", "客户随时购买，离开时并不告知。")),
        };
    }

    /// <summary>Chooses by fitting both models of buying at any time and taking the one that makes the data likelier.</summary>
    /// <param name="patterns">The clients' patterns.</param>
    /// <returns>The choice with both likelihoods, or why neither model could be fitted.</returns>
    public static Finding<LifetimeModelChoice> ByLikelihood(IReadOnlyList<BuyingPattern> patterns) => Of(Lifetime.BgNbd.Fit(patterns), Lifetime.ParetoNbd.Fit(patterns));

    /// <summary>Chooses between the two fits, where they are wanted besides.</summary>
    /// <param name="bg">The fit of BG/NBD.</param>
    /// <param name="pareto">The fit of Pareto/NBD.</param>
    /// <returns>The choice with both likelihoods, or why neither model could be fitted.</returns>
    public static Finding<LifetimeModelChoice> Of(Finding<Fit<BgNbd>> bg, Finding<Fit<ParetoNbd>> pareto)
    {
        ArgumentNullException.ThrowIfNull(bg);
        ArgumentNullException.ThrowIfNull(pareto);
        return (bg.Value, pareto.Value) switch
        {
            (null, null) => Finding.Refused<LifetimeModelChoice>(bg.Refusal!),
            (_, null) => Finding.Of(new LifetimeModelChoice(LifetimeModel.BgNbd, [pareto.Refusal!])),
            (null, _) => Finding.Of(new LifetimeModelChoice(LifetimeModel.ParetoNbd, [bg.Refusal!])),
            var (one, other) => Finding.Of(Likelier(one.LogLikelihood, other.LogLikelihood)),
        };
    }

    private static LifetimeModelChoice Likelier(double bg, double pareto)
    {
        string one = bg.ToString("0.0", CultureInfo.InvariantCulture), other = pareto.ToString("0.0", CultureInfo.InvariantCulture);
        return new(bg >= pareto ? LifetimeModel.BgNbd : LifetimeModel.ParetoNbd,
        [
            new("likelier", new(
                $"With four parameters each, BG/NBD gives the data a log-likelihood of {one} and Pareto/NBD one of {other}.",
                $"两个模型各有四个参数：BG/NBD的对数似然为{one}，Pareto/NBD为{other}。"))
            {
                Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["bgnbd"] = one, ["pnbd"] = other },
            },
        ]);
    }

    private static LifetimeModelChoice Of(LifetimeModel model, string code, LocalizedText text) => new(model, [new Reason(code, text)]);
}
