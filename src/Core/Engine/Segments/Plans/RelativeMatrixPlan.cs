using System.Globalization;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A matrix with cuts at quantiles: where they lie is known once the population is.</summary>
internal sealed class RelativeMatrixPlan(MatrixScheme scheme, MeasurePlan plan) : MatrixPlan(scheme, plan), IPopulationPlan
{
    public string ValuesName => $"{Name}/cells";

    public string? Keep(ClientValues values) =>
        Includes(values) ? $"{Text(Rows.Value(values).NumberOrNull())};{Text(Columns.Value(values).NumberOrNull())}" : null;

    public IDecidedPopulation Over(IReadOnlyList<KeyValuePair<ClientId, string>> kept)
    {
        var values = kept.Select(pair => (pair.Key, Row: Number(pair.Value[..pair.Value.IndexOf(';', StringComparison.Ordinal)]), Column: Number(pair.Value[(pair.Value.IndexOf(';', StringComparison.Ordinal) + 1)..]))).ToList();
        Place(Quantiles(Matrix.Rows, values.Select(value => value.Row)), Quantiles(Matrix.Columns, values.Select(value => value.Column)));
        return new Decided(this, values);
    }

    private static decimal[] Quantiles(MatrixAxis axis, IEnumerable<decimal?> values)
    {
        var sorted = values.OfType<decimal>().Order().ToArray();
        return sorted.Length == 0 ? [] : [.. axis.Cuts.Where(cut => cut.Quantile is not null).Select(cut => Quantile(sorted, cut.Quantile!.Value))];
    }

    // Hyndman and Fan's type 7, as R and spreadsheets have it: the median of an even number is the mean of the middle two.
    private static decimal Quantile(decimal[] sorted, decimal share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)decimal.Floor(at);
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Decided(RelativeMatrixPlan plan, List<(ClientId Client, decimal? Row, decimal? Column)> values) : IDecidedPopulation
    {
        public int Count => values.Count;

        public ClientId Client(int index) => values[index].Client;

        public string Segment(int index, string? current) => plan.Cell(values[index].Row, values[index].Column, current);

        public SortedDictionary<string, string> Reasons(int index, string? current) => plan.Reasons(values[index].Row, values[index].Column, current);
    }
}
