namespace Clientele.Analysis.Loyalty;

/// <summary>A question of a survey.</summary>
/// <param name="Weight">How much it counts; the weights of a survey sum to 1.</param>
/// <param name="Score">The mean score.</param>
public readonly record struct WeightedScore(double Weight, double Score);

/// <summary>How satisfied clients are, with how many of them said so.</summary>
/// <param name="Index">The index, from 0 to 100.</param>
/// <param name="Response">How many answered of those who were asked.</param>
public sealed record Satisfaction(double Index, Proportion Response)
{
    /// <summary>CSI = Σ w·s / scale × 100.</summary>
    /// <param name="scores">The questions with their mean scores.</param>
    /// <param name="scale">The best possible score; above 0.</param>
    /// <param name="answered">How many clients answered.</param>
    /// <param name="asked">How many were asked.</param>
    /// <returns>The index, or why there is none: weights that do not sum to one, scores outside the scale, nobody asked.</returns>
    public static Finding<Satisfaction> Of(IReadOnlyList<WeightedScore> scores, double scale, long answered, long asked)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var reason = OutOfRange.Of(new Input(new("scale", "满分"), scale, 1e-6, 1e6))
            ?? Weights.WeightSet.Refusal([.. scores.Select(score => score.Weight)])
            ?? scores.Select(score => OutOfRange.Of(new Input(new("score", "评分"), score.Score, 0, scale))).FirstOrDefault(found => found is not null);
        return reason is not null
            ? Finding.Refused<Satisfaction>(reason)
            : Proportion.Of(answered, asked, new("clients who were asked", "受访客户")).Then(response =>
                Computed.Of(Math.Clamp(scores.Sum(score => score.Weight * score.Score) / scale * 100, 0, 100)).Then(index => Finding.Of(new Satisfaction(index, response))));
    }

    /// <summary>Of the clients with a first order, the part that ordered again within the window.</summary>
    /// <param name="orders">For each client the days of his orders, in any order.</param>
    /// <param name="asOf">The last day; later orders do not count, and clients whose window is still open count only when they have ordered again.</param>
    /// <param name="windowMonths">The window in months; 12 by default.</param>
    /// <returns>The rate with its interval, or why there is none.</returns>
    public static Finding<Proportion> RepurchaseRate(IEnumerable<IReadOnlyCollection<DateOnly>> orders, DateOnly asOf, int windowMonths = 12)
    {
        ArgumentNullException.ThrowIfNull(orders);
        if (OutOfRange.Of(new Input(new("window in months", "窗口（月）"), windowMonths, 1, 1200)) is { } reason)
        {
            return Finding.Refused<Proportion>(reason);
        }

        long buyers = 0, again = 0;
        foreach (var client in orders)
        {
            DateOnly[] days = [.. client.Where(day => day <= asOf).Order().Take(2)];
            if (days.Length == 0)
            {
                continue;
            }

            var closes = days[0].AddMonths(windowMonths);
            var returned = days.Length > 1 && days[1] <= closes;
            buyers += returned || closes <= asOf ? 1 : 0;
            again += returned ? 1 : 0;
        }

        return Proportion.Of(again, buyers, new("first-time buyers", "首次购买客户"));
    }

    /// <summary>Net promoter score: the part that would recommend (9 or 10 of 10) less the part that would not (0 to 6). Reichheld, The one number you need to grow, Harvard Business Review 81 (2003).</summary>
    /// <param name="answers">The answers, 0 to 10.</param>
    /// <returns>A number from −100 to 100, or why there is none.</returns>
    public static Finding<double> NetPromoterScore(IReadOnlyList<double> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var reason = answers.Count == 0
            ? TooFew.Of(new("answers", "答复"), 0, 1)
            : answers.Select(answer => OutOfRange.Of(new Input(new("answer", "答复评分"), answer, 0, 10))).FirstOrDefault(found => found is not null);
        return reason is not null
            ? Finding.Refused<double>(reason)
            : Finding.Of(100.0 * (answers.Count(answer => answer >= 9) - answers.Count(answer => answer <= 6)) / answers.Count);
    }
}
