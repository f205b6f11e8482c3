using System.Runtime.CompilerServices;
using Clientele.Documents;
using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Insights;

/// <summary>Streams from the store what an insight declared, and nothing else.</summary>
internal sealed class StoredInsightInput(Store store, Catalogue catalogue, TemplateEngine engine, Insight insight, DateOnly asOf) : IInsightInput
{
    private readonly HashSet<string> _kinds = catalogue.KindsOf(insight.Kinds, insight.Roles);

    public DateOnly AsOf => asOf;

    public string Currency => store.Currency;

    public async IAsyncEnumerable<InsightClient> ClientsAsync(DateOnly? asOf = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var day = asOf ?? AsOf;
        var plan = new MeasurePlan(catalogue, engine);
        var slots = insight.Reads.ToDictionary(name => name, plan.Slot, StringComparer.Ordinal);
        var segments = new SegmentColumns(store, insight.Schemes, day, cancellationToken);
        await using (segments.ConfigureAwait(false))
        {
            await foreach (var (client, since, values) in new Filling(plan, day).RunAsync(store.Facts.StreamAsync(plan.Query(day), cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                await segments.MoveAsync(client).ConfigureAwait(false);
                yield return new InsightClient(client, since, name => values[Declared(slots, name)].NumberOrNull(), name => values[Declared(slots, name)].TextOrNull(), segments.Of);
            }
        }
    }

    public async IAsyncEnumerable<ClientMonth> MonthsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var months = new MonthlyFacts();
        await foreach (var facts in store.Facts.StreamAsync(new FactQuery(AsOf, []), cancellationToken).ConfigureAwait(false))
        {
            foreach (var month in months.Of(facts, _kinds, AsOf, singly: false))
            {
                yield return new ClientMonth(facts.Id, month.Kind, month.First, month.Last, month.Count, month.Amount);
            }
        }
    }

    public IAsyncEnumerable<Touchpoint> TouchpointsAsync(CancellationToken cancellationToken = default) => store.Touchpoints.OfKindsAsync(_kinds, AsOf, cancellationToken);

    public IAsyncEnumerable<Membership> MembershipsAsync(string scheme, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) => insight.Schemes.Contains(scheme)
        ? store.Memberships.DuringAsync(scheme, first, last, cancellationToken).Select(row => new Membership(row.Client, row.Scheme, row.Segment, row.From, row.Until, []))
        : throw new InvalidOperationException($"The computation reads the scheme '{scheme}', which {insight.Name} does not declare in Schemes.");

    public IAsyncEnumerable<RegisterEntry> RegisterAsync(string register, DateOnly? asOf = null, CancellationToken cancellationToken = default) => insight.Registers.Contains(register)
        ? store.Registers.InForceAsync(register, asOf ?? AsOf, cancellationToken)
        : throw new InvalidOperationException($"The computation reads the register '{register}', which {insight.Name} does not declare in Registers.");

    private int Declared(Dictionary<string, int> slots, string name) => slots.TryGetValue(name, out var slot)
        ? slot
        : throw new InvalidOperationException($"The computation reads '{name}', which {insight.Name} does not declare in Reads.");
}
