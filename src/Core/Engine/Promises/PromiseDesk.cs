using System.Globalization;
using Clientele.Matters;
using Clientele.Measures;
using Clientele.Storage;

namespace Clientele.Promises;

/// <summary>Takes in what clients want promised, and lists what is promised, by whom it must be kept, and what is late.</summary>
/// <remarks>Thread-safe. Answers and evidence are moves of the promise's matter: <see cref="MatterDesk.MoveAsync"/> with <c>core.promise_approved</c>, <c>core.promise_declined</c>, <c>core.promise_kept</c>, <c>core.promise_broken</c>.</remarks>
public sealed class PromiseDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    internal PromiseDesk(Store store, Catalogue catalogue)
    {
        _store = store;
        _catalogue = catalogue;
    }

    /// <summary>Records what a client wants promised. Until the holder of the role approves it, only a holding reply may speak of it.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="cancellationToken">Stops the recording; nothing is then stored.</param>
    /// <returns>The promise, asked for and not approved.</returns>
    /// <exception cref="ClienteleException">The client or the origin is not stored (<see cref="ErrorCodes.ReferenceUnknown"/>), or the request has no text, no role or no hours (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<MatterId> RequestAsync(PromiseRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Text) || string.IsNullOrWhiteSpace(request.Authority) || request.ReplyHours is <= 0 or >= 100_000)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A promise is asked for with its text, the role that may approve it, and the hours until the reply, more than 0.");
        }

        var id = MatterId.New(_store.Time);
        var day = DateOnly.FromDateTime(request.At);
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["promise"] = request.Text, ["authority"] = request.Authority, ["reference"] = id.ToString(),
            ["reply_hours"] = request.ReplyHours.ToString(CultureInfo.InvariantCulture), ["at"] = request.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
        if (request.Due is { } due)
        {
            details["due"] = due.Text();
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.PutAsync(new Matter { Id = id, Client = request.Client, Type = PromiseReading.MatterType, Title = request.Text, OpenedOn = day, Origin = request.Origin }, cancellationToken).ConfigureAwait(false);
            await batch.AppendAsync(
                new Touchpoint { Id = TouchpointId.New(_store.Time), Client = request.Client, Matter = id, Kind = "core.promise_requested", OccurredOn = day, By = request.By, Amount = request.Amount, Details = details },
                cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return id;
    }

    /// <summary>Streams the promises as of a day, in the order of opening.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="time">The local time of that day; its end by default.</param>
    /// <param name="client">Only promises to this client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The promises.</returns>
    public async IAsyncEnumerable<PromiseLine> ListAsync(DateOnly asOf, TimeOnly? time = null, ClientId? client = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        await foreach (var line in new PromiseReading(_store).ReadAsync(asOf.ToDateTime(time ?? TimeOnly.MaxValue), client, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }
}
