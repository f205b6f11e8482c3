using System.Globalization;
using Clientele.Analysis.Weights;

namespace Clientele.Analysis.Choice;

/// <summary>What a client requires.</summary>
/// <param name="Name">The requirement.</param>
/// <param name="Weight">Its weight; all weights sum to 1.</param>
/// <param name="MustHave">Whether an alternative that does not meet it is out.</param>
/// <param name="Least">The least score, 0 to 10, that meets it; 6 by default.</param>
public sealed record WeightedRequirement(string Name, decimal Weight, bool MustHave = false, decimal Least = 6);

/// <summary>An alternative as it was scored.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Scores">Its score from 0 to 10 for each requirement.</param>
public sealed record ScoredAlternative(string Name, IReadOnlyDictionary<string, decimal> Scores);

/// <summary>What became of an alternative.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Score">Σ weight·score, 0 to 10; missing where it was not scored throughout.</param>
/// <param name="Misses">The requirements it does not meet.</param>
/// <param name="Failed">Those of them that it must meet: with any, it is out.</param>
/// <param name="Unscored">The requirements for which it has no score: with any, it is out.</param>
public sealed record RankedAlternative(string Name, decimal? Score, IReadOnlyList<string> Misses, IReadOnlyList<string> Failed, IReadOnlyList<string> Unscored)
{
    /// <summary>Whether it is out.</summary>
    public bool Excluded => Failed.Count > 0 || Unscored.Count > 0;
}

/// <summary>Ranks alternatives by what a client requires.</summary>
public static class WeightedScoring
{
    private const decimal GreatestScore = 10;

    /// <summary>The weighted sum model (Fishburn 1967) with must-haves: those that are out come last, the others by score, equal ones by name.</summary>
    /// <param name="requirements">What is required.</param>
    /// <param name="alternatives">The alternatives.</param>
    /// <returns>The alternatives, the best first; or why they cannot be ranked: weights that do not sum to 1, a score outside 0 to 10, nothing to rank.</returns>
    public static Finding<IReadOnlyList<RankedAlternative>> Rank(IReadOnlyList<WeightedRequirement> requirements, IReadOnlyList<ScoredAlternative> alternatives)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        ArgumentNullException.ThrowIfNull(alternatives);
        var refusal = WeightSet.Refusal([.. requirements.Select(requirement => (double)requirement.Weight)])
            ?? (alternatives.Count == 0 ? TooFew.Of(new("alternatives", "方案"), 0, 1) : null)
            ?? alternatives.SelectMany(alternative => alternative.Scores).Select(OutOfScale).FirstOrDefault(found => found is not null);
        return refusal is null
            ? Finding.Of<IReadOnlyList<RankedAlternative>>([.. alternatives.Select(alternative => Judge(alternative, requirements)).OrderBy(alternative => alternative.Excluded).ThenByDescending(alternative => alternative.Score).ThenBy(alternative => alternative.Name, StringComparer.Ordinal)])
            : Finding.Refused<IReadOnlyList<RankedAlternative>>(refusal);
    }

    private static RankedAlternative Judge(ScoredAlternative alternative, IReadOnlyList<WeightedRequirement> requirements)
    {
        var unscored = requirements.Where(requirement => !alternative.Scores.ContainsKey(requirement.Name)).ToList();
        var missed = requirements.Except(unscored).Where(requirement => alternative.Scores[requirement.Name] < requirement.Least).ToList();
        decimal? score = unscored.Count == 0 ? requirements.Sum(requirement => requirement.Weight * alternative.Scores[requirement.Name]) : null;
        return new(alternative.Name, score, Names(missed), Names(missed.Where(requirement => requirement.MustHave)), Names(unscored));
    }

    private static IReadOnlyList<string> Names(IEnumerable<WeightedRequirement> requirements) => [.. requirements.Select(requirement => requirement.Name)];

    private static Reason? OutOfScale(KeyValuePair<string, decimal> score) => score.Value is >= 0 and <= GreatestScore
        ? null
        : new("score_out_of_scale", new(
            string.Create(CultureInfo.InvariantCulture, $"The score for '{score.Key}' is {score.Value}, but must lie between 0 and 10."),
            string.Create(CultureInfo.InvariantCulture, $"“{score.Key}”的评分为{score.Value}，应在0至10之间。")));
}
