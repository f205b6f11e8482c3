using Clientele.Storage.Reading;

namespace Clientele.Measures;

/// <summary>A client's facts as a history reads them: by calendar month and kind, or one by one, in the order of days and then of kinds.</summary>
internal sealed class MonthlyFacts
{
    private static readonly IReadOnlyDictionary<string, string> NoDetails = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly List<HistoryFact> _facts = [];

    /// <summary>The facts of some kinds, in one list that is filled anew by the next call.</summary>
    public IReadOnlyList<HistoryFact> Of(ClientFacts facts, HashSet<string> kinds, DateOnly asOf, bool singly)
    {
        _facts.Clear();
        foreach (var bucket in facts.Buckets)
        {
            if (bucket.Last <= asOf && kinds.Contains(bucket.Kind))
            {
                _facts.Add(new HistoryFact(bucket.Kind, bucket.First, bucket.Last, bucket.Count, bucket.Amount, bucket.Details ?? NoDetails) { Contact = bucket.Contact });
            }
        }

        _facts.Sort(static (left, right) => left.First.CompareTo(right.First) is var byDay and not 0 ? byDay : string.CompareOrdinal(left.Kind, right.Kind));
        if (!singly)
        {
            Join();
        }

        return _facts;
    }

    // A month that another measure's window cuts through comes in single facts; put together again, it is the same whatever else is measured.
    private void Join()
    {
        var kept = 0;
        for (var index = 0; index < _facts.Count; index++)
        {
            var fact = _facts[index] with { Details = NoDetails, Contact = null };
            var same = kept - 1;
            while (same >= 0 && IsSameMonth(_facts[same], fact) && _facts[same].Kind != fact.Kind)
            {
                same--;
            }

            if (same >= 0 && IsSameMonth(_facts[same], fact))
            {
                var month = _facts[same];
                _facts[same] = month with { Last = fact.Last > month.Last ? fact.Last : month.Last, Count = month.Count + fact.Count, Amount = month.Amount + fact.Amount };
            }
            else
            {
                _facts[kept++] = fact;
            }
        }

        _facts.RemoveRange(kept, _facts.Count - kept);
    }

    private static bool IsSameMonth(HistoryFact left, HistoryFact right) => left.First.Year == right.First.Year && left.First.Month == right.First.Month;
}
