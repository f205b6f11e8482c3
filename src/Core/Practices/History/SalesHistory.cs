using System.Runtime.CompilerServices;

namespace Clientele.Practices.History;

/// <summary>A client's sales by calendar month, the last month being the last that is over on the as-of day.</summary>
/// <remarks>Read from an insight that declares the role of sales. Sales of a month that is not over, and older than ten years, are left out.</remarks>
internal sealed class SalesHistory(ClientId client, DateOnly last)
{
    /// <summary>How many months are kept.</summary>
    public const int Length = 120;

    private readonly decimal[] _amounts = new decimal[Length];
    private readonly long[] _counts = new long[Length];

    public ClientId Client { get; } = client;

    /// <summary>The first day of the last month.</summary>
    public DateOnly Last { get; } = last;

    /// <summary>How many months lie between the first sale and the end, the month of the first included.</summary>
    public int Months { get; private set; }

    /// <summary>The last month that is over on a day.</summary>
    public static DateOnly LastWhole(DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        return day.AddDays(1).Month == day.Month ? month.AddMonths(-1) : month;
    }

    public static async IAsyncEnumerable<SalesHistory> StreamAsync(IInsightInput input, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var last = LastWhole(input.AsOf);
        SalesHistory? history = null;
        await foreach (var month in input.MonthsAsync(cancellationToken).Where(month => input.Roles(month.Kind).HasFlag(TouchpointRoles.Sale)).ConfigureAwait(false))
        {
            if (history is not null && history.Client != month.Client)
            {
                yield return history;
            }

            history = history?.Client == month.Client ? history : new SalesHistory(month.Client, last);
            history.Add(month);
        }

        if (history is not null)
        {
            yield return history;
        }
    }

    /// <summary>The amount of a month.</summary>
    /// <param name="back">How many months before the last.</param>
    public decimal Amount(int back) => _amounts[back];

    /// <summary>How many sales a month had.</summary>
    /// <param name="back">How many months before the last.</param>
    public long Count(int back) => _counts[back];

    /// <summary>The amount of twelve months.</summary>
    /// <param name="back">How many years before the last twelve.</param>
    public decimal Year(int back) => _amounts.AsSpan(back * 12, 12).ToArray().Sum();

    /// <summary>How many of the last months had sales.</summary>
    public int ActiveMonths(int months) => _counts.Take(months).Count(count => count > 0);

    public void Add(ClientMonth month)
    {
        var back = ((Last.Year - month.First.Year) * 12) + Last.Month - month.First.Month;
        if (back is >= 0 and < Length)
        {
            _amounts[back] += month.Amount;
            _counts[back] += month.Count;
        }

        Months = Math.Max(Months, back + 1);
    }
}
