using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>The value of a measure for a client on a day.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The number; <see langword="null"/> when it is missing.</param>
/// <param name="Reasons">Where it came from, or why it is missing.</param>
public sealed record MeasureValue(Measure Measure, decimal? Value, IReadOnlyList<Reason> Reasons);

/// <summary>Computes measures of single clients, and streams one measure over all of them.</summary>
/// <remarks>Thread-safe. Values are computed from facts on each request and never stale. While a batch of this process is open, facts appended since the last fold of the log are not seen.</remarks>
public sealed class MeasureReader
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;

    // All measures planned once: a plan that nobody asks for further slots does not change any more.
    private readonly Lazy<(MeasurePlan Plan, IReadOnlyList<(Measure Measure, int Slot)> Slots)> _all;

    internal MeasureReader(Store store, Catalogue catalogue, TemplateEngine engine)
    {
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
        _all = new(() =>
        {
            var plan = new MeasurePlan(catalogue, engine);
            return (plan, [.. catalogue.Measures.Values.Select(measure => (measure, plan.Slot(measure.Name)))]);
        });
    }

    /// <summary>Computes all measures of a client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the computing.</param>
    /// <returns>The values, in the order of registration.</returns>
    public async Task<IReadOnlyList<MeasureValue>> OfClientAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var (plan, slots) = _all.Value;
        var values = new ClientValues(plan.SlotCount);
        await foreach (var facts in _store.Facts.StreamAsync(plan.Query(asOf) with { Client = client }, cancellationToken).ConfigureAwait(false))
        {
            plan.Fill(facts, asOf, values);
        }

        return [.. slots.Select(pair => new MeasureValue(pair.Measure, values[pair.Slot].NumberOrNull(), values.Notes.GetValueOrDefault(pair.Measure.Name) ?? []))];
    }

    /// <summary>Streams one measure over all clients that have a value, in the order of ids.</summary>
    /// <param name="measure">The measure's name.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the streaming.</param>
    /// <returns>Clients and values.</returns>
    public async IAsyncEnumerable<KeyValuePair<ClientId, decimal>> OfAllAsync(string measure, DateOnly asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var plan = new MeasurePlan(_catalogue, _engine);
        var slot = plan.Slot(measure);
        var values = new ClientValues(plan.SlotCount);
        await foreach (var facts in _store.Facts.StreamAsync(plan.Query(asOf), cancellationToken).ConfigureAwait(false))
        {
            plan.Fill(facts, asOf, values);
            if (values[slot].NumberOrNull() is { } value)
            {
                yield return new(facts.Id, value);
            }
        }
    }
}
