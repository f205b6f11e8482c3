using System.Runtime.CompilerServices;
using Clientele.Practices.History;

namespace Clientele.Practices.Movement;

/// <summary>A client's last months from every angle, the oldest first.</summary>
/// <param name="Sales">The sales by month.</param>
/// <param name="Angles">The months from each angle that the facts of the client know; the last month is the one to judge.</param>
internal sealed record MovementHistory(SalesHistory Sales, IReadOnlyDictionary<MovementAngle, IReadOnlyList<double>> Angles)
{
    public ClientId Client => Sales.Client;

    /// <summary>When a supporter left within the last twelve months.</summary>
    public DateOnly? SupporterLeft { get; init; }

    /// <summary>Reads client after client; only one client's facts are held.</summary>
    /// <param name="input">The facts.</param>
    /// <param name="window">How many months are kept.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<MovementHistory> StreamAsync(IInsightInput input, int window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = SalesHistory.LastWhole(input.AsOf);
        var months = new List<ClientMonth>();
        await foreach (var month in input.MonthsAsync(cancellationToken).Where(month => month.First < last.AddMonths(1)).ConfigureAwait(false))
        {
            if (months.Count > 0 && months[0].Client != month.Client)
            {
                yield return Of(months, last, window, input);
                months.Clear();
            }

            months.Add(month);
        }

        if (months.Count > 0)
        {
            yield return Of(months, last, window, input);
        }
    }

    private static MovementHistory Of(List<ClientMonth> months, DateOnly last, int window, IInsightInput input)
    {
        List<ClientMonth> With(TouchpointRoles role) => [.. months.Where(month => input.Roles(month.Kind).HasFlag(role))];
        var (sold, paid, complained, reached) = (With(TouchpointRoles.Sale), With(TouchpointRoles.Payment), With(TouchpointRoles.Complaint), With(TouchpointRoles.Contact));
        var sales = new SalesHistory(months[0].Client, last);
        sold.ForEach(sales.Add);
        var known = Math.Min(Math.Max(sales.Months, Back(last, months.Min(month => month.First)) + 1), window);
        var angles = new Dictionary<MovementAngle, IReadOnlyList<double>>();
        if (sales.Months > 0)
        {
            var backs = Enumerable.Range(0, Math.Min(sales.Months, window)).Reverse().ToList();
            angles.Add(MovementAngle.Amount, [.. backs.Select(back => (double)sales.Amount(back))]);
            angles.Add(MovementAngle.Frequency, [.. backs.Select(back => (double)sales.Count(back))]);
        }

        if (sold.Count > 0 && paid.Count > 0)
        {
            angles.Add(MovementAngle.Delay, [.. Enumerable.Range(0, Math.Min(sales.Months, window)).Reverse().Select(back => Delay(sold, paid, End(last, back)))]);
        }

        if (complained.Count > 0)
        {
            angles.Add(MovementAngle.Complaints, [.. Enumerable.Range(0, known).Reverse().Select(back => (double)complained.Where(month => Back(last, month.First) == back).Sum(month => month.Count))]);
        }

        if (reached.Count > 0)
        {
            angles.Add(MovementAngle.Silence, [.. Enumerable.Range(0, Math.Min(Back(last, reached.Min(month => month.First)) + 1, window)).Reverse().Select(back => Silence(reached, End(last, back)))]);
        }

        var left = months.Where(month => month.Kind == Loyalty.SurveyKinds.ChampionLeft && Back(last, month.Last) < 12).Select(month => (DateOnly?)month.Last).Max();
        return new MovementHistory(sales, angles) { SupporterLeft = left };
    }

    private static double Silence(List<ClientMonth> reached, DateOnly day) => day.DayNumber - reached.Where(month => month.First <= day).Max(month => month.Last).DayNumber;

    // Payments settle the oldest sales first. Within a month the last day stands for all.
    private static double Delay(List<ClientMonth> sold, List<ClientMonth> paid, DateOnly day)
    {
        var left = paid.Where(month => month.First <= day).Sum(month => month.Amount);
        foreach (var sale in sold.Where(sale => sale.First <= day).OrderBy(sale => sale.First))
        {
            left -= sale.Amount;
            if (left < 0)
            {
                return day.DayNumber - sale.Last.DayNumber;
            }
        }

        return 0;
    }

    private static int Back(DateOnly last, DateOnly day) => ((last.Year - day.Year) * 12) + last.Month - day.Month;

    private static DateOnly End(DateOnly last, int back) => last.AddMonths(1 - back).AddDays(-1);
}
