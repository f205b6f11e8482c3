using Clientele.Practices.History;

namespace Clientele.Practices.Learning;

/// <summary>The measures by which clients are told apart, as an operator chooses them.</summary>
internal static class Features
{
    public static NamesSetting Setting(int most, params IReadOnlyList<string> usual) => new() { Name = "measures", Title = new("Measures by which clients are told apart", "区分客户所用的指标"), Default = usual, Most = most };

    /// <summary>The values of a client; nothing when one of them is missing.</summary>
    public static double[]? Of(InsightClient client, IReadOnlyList<string> measures)
    {
        var values = measures.Select(client.Number).ToList();
        return values.Any(value => value is null) ? null : [.. values.Select(value => (double)value!.Value)];
    }

    /// <summary>Columns with a client's values, after those that are given.</summary>
    public static IEnumerable<InsightColumn> Columns(IInsightInput input, IReadOnlyList<string> measures) => measures.Select((name, at) => new InsightColumn($"value_{at + 1}", input.Title(name)));

    public static IEnumerable<Reason> LeftOut(int missing) => missing == 0 ? [] : [Told.Because("missing", $"Clients left out because a measure is missing: {missing}.", $"因缺少指标而未计入的客户：{missing} 家。")];
}
