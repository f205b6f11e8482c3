using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>A matrix with cuts at quantiles: where they lie is known once the population is.</summary>
internal sealed class RelativeMatrixPlan(MatrixScheme scheme, MeasurePlan plan) : MatrixPlan(scheme, plan), IPopulationPlan
{
    public string ValuesName => $"{Name}/cells";

    public KeptValues? Keep(ClientValues values) =>
        Includes(values) ? new(Rows.Value(values).NumberOrNull(), Columns.Value(values).NumberOrNull()) : null;

    public IDecidedPopulation Over(KeptPopulation members)
    {
        Place(Quantiles(Matrix.Rows, members, values => values.First), Quantiles(Matrix.Columns, members, values => values.Second));
        return new Decided(this, members);
    }

    private static decimal[] Quantiles(MatrixAxis axis, KeptPopulation members, Func<KeptValues, decimal?> value)
    {
        var known = new List<decimal>(members.Count);
        for (var index = 0; index < members.Count; index++)
        {
            if (value(members[index].Values) is { } number)
            {
                known.Add(number);
            }
        }

        var values = known.ToArray();
        return values.Length == 0 ? [] : [.. axis.Cuts.Where(cut => cut.Quantile is not null).Select(cut => Quantile(values, cut.Quantile!.Value))];
    }

    // Hyndman and Fan's type 7, as R and spreadsheets have it: the median of an even number is the mean of the middle two.
    private static decimal Quantile(decimal[] values, decimal share)
    {
        var at = share * (values.Length - 1);
        var below = (int)decimal.Floor(at);
        var lower = Selection.Nth(values, below);
        if (below + 1 == values.Length)
        {
            return lower;
        }

        var upper = values[below + 1];
        for (var index = below + 2; index < values.Length; index++)
        {
            upper = Math.Min(upper, values[index]);
        }

        return lower + ((at - below) * (upper - lower));
    }

    private sealed class Decided(RelativeMatrixPlan plan, KeptPopulation members) : IDecidedPopulation
    {
        public string Segment(int index, string? current) => plan.Cell(members[index].Values.First, members[index].Values.Second, current);

        public SortedDictionary<string, string> Reasons(int index, string? current) => plan.Reasons(members[index].Values.First, members[index].Values.Second, current);
    }
}
