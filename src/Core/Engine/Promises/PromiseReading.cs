using System.Globalization;
using Clientele.Handovers;
using Clientele.Matters;
using Clientele.Storage;
using Clientele.Storage.Reading;

namespace Clientele.Promises;

/// <summary>Reads promises from their touchpoints, to the minute where the minute was recorded.</summary>
internal sealed class PromiseReading(Store store)
{
    public const string MatterType = "core.promise";

    private const string Requested = "core.promise_requested";
    private static readonly string[] Answers = ["core.promise_approved", "core.promise_declined", "core.promise_made"];

    /// <summary>The promises of a client, or of all, as of a local date and time.</summary>
    /// <param name="at">The moment; a touchpoint without a time happened when its day began.</param>
    /// <param name="client">The client; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<PromiseLine> ReadAsync(DateTime at, ClientId? client, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asOf = DateOnly.FromDateTime(at);
        var passed = new Dictionary<ClientId, IReadOnlyList<Passing>>();
        await foreach (var promise in store.Matters.InStageAsync(asOf, MatterType, client, cancellationToken).ConfigureAwait(false))
        {
            var facts = await store.Touchpoints.OfMatterAsync(promise.Matter.Id, asOf, cancellationToken).Where(fact => Moment(fact) <= at).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (!passed.TryGetValue(promise.Matter.Client, out var passings))
            {
                passed[promise.Matter.Client] = passings = await Passings.OfAsync(store, promise.Matter.Client, asOf, cancellationToken).ConfigureAwait(false);
            }

            yield return Line(promise, facts, at, passings);
        }
    }

    private static PromiseLine Line(MatterInStage promise, List<Touchpoint> facts, DateTime at, IReadOnlyList<Passing> passings)
    {
        var (asOf, request, answer) = (DateOnly.FromDateTime(at), facts.Find(fact => fact.Kind == Requested), facts.FindLast(fact => Answers.Contains(fact.Kind)));
        var stage = promise.Stage.Stage;

        // A decision later on the same day is not yet known at this hour.
        if (stage is "open" or "declined" && answer is null && request is not null)
        {
            stage = "requested";
        }

        var due = Day(answer, "due") ?? Day(request, "due");
        var replyBy = request is null ? null : ReplyBy(request);
        var (by, since) = (request ?? answer)?.By is { Length: > 0 } person ? (person, (request ?? answer)!.OccurredOn) : ("", promise.Matter.OpenedOn);
        return new PromiseLine(
            promise.Matter,
            stage,
            Text(answer, "promise") ?? Text(request, "promise") ?? promise.Matter.Title,
            due,
            (answer?.Amount ?? request?.Amount)?.Amount,
            by,
            Passings.Responsible(passings, by, since),
            Text(request, "authority") ?? "",
            replyBy,
            Pending: stage == "requested",
            ReplyOverdue: stage == "requested" && replyBy < at,
            Overdue: stage is "open" or "broken" && due < asOf);
    }

    // A request without an hour was heard by the end of its day.
    private static DateTime? ReplyBy(Touchpoint request) =>
        decimal.TryParse(Text(request, "reply_hours"), NumberStyles.Number, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and < 100_000
            ? (Time(request) is { } time ? request.OccurredOn.ToDateTime(time) : request.OccurredOn.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddHours((double)hours)
            : null;

    private static DateTime Moment(Touchpoint fact) => fact.OccurredOn.ToDateTime(Time(fact) ?? TimeOnly.MinValue);

    private static TimeOnly? Time(Touchpoint fact) => TimeOnly.TryParseExact(Text(fact, "at"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly? Day(Touchpoint? fact, string name) => InvariantText.Day(Text(fact, name));

    private static string? Text(Touchpoint? fact, string name) => fact?.Details.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
