using System.Globalization;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A scheme by score, as rules: one for each cut, with the threshold that the client's present segment leaves it.</summary>
internal sealed class ScorePlan : SchemePlan, IClientPlan
{
    /// <summary>Under which the score is kept with a membership's reasons.</summary>
    public const string ScoreFact = "score";

    /// <summary>Under which the segment before is kept, which hysteresis looks at.</summary>
    public const string PreviousFact = "previous";

    private readonly ScoreScheme _scheme;
    private readonly BoundRule _score;
    private readonly Dictionary<string, IReadOnlyList<PlannedRule>> _rules = new(StringComparer.Ordinal);

    public ScorePlan(ScoreScheme scheme, MeasurePlan plan)
        : base(scheme, plan)
    {
        _scheme = scheme;
        _score = plan.Rule(Score(scheme), $"{scheme.Name} score");
        Factors = [.. scheme.Factors.Select(factor => (factor, plan.Rule(factor.Value, $"{scheme.Name} factor")))];
        foreach (var current in scheme.Band == 0 ? [""] : (IEnumerable<string>)["", .. scheme.Cuts.Select(cut => cut.Name)])
        {
            _rules[current] = [.. scheme.Cuts.Select((cut, index) => new PlannedRule(cut.Name, plan.Rule(Text(index, current), $"{scheme.Name}.{cut.Name}")))];
        }
    }

    public IReadOnlyList<(ScoreFactor Factor, BoundRule Rule)> Factors { get; }

    /// <summary>The score as one expression.</summary>
    public static string Score(ScoreScheme scheme) =>
        string.Join(" + ", scheme.Factors.Select(factor => factor.Weight == 1m ? Operand(factor.Value) : $"{Number(factor.Weight)} * {Operand(factor.Value)}"));

    public override IReadOnlyList<PlannedRule> Rules(string? current) => _rules.GetValueOrDefault(current ?? "") ?? _rules[""];

    public decimal? ScoreOf(ClientValues values) => _score.Value(values).NumberOrNull();

    public override string? Segment(ClientValues values, string? current) => Includes(values) ? Rules(current).First(values) : null;

    public SortedDictionary<string, string> Reasons(ClientValues values, string segment, string? current)
    {
        var read = Rules(current).Read(Population, values, segment);
        read[ScoreFact] = ScoreOf(values)!.Value.ToString("0.######", CultureInfo.InvariantCulture);
        if (_scheme.Band > 0 && current is not null)
        {
            read[PreviousFact] = current;
        }

        return read;
    }

    private string Text(int index, string current)
    {
        var cut = _scheme.Cuts[index];
        var score = Operand(Score(_scheme));
        var bound = cut.AtLeast is { } least ? $"{score} >= {Number(Hysteresis.Threshold(least, _scheme.Band, Side(index, current)))}" : $"{score} != null";
        return cut.When.Length > 0 ? $"{bound} && ({cut.When})" : bound;
    }

    // A client that is in this segment or a higher one is above the cut.
    private int Side(int index, string current)
    {
        var at = current.Length == 0 ? -1 : _scheme.Cuts.ToList().FindIndex(cut => cut.Name == current);
        return at < 0 ? 0 : at <= index ? 1 : -1;
    }

    internal static string Number(decimal number)
    {
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
        return text.Count(char.IsAsciiDigit) > 15 ? $"{text}m" : text;
    }

    internal static string Operand(string expression) =>
        expression.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.') ? expression : $"({expression})";
}
