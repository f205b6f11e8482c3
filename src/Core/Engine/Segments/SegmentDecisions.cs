using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Segments;

/// <summary>Puts a client into a segment by hand: with an author, a reason and, where it is known, a day on which the rules decide again.</summary>
/// <remarks>Thread-safe. A decision takes effect at once when segments were run for its first day, and otherwise with the run of that day. After its last day the next run lets the rules decide.</remarks>
public sealed class SegmentDecisions
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    internal SegmentDecisions(Store store, Catalogue catalogue)
    {
        _store = store;
        _catalogue = catalogue;
    }

    /// <summary>Stores a decision; it takes the place of an earlier one of the client and scheme from its first day on.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is then changed.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">Author or reason is blank, the expiry is not after the first day, the scheme has no such segment (<see cref="ErrorCodes.RecordInvalid"/>), nobody registers the scheme (<see cref="ErrorCodes.RegistrationUnknown"/>), the client is not stored (<see cref="ErrorCodes.ReferenceUnknown"/>), or segments were run as of a later day (<see cref="ErrorCodes.DayBeforeLastRun"/>).</exception>
    public async Task OverrideAsync(SegmentOverride decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var scheme = _catalogue.Scheme(decision.Scheme);
        if (string.IsNullOrWhiteSpace(decision.Author) || string.IsNullOrWhiteSpace(decision.Why))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A segment is overridden by somebody and for a reason; give both.");
        }

        if (decision.Until <= decision.From)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"An override from {decision.From:yyyy-MM-dd} cannot end on {decision.Until:yyyy-MM-dd}; give a later day.");
        }

        if (scheme.All.All(segment => segment.Name != decision.Segment))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The scheme '{scheme.Name}' has no segment '{decision.Segment}'; it has {string.Join(", ", scheme.All.Select(segment => segment.Name))}.");
        }

        await ChangeAsync(decision.From, async (batch, run) =>
        {
            await batch.OverrideAsync(decision, cancellationToken).ConfigureAwait(false);
            if (run == decision.From)
            {
                await batch.AssignAsync(decision.Client, decision.Scheme, decision.Segment, decision.From, SegmentWriting.Overridden, OverridesOfDay.Reasons(decision), cancellationToken).ConfigureAwait(false);
            }
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a decision back: from a day on, with the run of that day, the rules decide.</summary>
    /// <param name="client">Who.</param>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="on">The first day the decision no longer holds.</param>
    /// <param name="cancellationToken">Stops the storing; nothing is then changed.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">Segments were run as of a later day (<see cref="ErrorCodes.DayBeforeLastRun"/>).</exception>
    public Task WithdrawAsync(ClientId client, string scheme, DateOnly on, CancellationToken cancellationToken = default) =>
        ChangeAsync(on, (batch, _) => batch.WithdrawOverrideAsync(client, scheme, on, cancellationToken), cancellationToken);

    internal static void RequireNotBefore(DateOnly? last, DateOnly day)
    {
        if (last > day)
        {
            throw new ClienteleException(ErrorCodes.DayBeforeLastRun, $"Segments were run as of {last:yyyy-MM-dd} already, and their history cannot be rewritten; run them as of that day or later, or read the segments of {day:yyyy-MM-dd} with an as-of query.");
        }
    }

    private async Task ChangeAsync(DateOnly from, Func<StoreBatch, DateOnly?, Task> change, CancellationToken cancellationToken)
    {
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            var last = await batch.LastDayAsync(SegmentRunner.Reader, cancellationToken).ConfigureAwait(false);
            RequireNotBefore(last, from);
            await change(batch, last).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
