namespace Clientele.Engine.Tests.Worth;

/// <summary>A CRM in a real database, with short ways to enter facts and to read what insights and measures make of them.</summary>
internal sealed class WorthFixture : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2026, 12, 31);

    private readonly TemporaryCrm _crm;
    private int _number;

    private WorthFixture(TemporaryCrm crm) => _crm = crm;

    public Crm Crm => _crm.Crm;

    public static async Task<WorthFixture> OpenAsync() => new(await TemporaryCrm.OpenAsync());

    public async Task<Client> ClientAsync(string name, params (string Name, decimal Value)[] attributes)
    {
        var client = await _crm.ClientAsync(name, new(2015, 1, 1));
        foreach (var (attribute, value) in attributes)
        {
            await _crm.WriteAsync(batch => batch.PutAsync(new AttributeValue(client.Id, attribute, FormattableString.Invariant($"{value}"), new(2015, 1, 1))));
        }

        return client;
    }

    public async Task<IReadOnlyList<Client>> ClientsAsync(int count)
    {
        var clients = Enumerable.Range(0, count).Select(i => new Client { Id = ClientId.From("test", $"c{i}"), Name = $"c{i}", Source = "test", ExternalId = $"c{i}", Since = new(2015, 1, 1) }).ToList();
        await _crm.WriteAsync(async batch =>
        {
            foreach (var client in clients)
            {
                await batch.PutAsync(client);
            }
        });
        return clients;
    }

    public Task SetAsync(IEnumerable<Client> clients, string attribute, decimal value) => _crm.WriteAsync(async batch =>
    {
        foreach (var client in clients)
        {
            await batch.PutAsync(new AttributeValue(client.Id, attribute, FormattableString.Invariant($"{value}"), new(2015, 1, 1)));
        }
    });

    public Task TouchAsync(Client client, string kind, DateOnly on, decimal? amount = null, params (string Name, object Value)[] details) => TouchAsync([(client, kind, on, amount, details)]);

    public Task TouchAsync(IEnumerable<(Client Client, string Kind, DateOnly On, decimal? Amount, (string Name, object Value)[] Details)> facts) => _crm.WriteAsync(async batch =>
    {
        foreach (var (client, kind, on, amount, details) in facts)
        {
            await batch.AppendAsync(new Touchpoint
            {
                Id = TouchpointId.From("worth", $"{++_number}"), Client = client.Id, Kind = kind, OccurredOn = on, Amount = amount is { } value ? new Money(value, "CNY") : null,
                Details = details.ToDictionary(detail => detail.Name, detail => FormattableString.Invariant($"{detail.Value}"), StringComparer.Ordinal),
            });
        }
    });

    public Task SalesAsync(IEnumerable<(Client Client, DateOnly On, decimal Amount)> sales) => TouchAsync(sales.Select(sale => (sale.Client, "core.sale", sale.On, (decimal?)sale.Amount, Array.Empty<(string, object)>())));

    public async Task<InsightResult> InsightAsync(string name) => (await Crm.Insights.RunAsync(name, Day)).Result;

    public async Task<decimal?> MeasureAsync(Client client, string name) => (await Crm.Measures.OfClientAsync(client.Id, Day)).Single(value => value.Measure.Name == name).Value;

    public ValueTask DisposeAsync() => _crm.DisposeAsync();
}

/// <summary>Reads the parts of a result by name.</summary>
internal static class ResultReading
{
    public static decimal? Number(this InsightResult result, string figure) => Figure(result, figure).Value;

    public static string? Verdict(this InsightResult result, string figure) => Figure(result, figure).Verdict?.En;

    /// <summary>The cells of a column, as numbers or English texts.</summary>
    public static IReadOnlyList<object?> Column(this InsightResult result, string table, string column)
    {
        Assert.Null(result.Refusal);
        var found = result.Tables.Single(candidate => candidate.Name == table);
        var index = found.Columns.ToList().FindIndex(candidate => candidate.Name == column);
        return [.. found.Rows.Select(row => row.Cells[index]).Select(cell => cell.Number ?? (object?)cell.Text?.En ?? cell.Client)];
    }

    /// <summary>A cell of the row of a client.</summary>
    public static object? Of(this InsightResult result, Client client, string table, string column)
    {
        var found = result.Tables.Single(candidate => candidate.Name == table);
        var row = found.Rows.ToList().FindIndex(candidate => candidate.Clients.Contains(client.Id));
        return result.Column(table, column)[row];
    }

    private static Figure Figure(InsightResult result, string name)
    {
        Assert.Null(result.Refusal);
        return result.Figures.Single(figure => figure.Name == name);
    }
}
