using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>Measures clients and puts them into the segments of all registered schemes, as of a day.</summary>
/// <remarks>
/// Thread-safe; two runs queue behind each other. The first run streams all clients once; every other one measures only clients whose facts changed since, and those for whom the days
/// that went by may change something: see <see cref="MeasureResult.HoldsUntil"/>. Everybody is measured again when a scheme or a measure it reads is defined otherwise.
/// A run lands whole or not at all. Memory does not depend on the number of touchpoints.
/// </remarks>
public sealed class SegmentRunner
{
    /// <summary>The name under which segment runs remember how far they read.</summary>
    internal const string Reader = "segments";

    // So many clients are looked up one by one, however many there are in all.
    private const int LookedUp = 1_000;

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
    public Task<SegmentRunResult> RunAsync(DateOnly asOf, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(asOf, Reader, [.. _catalogue.Schemes.Values], progress, cancellationToken);

    /// <summary>Runs some schemes: measures only what they read, and leaves the memberships of the others as they are.</summary>
    /// <param name="asOf">The as-of day; not before the day of the last run of any schemes.</param>
    /// <param name="schemes">The names of the schemes, in any order. Each selection remembers by itself how far it read, so run the same one again and again.</param>
    /// <param name="progress">Told of every thousand clients; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the run; nothing is then changed.</param>
    /// <returns>What it did, for these schemes.</returns>
    /// <exception cref="ClienteleException">Nobody registers a scheme (<see cref="ErrorCodes.RegistrationUnknown"/>), or the day lies before the last run (<see cref="ErrorCodes.DayBeforeLastRun"/>).</exception>
    public Task<SegmentRunResult> RunAsync(DateOnly asOf, IReadOnlyCollection<string> schemes, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var known = schemes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(_catalogue.Scheme).ToList();
        return RunAsync(asOf, $"{Reader}:{string.Join(',', known.Select(scheme => scheme.Name))}", known, progress, cancellationToken);
    }

    private async Task<SegmentRunResult> RunAsync(DateOnly asOf, string reader, IReadOnlyList<Scheme> chosen, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = new MeasurePlan(_catalogue, _engine);
        var schemes = chosen.Select(scheme => SchemePlan.Of(scheme, plan)).ToList();
        var version = RunVersion.Of(schemes, plan);
        var end = await _store.CatchUpAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            SegmentDecisions.RequireNotBefore(await batch.LastDayAsync(Reader, cancellationToken).ConfigureAwait(false), asOf);
            var mark = await batch.MarkAsync(reader, cancellationToken).ConfigureAwait(false);
            var due = await DueAsync(batch, reader, mark?.Version == version ? mark : null, asOf, cancellationToken).ConfigureAwait(false);
            var query = plan.Query(asOf) with { ChangedAfter = due is null ? null : mark!.Position, AndThese = due };
            var overrides = new OverridesOfDay(
                await _store.Memberships.OverridesAsync(asOf, cancellationToken: cancellationToken).ConfigureAwait(false),
                await batch.OverriddenAsync(cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken).ConfigureAwait(false));
            using var pass = new SegmentPass(_store, batch, plan, schemes, overrides, asOf);
            await pass.RunAsync(query, progress, cancellationToken).ConfigureAwait(false);
            foreach (var scheme in schemes)
            {
                await batch.KeepSchemeAsync(scheme.Name, scheme.Version, scheme.Definition, cancellationToken).ConfigureAwait(false);
            }

            await pass.Due.WriteAsync(batch, reader, cancellationToken).ConfigureAwait(false);
            await batch.KeepMarkAsync(reader, new LogMark(end, asOf, version), cancellationToken).ConfigureAwait(false);
            var counts = await CountsAsync(chosen, scheme => batch.CountAsync(scheme, due is null ? null : pass.Moved(scheme), cancellationToken)).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new SegmentRunResult(asOf, pass.Measured, counts, pass.Moves);
        }
    }

    /// <summary>The clients to measure beside those whose facts changed; <see langword="null"/> for everybody.</summary>
    private async Task<byte[]?> DueAsync(StoreBatch batch, string reader, LogMark? mark, DateOnly asOf, CancellationToken cancellationToken)
    {
        if (mark?.AsOf is not { } last)
        {
            await batch.TakeDueAsync(reader, DateOnly.MaxValue, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var due = await batch.TakeDueAsync(reader, asOf, cancellationToken).ConfigureAwait(false);
        var turning = await batch.DecisionsTurningAsync(last, asOf, cancellationToken).ConfigureAwait(false);
        if (due.Length / 16 > LookedUp && due.Length / 16 > await _store.Clients.CountAsync(cancellationToken).ConfigureAwait(false) / 4)
        {
            // Reading all in order is faster than looking up a quarter of them.
            await batch.TakeDueAsync(reader, DateOnly.MaxValue, cancellationToken).ConfigureAwait(false);
            return null;
        }

        return [.. due, .. turning.SelectMany(client => client.Value.ToByteArray(bigEndian: true))];
    }

    /// <summary>Counts who moved from which segment of a scheme to which between two days.</summary>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>The migration matrix; each row sums to the clients that were in its segment on the earlier day.</returns>
    /// <exception cref="ClienteleException">Nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>), or the days are in the wrong order (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<SegmentMoves> MovesAsync(string scheme, DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        var known = _catalogue.Scheme(scheme);
        if (to < from)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"Moves are counted from an earlier day to a later one, not from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
        }

        var counts = await _store.Memberships.MovesAsync(scheme, from, to, cancellationToken).ConfigureAwait(false);
        // A segment that an older version of the scheme had is shown under its name.
        var gone = counts.SelectMany(count => new[] { count.From, count.To }).OfType<string>().Distinct(StringComparer.Ordinal).Where(name => known.All.All(segment => segment.Name != name));
        return new SegmentMoves(known, from, to, [.. known.All, .. gone.Order(StringComparer.Ordinal).Select(name => new Segment(name, LocalizedText.Same(name)))], counts);
    }

    /// <summary>Counts the clients of every segment on a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>The schemes, in the order of registration.</returns>
    public Task<IReadOnlyList<SchemeCounts>> CountsAsync(DateOnly asOf, CancellationToken cancellationToken = default) =>
        CountsAsync(_catalogue.Schemes.Values, scheme => _store.Memberships.CountsAsync(scheme, asOf, cancellationToken));

    private static async Task<IReadOnlyList<SchemeCounts>> CountsAsync(IEnumerable<Scheme> schemes, Func<string, Task<IReadOnlyDictionary<string, long>>> count)
    {
        var all = new List<SchemeCounts>();
        foreach (var scheme in schemes)
        {
            var counts = await count(scheme.Name).ConfigureAwait(false);
            all.Add(new SchemeCounts(scheme.Name, scheme.Title, [.. scheme.All.Select(segment => new SegmentCount(segment, counts.GetValueOrDefault(segment.Name)))]));
        }

        return all;
    }
}
