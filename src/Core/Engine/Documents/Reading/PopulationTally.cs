using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;

namespace Clientele.Documents;

/// <summary>A client in the running for a place in a report's ranking.</summary>
internal readonly record struct RankedClient(ClientId Client, decimal? Value, LocalizedText? Segment, DateOnly? LastTouchOn);

/// <summary>Adds up a report's population while it streams by: counts, months, segments, and the first clients by value.</summary>
internal sealed class PopulationTally
{
    private const int MonthCount = 12;

    private readonly ReportDefinition _report;
    private readonly DateOnly _asOf;
    private readonly DateOnly _firstMonth;
    private readonly IReadOnlyDictionary<string, TouchpointKind> _kinds;
    private readonly Scheme? _scheme;
    private readonly Dictionary<string, (long Count, decimal Value)> _segments = new(StringComparer.Ordinal);
    private readonly (long Touchpoints, decimal Value)[] _months = new (long, decimal)[MonthCount];
    private readonly List<decimal> _values = [];
    private readonly PriorityQueue<RankedClient, RankedClient> _first = new(Comparer<RankedClient>.Create((left, right) => Compare(right, left)));

    public PopulationTally(ReportDefinition report, DateOnly asOf, Catalogue catalogue)
    {
        _report = report;
        _asOf = asOf;
        _firstMonth = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - MonthCount);
        _kinds = catalogue.Kinds;
        _scheme = catalogue.Schemes.GetValueOrDefault(report.Scheme);
    }

    public long Clients { get; private set; }

    public long Touchpoints { get; private set; }

    public decimal Value { get; private set; }

    public decimal RankedValue => _values.Where(value => value > 0).Sum();

    public IReadOnlyList<ReportSegment> Segments =>
        [.. (_scheme?.All ?? []).Select(segment => _segments.TryGetValue(segment.Name, out var sum) ? new ReportSegment(segment, sum.Count, sum.Value) : new ReportSegment(segment, 0, 0))];

    public IReadOnlyList<ReportMonth> Months => [.. _months.Select((month, index) => new ReportMonth(_firstMonth.AddMonths(index), month.Touchpoints, month.Value))];

    public Concentration? Concentration()
    {
        _values.Sort((left, right) => right.CompareTo(left));
        return Documents.Concentration.Of(_values, Clients);
    }

    /// <summary>The first clients, the largest first.</summary>
    public IReadOnlyList<RankedClient> First() => [.. _first.UnorderedItems.Select(item => item.Element).Order(Comparer<RankedClient>.Create(Compare))];

    public async Task AddAsync(Store store, IAsyncEnumerable<KeyValuePair<ClientId, decimal>> values, CancellationToken cancellationToken)
    {
        // All three come in the order of client ids and are read side by side.
        var measured = new Beside<KeyValuePair<ClientId, decimal>>((_report.Measure.Length > 0 ? values : AsyncEnumerable.Empty<KeyValuePair<ClientId, decimal>>()).GetAsyncEnumerator(cancellationToken), pair => pair.Key);
        var members = new Beside<StoredMembership>((_scheme is null ? AsyncEnumerable.Empty<StoredMembership>() : store.Memberships.OfSchemeAsync(_scheme.Name, _asOf, cancellationToken)).GetAsyncEnumerator(cancellationToken), membership => membership.Client);
        await using (measured.ConfigureAwait(false))
        await using (members.ConfigureAwait(false))
        {
            var windows = Enumerable.Range(0, MonthCount).Select(_firstMonth.AddMonths).ToList();
            await foreach (var facts in store.Facts.StreamAsync(new FactQuery(_asOf, windows), cancellationToken).ConfigureAwait(false))
            {
                var value = await measured.FindAsync(facts.Id).ConfigureAwait(false) ? measured.Current.Value : (decimal?)null;
                var member = await members.FindAsync(facts.Id).ConfigureAwait(false) ? members.Current : null;
                if (_scheme is null || member is not null)
                {
                    Add(facts, value, member?.Segment);
                }
            }
        }
    }

    private void Add(ClientFacts facts, decimal? value, string? segment)
    {
        Clients++;
        Value += value ?? 0;
        if (value is { } known)
        {
            _values.Add(known);
        }

        LocalizedText? title = null;
        if (segment is not null)
        {
            var sum = _segments.GetValueOrDefault(segment);
            _segments[segment] = (sum.Count + 1, sum.Value + (value ?? 0));
            title = _scheme!.All.FirstOrDefault(known => known.Name == segment)?.Title;
        }

        var row = new RankedClient(facts.Id, value, title, AddTouchpoints(facts));
        _first.Enqueue(row, row);
        if (_first.Count > _report.Top)
        {
            _first.Dequeue();
        }
    }

    private DateOnly? AddTouchpoints(ClientFacts facts)
    {
        DateOnly? last = null;
        foreach (var bucket in facts.Buckets)
        {
            Touchpoints += bucket.Count;
            var roles = _kinds.TryGetValue(bucket.Kind, out var kind) ? kind.Roles : TouchpointRoles.None;
            if (roles.HasFlag(TouchpointRoles.Contact) && (last is null || bucket.Last > last))
            {
                last = bucket.Last;
            }

            var month = ((bucket.First.Year - _firstMonth.Year) * 12) + bucket.First.Month - _firstMonth.Month;
            if (month is >= 0 and < MonthCount)
            {
                _months[month].Touchpoints += bucket.Count;
                _months[month].Value += roles.HasFlag(TouchpointRoles.Sale) ? bucket.Amount : 0;
            }
        }

        return last;
    }

    // The larger value first, those without one last, ties by id: what a ranking shows does not depend on the order of reading.
    private static int Compare(RankedClient left, RankedClient right)
    {
        var order = (right.Value ?? decimal.MinValue).CompareTo(left.Value ?? decimal.MinValue);
        return order != 0 ? order : left.Client.CompareTo(right.Client);
    }
}
