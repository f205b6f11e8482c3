using System.Globalization;
using System.Text;

namespace Clientele.Segments;

/// <summary>A scheme as text, whose hash is its version: everything that decides, and nothing that only names.</summary>
internal static class SchemeDefinition
{
    public static string Of(Scheme scheme)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"population: {(scheme.Population.Length == 0 ? "all" : scheme.Population)}\n");
        switch (scheme)
        {
            case RuleScheme rules:
                foreach (var rule in rules.Rules)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{rule.Name}: {(rule.When.Length == 0 ? "otherwise" : rule.When)}\n");
                }

                break;
            case ScoreScheme score:
                text.Append(CultureInfo.InvariantCulture, $"score: {ScorePlan.Score(score)}\n");
                foreach (var cut in score.Cuts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cut.Name}: {(cut.AtLeast is { } least ? $"at least {least:0.####}" : "otherwise")}{(cut.When.Length > 0 ? $" if {cut.When}" : "")}\n");
                }

                Band(text, score.Band);
                break;
            case MatrixScheme matrix:
                Axis(text, "rows", matrix.Rows);
                Axis(text, "columns", matrix.Columns);
                foreach (var cell in matrix.Cells)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cell.Name}: {cell.Row}, {cell.Column}\n");
                }

                break;
            case RankScheme ranks:
                text.Append(CultureInfo.InvariantCulture, $"rank by: {ranks.Measure}{(ranks.Basis == RankBasis.Clients ? ", by clients" : "")}\n");
                foreach (var cut in ranks.Cuts)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{cut.Name}: up to {cut.UpTo:0.####}\n");
                }

                break;
        }

        return text.ToString();
    }

    private static void Axis(StringBuilder text, string name, MatrixAxis axis)
    {
        text.Append(CultureInfo.InvariantCulture, $"{name}: {axis.Value}\n");
        foreach (var cut in axis.Cuts)
        {
            text.Append(cut.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"cut at {value:0.####}\n") : string.Create(CultureInfo.InvariantCulture, $"cut at quantile {cut.Quantile:0.####}\n"));
        }

        Band(text, axis.Band);
    }

    private static void Band(StringBuilder text, decimal band)
    {
        if (band > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"band: {band:0.####}\n");
        }
    }
}
