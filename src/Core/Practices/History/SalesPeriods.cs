using System.Globalization;

namespace Clientele.Practices.History;

/// <summary>The sales of the population by period: by month where there are sales in most months, else by years of twelve months that end where the months end.</summary>
internal sealed class SalesPeriods
{
    private readonly decimal[] _amounts = new decimal[SalesHistory.Length];
    private readonly List<ClientId>[] _clients = [.. Enumerable.Range(0, SalesHistory.Length).Select(_ => new List<ClientId>())];
    private readonly DateOnly _last;
    private int _months;

    public SalesPeriods(DateOnly last) => _last = last;

    /// <summary>Whether the periods are months: at least six of the last twelve had sales.</summary>
    public bool Monthly => _clients.Take(12).Count(clients => clients.Count > 0) >= 6;

    /// <summary>How many periods there are since the first sale.</summary>
    public int Count => Monthly ? Math.Min(_months, SalesHistory.Length) : Math.Min((_months + 11) / 12, SalesHistory.Length / 12);

    public static async Task<SalesPeriods> ReadAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var periods = new SalesPeriods(SalesHistory.LastWhole(input.AsOf));
        await foreach (var history in SalesHistory.StreamAsync(input, cancellationToken).ConfigureAwait(false))
        {
            periods.Add(history);
        }

        return periods;
    }

    public void Add(SalesHistory history)
    {
        _months = Math.Max(_months, history.Months);
        for (var back = 0; back < SalesHistory.Length; back++)
        {
            if (history.Count(back) > 0)
            {
                _amounts[back] += history.Amount(back);
                _clients[back].Add(history.Client);
            }
        }
    }

    /// <summary>The amount of a period, how many periods before the last.</summary>
    public decimal Amount(int back) => Monthly ? _amounts[back] : _amounts.Skip(back * 12).Take(12).Sum();

    /// <summary>Who bought in a period.</summary>
    public IReadOnlyList<ClientId> Clients(int back) => Monthly ? _clients[back] : [.. _clients.Skip(back * 12).Take(12).SelectMany(clients => clients).Distinct().Order()];

    /// <summary>What a period is called: the month, or the month a year ends with. Periods to come have a negative distance.</summary>
    public string Label(int back) => Monthly
        ? _last.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : _last.AddYears(-back) is var end && end.Month == 12 ? end.ToString("yyyy", CultureInfo.InvariantCulture) : end.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
