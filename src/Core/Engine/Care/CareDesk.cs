using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Care;

/// <summary>What somebody did about a follow-up.</summary>
/// <param name="On">The day it was done.</param>
/// <param name="By">Who did it; empty for the follow-up's owner.</param>
/// <param name="Kind">The kind of touchpoint; empty for the first kind that fulfils the policy.</param>
/// <param name="Channel">How; may be empty.</param>
/// <param name="Note">What was said or seen; may be empty.</param>
public sealed record Completion(DateOnly On, string By = "", string Kind = "", string Channel = "", string Note = "");

/// <summary>Lists what is due and records what was done.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CareDesk
{
    private readonly Store _store;
    private readonly Catalogue _catalogue;

    private readonly MeasureReader _measures;
    private readonly CareSettings _settings;

    internal CareDesk(Store store, Catalogue catalogue, MeasureReader measures, CareSettings settings)
    {
        _store = store;
        _catalogue = catalogue;
        _measures = measures;
        _settings = settings;
    }

    /// <summary>Streams the open follow-ups planned up to a day, the longest overdue first. Those done together with another (<see cref="FollowUp.MergedInto"/>) are among them, those held back are not.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups.</returns>
    public IAsyncEnumerable<FollowUp> DueAsync(DateOnly until, CancellationToken cancellationToken = default) => _store.FollowUps.PlannedAsync(until, cancellationToken);

    /// <summary>Streams the contacts to make up to a day, the longest overdue first: as <see cref="DueAsync"/>, but what is done together is one contact, with the reasons of all.</summary>
    /// <param name="until">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The follow-ups.</returns>
    public IAsyncEnumerable<FollowUp> ContactsAsync(DateOnly until, CancellationToken cancellationToken = default) => DueAsync(until, cancellationToken).Where(followUp => followUp.MergedInto is null);

    /// <summary>Answers whom somebody owes a contact on a day, and why: what is planned up to the day, the most pressing first.</summary>
    /// <param name="asOf">The day, planned before with <see cref="CarePlanner.PlanAsync"/>.</param>
    /// <param name="owner">Only what this person owns or was passed to; <see langword="null"/> for everybody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The contacts by priority, then the longest overdue, then the more valuable client; after them those that are held back.</returns>
    public async Task<IReadOnlyList<OwedContact>> OwedAsync(DateOnly asOf, string? owner = null, CancellationToken cancellationToken = default)
    {
        var planned = await _store.FollowUps.PlannedAsync(asOf, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var merged = planned.Where(followUp => followUp.MergedInto is not null).ToLookup(followUp => followUp.MergedInto!.Value);
        var held = await _store.FollowUps.HeldAsync(asOf, cancellationToken).ConfigureAwait(false);
        var wanted = planned.Where(followUp => followUp.MergedInto is null).Concat(held).Where(followUp => owner is null || followUp.Owner == owner || followUp.EscalatedTo == owner).ToList();
        var values = await ValuesAsync(wanted, asOf, cancellationToken).ConfigureAwait(false);
        var owed = new List<OwedContact>();
        foreach (var followUp in wanted)
        {
            var client = await _store.Clients.FindAsync(followUp.Client, cancellationToken).ConfigureAwait(false);
            owed.Add(new OwedContact(followUp, client!, _catalogue.Policies.GetValueOrDefault(followUp.Policy), values.TryGetValue(followUp.Client, out var value) ? value : null, [.. merged[followUp.Id]]));
        }

        return [.. owed.OrderBy(one => one.FollowUp.IsHeld).ThenByDescending(one => one.Priority).ThenBy(one => one.FollowUp.DueOn).ThenByDescending(one => one.Value ?? 0).ThenBy(one => one.FollowUp.Id)];
    }

    /// <summary>Records that a follow-up was done: appends the touchpoint that fulfils it, and closes it and all that are done together with it.</summary>
    /// <param name="id">The follow-up.</param>
    /// <param name="completion">What was done.</param>
    /// <param name="cancellationToken">Stops the recording; nothing is then changed.</param>
    /// <returns>The touchpoint.</returns>
    /// <exception cref="ClienteleException">There is no such follow-up (<see cref="ErrorCodes.NotFound"/>), it is not open, or the kind does not fulfil it (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<Touchpoint> CompleteAsync(FollowUpId id, Completion completion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(completion);
        var followUp = await _store.FollowUps.FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no follow-up {id}; list the open ones with 'clientele care due'.");
        if (followUp.Status != FollowUpStatus.Open)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The follow-up {id} is {followUp.Status.ToString().ToLowerInvariant()} already; list the open ones with 'clientele care due'.");
        }

        if (completion.On < followUp.CountsFrom)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The follow-up {id} counts from {followUp.CountsFrom:yyyy-MM-dd}; what was done on {completion.On:yyyy-MM-dd} came before it.");
        }

        var fulfilling = _catalogue.Policies.TryGetValue(followUp.Policy, out var policy)
            ? Fulfilment.Kinds(_catalogue, policy)
            : throw new ClienteleException(ErrorCodes.RegistrationUnknown, $"Nobody registers the policy '{followUp.Policy}' now; enable the plugin that does.");
        var kind = completion.Kind.Length > 0 ? completion.Kind : policy.FulfilledBy.Count > 0 ? policy.FulfilledBy[0] : "core.visit";
        if (!fulfilling.Contains(kind))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"A touchpoint of kind '{kind}' does not fulfil '{followUp.Policy}'; use one of {string.Join(", ", fulfilling.Order(StringComparer.Ordinal))}.");
        }

        var touchpoint = new Touchpoint
        {
            Id = TouchpointId.From("follow-up", id.ToString()),
            Client = followUp.Client,
            Matter = followUp.Matter,
            Kind = kind,
            OccurredOn = completion.On,
            By = completion.By.Length > 0 ? completion.By : followUp.Owner,
            Channel = completion.Channel,
            Note = completion.Note,
        };
        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.AppendAsync(touchpoint, cancellationToken).ConfigureAwait(false);
            foreach (var one in await TogetherAsync(followUp, cancellationToken).ConfigureAwait(false))
            {
                await batch.PutAsync(one with { Status = FollowUpStatus.Done, FulfilledBy = touchpoint.Id }, cancellationToken).ConfigureAwait(false);
            }

            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return touchpoint;
    }

    // The contact itself and what was merged into it, whichever of them was named.
    private async Task<IReadOnlyList<FollowUp>> TogetherAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        var lead = followUp.MergedInto is { } into ? await _store.FollowUps.FindAsync(into, cancellationToken).ConfigureAwait(false) : followUp;
        return lead is not { Status: FollowUpStatus.Open } ? [followUp] : [lead, .. await _store.FollowUps.MergedIntoAsync(lead.Id, cancellationToken).ConfigureAwait(false)];
    }

    private async Task<IReadOnlyDictionary<ClientId, decimal>> ValuesAsync(IReadOnlyList<FollowUp> wanted, DateOnly asOf, CancellationToken cancellationToken)
    {
        var clients = wanted.Select(followUp => followUp.Client).ToHashSet();
        return clients.Count == 0 || !_catalogue.Measures.ContainsKey(_settings.ValueMeasure)
            ? new Dictionary<ClientId, decimal>()
            : await _measures.OfAllAsync(_settings.ValueMeasure, asOf, cancellationToken).Where(pair => clients.Contains(pair.Key)).ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
