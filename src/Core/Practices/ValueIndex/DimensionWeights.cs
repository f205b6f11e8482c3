using System.Globalization;
using Clientele.Analysis.Weights;

namespace Clientele.Practices.ValueIndex;

/// <summary>How much each dimension counts: by pairwise judgements, or by a set for the client's phase of the life cycle.</summary>
internal static class DimensionWeights
{
    public static TextSetting Judgements { get; } = new()
    {
        Name = "judgements",
        Title = new("How many times as important: finance to market, management, learning; market to management, learning; management to learning", "重要性之比：财务对市场、管理、学习；市场对管理、学习；管理对学习"),
        Description = new("Six numbers from 1/9 to 9 parted by commas, such as 2,3,3,2,2,1 or 1/3; judgements that contradict each other (CR from 0.10) are refused.", "六个介于1/9与9之间的数，以逗号分隔，如 2,3,3,2,2,1，可写 1/3；判断不一致（CR 达 0.10）时不予采用。"),
        Default = "2,3,3,2,2,1",
        MostCharacters = 100,
    };

    public static SwitchSetting ByPhase { get; } = new()
    {
        Name = "by_phase",
        Title = new("Weigh each client by the phase of its life cycle", "按客户生命周期阶段加权"),
        Description = new("Exploration weighs what is learned, development the market, stability finance, decline the effort; clients without a phase by the judgements.", "识别期侧重学习成长，发展期侧重市场，稳定期侧重财务，衰退期侧重管理；无阶段者按判断所得权重。"),
        Default = false,
    };

    // Finance, market, management, learning and growth: what a phase asks for first has four tenths.
    private static readonly Dictionary<string, double[]> Phases = new(StringComparer.Ordinal)
    {
        ["exploration"] = [0.2, 0.2, 0.2, 0.4],
        ["development"] = [0.2, 0.4, 0.2, 0.2],
        ["stability"] = [0.4, 0.2, 0.2, 0.2],
        ["decline"] = [0.2, 0.2, 0.4, 0.2],
    };

    /// <summary>The phases that have a set of their own.</summary>
    public static IEnumerable<string> Phased => Phases.Keys;

    /// <summary>The weights of the dimensions that have data, summing to 1.</summary>
    public static Dictionary<string, double> Of(string phase, IReadOnlyList<double> judged, IReadOnlyCollection<string> present)
    {
        var all = Enum.GetValues<ValueDimension>().Zip(Phases.GetValueOrDefault(phase) ?? judged, (dimension, weight) => (Name: Name(dimension), weight)).Where(pair => present.Contains(pair.Name)).ToList();
        var sum = all.Sum(pair => pair.weight);
        return all.ToDictionary(pair => pair.Name, pair => pair.weight / sum, StringComparer.Ordinal);
    }

    public static Finding<IReadOnlyList<double>> Judged(string text)
    {
        var ratios = text.Split(',').Select(Ratio).ToList();
        if (ratios.Count != 6 || ratios.Any(ratio => ratio is null))
        {
            return Finding.Refused<IReadOnlyList<double>>("judgements_unreadable", new($"The judgements '{text}' are not six numbers parted by commas.", $"“{text}”不是以逗号分隔的六个数。"));
        }

        var matrix = Enumerable.Range(0, 4).Select(_ => new double[4]).ToArray();
        var next = 0;
        for (var row = 0; row < 4; row++)
        {
            matrix[row][row] = 1;
            for (var column = row + 1; column < 4; column++)
            {
                matrix[row][column] = ratios[next++]!.Value;
                matrix[column][row] = 1 / matrix[row][column];
            }
        }

        return Ahp.Of(matrix).Then(found => Finding.Of<IReadOnlyList<double>>([.. found.Weights]));
    }

    public static string Name(ValueDimension dimension) => dimension.ToString().ToLowerInvariant();

    private static double? Ratio(string text)
    {
        double? Number(string part) => double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number > 0 && number < 1e6 ? number : null;
        return text.Split('/') switch
        {
            [var whole] => Number(whole),
            [var over, var under] => Number(over) / Number(under),
            _ => null,
        };
    }
}
