using System.Globalization;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Sums up the touchpoints that a <see cref="FactMeasure"/> selects.</summary>
internal sealed class FactSlot : ISlot
{
    private readonly FactMeasure _measure;
    private readonly HashSet<string> _kinds;
    private readonly bool _byDetails;

    public FactSlot(int index, FactMeasure measure, Catalogue catalogue)
    {
        Index = index;
        _measure = measure;
        _kinds = catalogue.KindsOf(measure.Kinds, measure.Roles);
        _byDetails = measure.Detail.Length > 0 || measure.Where.Count > 0;
    }

    public int Index { get; }

    public Window Window => _measure.Window;

    /// <summary>The kinds whose touchpoints it must see one by one.</summary>
    public IEnumerable<string> Singly => _byDetails ? _kinds : [];

    public string Definition =>
        $"{_measure.Name}: {_measure.Aggregate} {_measure.Window} {_measure.Detail} of {string.Join(", ", _kinds.Order(StringComparer.Ordinal))}{string.Concat(_measure.Where.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"; {pair.Key} = {pair.Value}"))}";

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        var first = _measure.Window.FirstDay(asOf);
        var sum = _byDetails ? Tally.ByDetails(facts, _kinds, first, asOf, _measure) : Tally.Of(facts, _kinds, first, asOf);
        var value = _measure.Aggregate switch
        {
            Aggregate.Sum => RuleValue.Of(sum.Amount),
            Aggregate.Count => RuleValue.Of(sum.Count),
            Aggregate.DaysSinceLast when sum.Count > 0 => RuleValue.Of(asOf.DayNumber - sum.Last.DayNumber),
            Aggregate.DaysSinceFirst when sum.Count > 0 => RuleValue.Of(asOf.DayNumber - sum.First.DayNumber),
            Aggregate.Average when sum.Amounts > 0 => RuleValue.Of(decimal.Round(sum.Amount / sum.Amounts, 4)),
            _ => RuleValue.Missing,
        };
        var moves = _measure.Aggregate is Aggregate.DaysSinceLast or Aggregate.DaysSinceFirst && sum.Count > 0;
        values.Set(Index, value, new RuleMotion(moves ? 1 : 0, sum.Count > 0 ? _measure.Window.Leaves(sum.First).StepsFrom(asOf) : int.MaxValue));
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
                tally = tally.With(bucket, bucket.Amount, bucket.Amounts);
            }
        }

        return tally;
    }

    /// <summary>The same of those touchpoints that have the details a measure asks for, with the detail in place of the amount where it asks for one.</summary>
    public static Tally ByDetails(ClientFacts facts, HashSet<string> kinds, DateOnly first, DateOnly last, FactMeasure measure)
    {
        var tally = new Tally(0, 0, 0, DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var bucket in facts.Buckets)
        {
            if (bucket.Details is not { } details || bucket.First < first || bucket.Last > last || !kinds.Contains(bucket.Kind) || !Has(details, measure.Where))
            {
                continue;
            }

            if (measure.Detail.Length == 0)
            {
                tally = tally.With(bucket, bucket.Amount, bucket.Amounts);
            }
            else if (details.TryGetValue(measure.Detail, out var text) && decimal.TryParse(text, CultureInfo.InvariantCulture, out var number))
            {
                tally = tally.With(bucket, number, 1);
            }
        }

        return tally;
    }

    private static bool Has(IReadOnlyDictionary<string, string> details, IReadOnlyDictionary<string, string> wanted)
    {
        foreach (var (name, value) in wanted)
        {
            if (!details.TryGetValue(name, out var has) || has != value)
            {
                return false;
            }
        }

        return true;
    }

    private Tally With(FactBucket bucket, decimal amount, long amounts) => new(
        Count + bucket.Count,
        Amount + amount,
        Amounts + amounts,
        bucket.First < First ? bucket.First : First,
        bucket.Last > Last ? bucket.Last : Last);
}
