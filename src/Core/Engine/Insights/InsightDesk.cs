using Clientele.Measures;
using Clientele.Storage;
using Clientele.Templating;

namespace Clientele.Insights;

/// <summary>An insight as of a day.</summary>
/// <param name="Insight">Which one.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Result">What it found, or why there is no result.</param>
public sealed record InsightRun(Insight Insight, DateOnly AsOf, InsightResult Result);

/// <summary>Computes insights from the facts, anew on each request.</summary>
/// <remarks>Thread-safe. Segments are read as the last run stored them; run them first where an insight reads any.</remarks>
public sealed class InsightDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;

    internal InsightDesk(Store store, Catalogue catalogue, TemplateEngine engine)
    {
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
    }

    /// <summary>Computes an insight.</summary>
    /// <param name="insight">Its name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the computing.</param>
    /// <returns>What it found. A computation that throws is a result too: a refusal with the error as its reason.</returns>
    /// <exception cref="ClienteleException">Nobody registered the insight (<see cref="ErrorCodes.RegistrationUnknown"/>).</exception>
    public async Task<InsightRun> RunAsync(string insight, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var definition = _catalogue.Insights.GetValueOrDefault(insight)
            ?? throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registered the insight '{insight}'; 'clientele insights' lists all of them.");
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var input = new StoredInsightInput(_store, _catalogue, _engine, definition, asOf);
        try
        {
            return new InsightRun(definition, asOf, ResultCheck.Judged(await definition.Computation.ComputeAsync(input, cancellationToken).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // The boundary to a computation: whatever it throws becomes the reason why there is no result.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new InsightRun(definition, asOf, InsightResult.Refused(new Reason("fault", new($"The computation failed: {error.Message}", $"计算失败：{error.Message}"))));
        }
    }

    /// <summary>Reads the names of the clients and people that the first rows of an insight's tables show.</summary>
    /// <param name="run">The insight.</param>
    /// <param name="rows">How many rows of each table are shown; the default is all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The insight with the names.</returns>
    public async Task<ShownInsight> NameAsync(InsightRun run, int rows = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        var names = new Dictionary<ClientId, string>();
        var people = new Dictionary<ContactId, string>();
        foreach (var cell in run.Result.Tables.SelectMany(table => table.Rows.Take(rows)).SelectMany(row => row.Cells))
        {
            if (cell.Client is { } client && !names.ContainsKey(client))
            {
                names.Add(client, (await _store.Clients.FindAsync(client, cancellationToken).ConfigureAwait(false))?.Name ?? client.ToString());
            }

            if (cell.Contact is { } contact && !people.ContainsKey(contact))
            {
                people.Add(contact, (await _store.Clients.FindContactAsync(contact, cancellationToken).ConfigureAwait(false))?.Name ?? contact.ToString());
            }
        }

        return new ShownInsight(run, names) { People = people };
    }
}
