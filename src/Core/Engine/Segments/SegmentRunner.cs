using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>Measures clients and puts them into the segments of all registered schemes, as of a day.</summary>
/// <remarks>
/// Thread-safe; two runs queue behind each other. The first run of a day streams all clients once; a second run of the same day measures only clients
/// whose facts changed since. A run lands whole or not at all. Memory does not depend on the number of touchpoints.
/// </remarks>
public sealed class SegmentRunner
{
    private const string Reader = "segments";

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;

    internal SegmentRunner(Store store, Catalogue catalogue, TemplateEngine engine)
    {
        _store = store;
        _catalogue = catalogue;
        _engine = engine;
    }

    /// <summary>Runs all schemes.</summary>
    /// <param name="asOf">The as-of day; not before the day of the last run, whose memberships are history by then.</param>
    /// <param name="progress">Told of every thousand clients; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the run; nothing is then changed.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="ClienteleException">The day lies before the last run (<see cref="ErrorCodes.DayBeforeLastRun"/>).</exception>
    public async Task<SegmentRunResult> RunAsync(DateOnly asOf, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var plan = new MeasurePlan(_catalogue, _engine);
        var schemes = _catalogue.Schemes.Values.Select(scheme => SchemePlan.Of(scheme, plan)).ToList();
        var version = string.Join(';', schemes.Select(scheme => $"{scheme.Name}={scheme.Version}"));
        var end = await _store.CatchUpAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var mark = await batch.MarkAsync(Reader, cancellationToken).ConfigureAwait(false);
            if (mark?.AsOf > asOf)
            {
                throw new ClienteleException(ErrorCodes.DayBeforeLastRun, $"Segments were run as of {mark.AsOf:yyyy-MM-dd} already, and their history cannot be rewritten; run them as of that day or later, or read the segments of {asOf:yyyy-MM-dd} with an as-of query.");
            }

            var incremental = mark?.Version == version && mark.AsOf == asOf;
            var query = plan.Query(asOf) with { ChangedAfter = incremental ? mark!.Position : null };
            var pass = new SegmentPass(_store, batch, plan, schemes, asOf);
            await pass.RunAsync(query, progress, cancellationToken).ConfigureAwait(false);
            foreach (var scheme in schemes)
            {
                await batch.KeepSchemeAsync(scheme.Name, scheme.Version, scheme.Definition, cancellationToken).ConfigureAwait(false);
            }

            await batch.KeepMarkAsync(Reader, new LogMark(end, asOf, version), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new SegmentRunResult(asOf, pass.Measured, await CountsAsync(asOf, cancellationToken).ConfigureAwait(false), pass.Moves);
        }
    }

    /// <summary>Counts the clients of every segment on a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>The schemes, in the order of registration.</returns>
    public async Task<IReadOnlyList<SchemeCounts>> CountsAsync(DateOnly asOf, CancellationToken cancellationToken = default)
    {
        var all = new List<SchemeCounts>();
        foreach (var scheme in _catalogue.Schemes.Values)
        {
            var counts = await _store.Memberships.CountsAsync(scheme.Name, asOf, cancellationToken).ConfigureAwait(false);
            all.Add(new SchemeCounts(scheme.Name, scheme.Title, [.. scheme.All.Select(segment => new SegmentCount(segment, counts.GetValueOrDefault(segment.Name)))]));
        }

        return all;
    }
}
