using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Gathers the facts of a report from the store, in one pass over the population.</summary>
/// <remarks>
/// Thread-safe. Keeps one number a client, and whole rows of the first clients and matters only. The population is the scheme's, or, for a
/// report without a scheme, all clients. Stages, months and memberships are as of the last projection and the last run of the segments.
/// </remarks>
/// <param name="store">The store.</param>
/// <param name="catalogue">What is registered.</param>
public sealed class ReportFactsReader(Store store, Catalogue catalogue)
{
    private const string DefaultOwnerRole = "service";

    /// <summary>Gathers the facts.</summary>
    /// <param name="report">The report.</param>
    /// <param name="asOf">The day of the report.</param>
    /// <param name="firm">Who reports.</param>
    /// <param name="values">The report's measure of every client that has a value, in the order of ids; ignored when the report has no measure.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts.</returns>
    public async Task<ReportFacts> ReadAsync(ReportDefinition report, DateOnly asOf, Firm firm, IAsyncEnumerable<KeyValuePair<ClientId, decimal>> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(values);
        var tally = new PopulationTally(report, asOf, catalogue);
        await tally.AddAsync(store, values, cancellationToken).ConfigureAwait(false);
        var names = new ClientNames(store);
        var (matterCount, stages, matters) = await MattersAsync(report, asOf, names, cancellationToken).ConfigureAwait(false);
        var (followUpCount, followUps) = await FollowUpsAsync(report, asOf, names, cancellationToken).ConfigureAwait(false);
        return new ReportFacts
        {
            Report = report,
            AsOf = asOf,
            Currency = store.Currency,
            Firm = firm,
            Totals = new ReportTotals(tally.Clients, tally.Touchpoints, matterCount, tally.Value) { RankedValue = tally.RankedValue, FollowUps = followUpCount },
            Segments = tally.Segments,
            Clients = await ClientsAsync(report, asOf, tally, names, cancellationToken).ConfigureAwait(false),
            Concentration = tally.Concentration(),
            Stages = stages,
            Matters = matters,
            Months = tally.Months,
            FollowUps = followUps,
            Registers = await RegisterFactsReader.ReadAsync(store, catalogue, report.Registers, asOf, cancellationToken).ConfigureAwait(false),
            Invented = await InventedAsync(asOf, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The facts of a page that shows insights alone: it needs no pass over the population.</summary>
    /// <param name="report">The page.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="firm">Who reports.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts, without insights.</returns>
    internal async Task<ReportFacts> OfInsightsAsync(ReportDefinition report, DateOnly asOf, Firm firm, CancellationToken cancellationToken) => new()
    {
        Report = report,
        AsOf = asOf,
        Currency = store.Currency,
        Firm = firm,
        Invented = await InventedAsync(asOf, cancellationToken).ConfigureAwait(false),
    };

    private async Task<bool> InventedAsync(DateOnly asOf, CancellationToken cancellationToken) =>
        await store.Clients.AnyFromAsync(InventedSource.Prefix, cancellationToken).ConfigureAwait(false)
        || await store.Touchpoints.AnyFromAsync(InventedSource.Prefix, asOf, cancellationToken: cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<ReportClient>> ClientsAsync(ReportDefinition report, DateOnly asOf, PopulationTally tally, ClientNames names, CancellationToken cancellationToken)
    {
        var role = report.Policies.Select(name => catalogue.Policies.GetValueOrDefault(name)?.OwnerRole).FirstOrDefault(name => name is not null) ?? DefaultOwnerRole;
        var rows = new List<ReportClient>();
        var reached = 0m;
        foreach (var row in tally.First())
        {
            reached += Math.Max(row.Value ?? 0, 0);
            var client = await names.ClientAsync(row.Client, cancellationToken).ConfigureAwait(false);
            var owners = await store.Clients.OwnersAsync(row.Client, asOf, cancellationToken).ConfigureAwait(false);
            rows.Add(new ReportClient(rows.Count + 1, client, row.Segment, row.Value, reached, row.LastTouchOn, owners.FirstOrDefault(owner => owner.Role == role)?.Person ?? ""));
        }

        return rows;
    }

    private async Task<(long Count, IReadOnlyList<ReportStage> Stages, IReadOnlyList<ReportMatter> Matters)> MattersAsync(ReportDefinition report, DateOnly asOf, ClientNames names, CancellationToken cancellationToken)
    {
        if (!catalogue.MatterTypes.TryGetValue(report.MatterType, out var type))
        {
            return (0, [], []);
        }

        var counts = type.Stages.ToDictionary(stage => stage.Name, _ => 0L, StringComparer.Ordinal);
        var final = type.Stages.Where(stage => stage.Final).Select(stage => stage.Name).ToHashSet(StringComparer.Ordinal);
        var (open, over) = (new List<MatterFacts>(), new List<MatterFacts>());
        await foreach (var (matter, stage) in store.Matters.InStageAsync(asOf, type.Name, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            counts[stage.Stage] = counts.GetValueOrDefault(stage.Stage) + 1;
            var list = final.Contains(stage.Stage) ? over : open;
            if (list.Count < report.Top)
            {
                list.Add(MatterFactsReader.Named(catalogue, matter, stage));
            }
        }

        var rows = new List<ReportMatter>();
        foreach (var facts in open.Concat(over).Take(report.Top))
        {
            var full = await MatterFactsReader.WithTouchpointsAsync(store, catalogue, facts, asOf, cancellationToken).ConfigureAwait(false);
            rows.Add(new ReportMatter(full, await names.OfAsync(facts.Matter.Client, cancellationToken).ConfigureAwait(false)));
        }

        return (counts.Values.Sum(), [.. type.Stages.Select(stage => new ReportStage(stage, counts[stage.Name]))], rows);
    }

    private async Task<(long Count, IReadOnlyList<ReportFollowUp> FollowUps)> FollowUpsAsync(ReportDefinition report, DateOnly asOf, ClientNames names, CancellationToken cancellationToken)
    {
        var rows = new List<ReportFollowUp>();
        var count = 0L;
        if (report.Policies.Count == 0)
        {
            return (count, rows);
        }

        var policies = report.Policies.ToHashSet(StringComparer.Ordinal);
        await foreach (var followUp in store.FollowUps.OpenAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            if (!policies.Contains(followUp.Policy))
            {
                continue;
            }

            count++;
            if (rows.Count < report.Top)
            {
                var title = catalogue.Policies.TryGetValue(followUp.Policy, out var policy) ? policy.Title : LocalizedText.Same(followUp.Policy);
                rows.Add(new ReportFollowUp(followUp, title, await names.OfAsync(followUp.Client, cancellationToken).ConfigureAwait(false)));
            }
        }

        return (count, rows);
    }
}
