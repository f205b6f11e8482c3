namespace Clientele.Practices.Indicators;

/// <summary>What the population did in the twelve months before a day: the sums that indicators, goals and scorecards are made of.</summary>
internal sealed class YearCompared
{
    /// <summary>The measures and attributes it reads.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["core.sales_12m", "core.sales", "core.payments", "core.cost_12m", "core.touches_12m", "core.complaints_12m", "core.survey_score_12m", "core.region", "core.lead_source", "core.margin_rate"];

    public long Clients { get; private set; }

    public decimal Sales { get; private set; }

    public decimal Costs { get; private set; }

    /// <summary>What remained: by the margin rates less costs where the rate of every buyer is known, else sales less costs; unknown without rates and costs.</summary>
    public decimal? Profit => Buyers.Count > 0 && _rated == Buyers.Count ? _margins - Costs : Costs > 0 ? Sales - Costs : null;

    /// <summary>What was sold and not paid by the day; unknown when no payment was ever recorded.</summary>
    public decimal? Receivables => _paid > 0 ? Math.Max(0, _sold - _paid) : null;

    public decimal Touches { get; private set; }

    public decimal Complaints { get; private set; }

    public double? Satisfaction => _scores.Count > 0 ? _scores.Average() : null;

    public HashSet<ClientId> Buyers { get; } = [];

    public HashSet<ClientId> EverBought { get; } = [];

    public HashSet<ClientId> Reached { get; } = [];

    /// <summary>The clients of whom more is known than the name.</summary>
    public HashSet<ClientId> Profiled { get; } = [];

    private readonly List<double> _scores = [];
    private decimal _margins;
    private int _rated;
    private decimal _sold;
    private decimal _paid;

    public static async Task<YearCompared> ReadAsync(IInsightInput input, DateOnly day, CancellationToken cancellationToken)
    {
        var year = new YearCompared();
        await foreach (var client in input.ClientsAsync(day, cancellationToken).ConfigureAwait(false))
        {
            year.Add(client);
        }

        return year;
    }

    private void Add(InsightClient client)
    {
        var sales = client.Number("core.sales_12m") ?? 0;
        Clients++;
        Sales += sales;
        _sold += client.Number("core.sales") ?? 0;
        _paid += client.Number("core.payments") ?? 0;
        Costs += client.Number("core.cost_12m") ?? 0;
        Touches += client.Number("core.touches_12m") ?? 0;
        Complaints += client.Number("core.complaints_12m") ?? 0;
        if (client.Number("core.survey_score_12m") is { } score)
        {
            _scores.Add((double)score);
        }

        if (client.Number("core.margin_rate") is { } margin)
        {
            _margins += sales * margin;
            _rated += sales > 0 ? 1 : 0;
        }

        Keep(Buyers, sales > 0, client.Id);
        Keep(EverBought, client.Number("core.sales") > 0, client.Id);
        Keep(Reached, client.Number("core.touches_12m") > 0, client.Id);
        Keep(Profiled, client.Text("core.region") is not null || client.Text("core.lead_source") is not null, client.Id);
    }

    private static void Keep(HashSet<ClientId> clients, bool holds, ClientId client)
    {
        if (holds)
        {
            clients.Add(client);
        }
    }
}
