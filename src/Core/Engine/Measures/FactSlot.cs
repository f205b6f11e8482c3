using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Sums up the touchpoints that a <see cref="FactMeasure"/> selects.</summary>
internal sealed class FactSlot : ISlot
{
    private readonly FactMeasure _measure;
    private readonly HashSet<string> _kinds;

    public FactSlot(int index, FactMeasure measure, Catalogue catalogue)
    {
        Index = index;
        _measure = measure;
        _kinds = [.. measure.Kinds, .. catalogue.Kinds.Values.Where(kind => (kind.Roles & measure.Roles) != TouchpointRoles.None).Select(kind => kind.Name)];
    }

    public int Index { get; }

    public Window Window => _measure.Window;

    /// <summary>Whether the value changes as days go by without a new fact.</summary>
    public bool DependsOnDay => _measure.Window != Window.AllTime || _measure.Aggregate is Aggregate.DaysSinceFirst or Aggregate.DaysSinceLast;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        var sum = Tally.Of(facts, _kinds, _measure.Window.FirstDay(asOf), asOf);
        values[Index] = _measure.Aggregate switch
        {
            Aggregate.Sum => RuleValue.Of(sum.Amount),
            Aggregate.Count => RuleValue.Of(sum.Count),
            Aggregate.DaysSinceLast when sum.Count > 0 => RuleValue.Of(asOf.DayNumber - sum.Last.DayNumber),
            Aggregate.DaysSinceFirst when sum.Count > 0 => RuleValue.Of(asOf.DayNumber - sum.First.DayNumber),
            Aggregate.Average when sum.Amounts > 0 => RuleValue.Of(decimal.Round(sum.Amount / sum.Amounts, 4)),
            _ => RuleValue.Missing,
        };
    }
}

/// <summary>The sum of the buckets of some kinds inside a window.</summary>
internal readonly record struct Tally(long Count, decimal Amount, long Amounts, DateOnly First, DateOnly Last)
{
    public static Tally Of(ClientFacts facts, HashSet<string> kinds, DateOnly first, DateOnly last)
    {
        var tally = new Tally(0, 0, 0, DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var bucket in facts.Buckets)
        {
            if (bucket.First >= first && bucket.Last <= last && kinds.Contains(bucket.Kind))
            {
                tally = new Tally(
                    tally.Count + bucket.Count,
                    tally.Amount + bucket.Amount,
                    tally.Amounts + bucket.Amounts,
                    bucket.First < tally.First ? bucket.First : tally.First,
                    bucket.Last > tally.Last ? bucket.Last : tally.Last);
            }
        }

        return tally;
    }
}
