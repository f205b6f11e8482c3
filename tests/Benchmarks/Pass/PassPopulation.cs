using System.Globalization;
using Clientele.Storage;
using Clientele.Storage.Projection;

namespace Clientele.Benchmarks.Pass;

/// <summary>A population for the standard set, the same on every run: a tenth of the clients has 40 % of the touchpoints, most amounts are small, a fifth of the margins is not known.</summary>
internal static class PassPopulation
{
    public static readonly DateOnly Day = new(2026, 3, 15);

    private const int ClientsABatch = 50_000;
    private const int TouchpointsABatch = 100_000;

    // Of a hundred touchpoints: sales, visits, calls, outreach, responses, costs.
    private static readonly (int UpTo, string Kind)[] Kinds = [(25, "core.sale"), (45, "core.visit"), (70, "core.call"), (80, "core.outreach"), (85, "core.response"), (100, "core.cost")];
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string>[] Outcomes = [.. new[] { "none", "reply", "refused", "meeting" }.Select(outcome => new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = outcome })];

    public static ClientId Id(int number) => ClientId.From("pass", Text(number));

    public static Touchpoint Touchpoint(int number, IReadOnlyList<ClientId> clients, DateOnly? on = null)
    {
        var random = new Random(number);
        var client = clients[(int)(Math.Pow(random.NextDouble(), 2.5) * clients.Count)];
        var draw = random.Next(100);
        var kind = Kinds.First(kind => draw < kind.UpTo).Kind;
        return new Touchpoint
        {
            Id = TouchpointId.From("pass", Text(number)),
            Client = client,
            Kind = kind,
            OccurredOn = on ?? Day.AddDays(-random.Next(3 * 365)),
            Amount = kind is "core.sale" or "core.cost" ? new Money(Math.Round((decimal)Math.Exp((kind == "core.sale" ? 8 : 4) + (2 * random.NextDouble())), 2), "CNY") : null,
            Details = kind == "core.outreach" ? Outcomes[random.Next(Outcomes.Length)] : None,
            Source = "pass",
        };
    }

    /// <summary>Fills a database and folds it, a batch at a time.</summary>
    public static async Task FillAsync(string database, int clients, int touchpoints)
    {
        await using var store = await Store.OpenAsync(new StoreOptions { Database = database, Durable = false }, TimeProvider.System);
        var ids = new ClientId[clients];
        await BatchesAsync(store, clients, ClientsABatch, async (batch, number) =>
        {
            var client = new Client { Id = ids[number] = Id(number), Name = $"第{Text(number)}客户", Source = "pass", ExternalId = Text(number), Since = new(2020, 1, 1) };
            await batch.SaveAsync(client);
            if (number % 5 > 0)
            {
                await batch.PutAsync(new AttributeValue(client.Id, "core.margin_rate", (number % 5) switch { 1 => "0.12", 2 => "0.2", 3 => "0.3", _ => "0.45" }, new(2020, 1, 1)));
            }
        });
        await BatchesAsync(store, touchpoints, TouchpointsABatch, (batch, number) => batch.AppendAsync(Touchpoint(number, ids)));
    }

    private static async Task BatchesAsync(Store store, int count, int aBatch, Func<Clientele.Storage.Writing.StoreBatch, int, Task> write)
    {
        for (var first = 0; first < count; first += aBatch)
        {
            await using var batch = await store.BeginAsync();
            for (var number = first; number < Math.Min(first + aBatch, count); number++)
            {
                await write(batch, number);
            }

            await batch.ProjectAsync(new Dictionary<string, MatterType>());
            await batch.CommitAsync();
        }
    }

    private static string Text(int number) => number.ToString("D8", CultureInfo.InvariantCulture);
}
