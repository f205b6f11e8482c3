namespace Clientele.Segments;

/// <summary>The place that a value would take in a ranking of all others.</summary>
internal sealed class RankAmong
{
    private readonly RankScheme _scheme;
    private readonly ClientId _client;
    private readonly List<KeyValuePair<ClientId, decimal>> _others;
    private readonly decimal[] _before;

    public RankAmong(RankScheme scheme, ClientId client, KeptPopulation members)
    {
        _scheme = scheme;
        _client = client;
        _others =
        [
            .. Enumerable.Range(0, members.Count).Select(index => KeyValuePair.Create(members[index].Client, members[index].Values.First!.Value)).Where(pair => pair.Key != client)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key),
        ];
        _before = new decimal[_others.Count + 1];
        for (var index = 0; index < _others.Count; index++)
        {
            _before[index + 1] = _before[index] + Weight(_others[index].Value);
        }
    }

    public string? Segment(decimal? value) => value is { } number ? _scheme.Cuts[Cut(number)].Name : null;

    /// <summary>The values, in steps, at which a higher cut is just reached: the higher a value, the better its place.</summary>
    public IEnumerable<decimal> Boundaries(decimal step)
    {
        var lowest = decimal.Floor(Math.Min(0, _others.Count > 0 ? _others[^1].Value : 0) / step) - 1;
        var highest = decimal.Ceiling(Math.Max(0, _others.Count > 0 ? _others[0].Value : 0) / step) + 1;
        for (var cut = 0; cut < _scheme.Cuts.Count - 1; cut++)
        {
            var (low, high) = (lowest, highest);
            while (high - low > 1)
            {
                var middle = decimal.Floor((low + high) / 2);
                (low, high) = Cut(middle * step) <= cut ? (low, middle) : (middle, high);
            }

            yield return high * step;
        }
    }

    private int Cut(decimal value)
    {
        var (low, high) = (0, _others.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var (client, other) = _others[middle];
            (low, high) = other > value || (other == value && client < _client) ? (middle + 1, high) : (low, middle);
        }

        var total = _before[^1] + Weight(value);
        for (var cut = 0; total > 0 && cut < _scheme.Cuts.Count - 1; cut++)
        {
            if (_before[low] < _scheme.Cuts[cut].UpTo * total)
            {
                return cut;
            }
        }

        return _scheme.Cuts.Count - 1;
    }

    private decimal Weight(decimal value) => _scheme.Basis == RankBasis.Clients ? 1 : Math.Max(value, 0);
}
