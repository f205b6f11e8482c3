using Clientele.Storage.Writing;

namespace Clientele.Care;

/// <summary>The follow-ups that are open before a planning, and the way to change them.</summary>
internal sealed class OpenFollowUps(StoreBatch batch, IReadOnlyList<FollowUp> open)
{
    // By what it is about rather than by its id: the id was taken from the name its policy had then, and a policy can be renamed.
    private readonly Dictionary<About, FollowUp> _open = open.ToDictionary(AboutOf);

    public int Done { get; private set; }

    public IEnumerable<FollowUp> All => _open.Values;

    /// <summary>A wanted follow-up under the id it is open with already.</summary>
    public FollowUp Known(FollowUp wanted) => _open.TryGetValue(AboutOf(wanted), out var known) ? wanted with { Id = known.Id } : wanted;

    /// <summary>Takes the open one that a wanted follow-up continues; nothing when it is new.</summary>
    public FollowUp? Take(FollowUp wanted) => _open.Remove(AboutOf(wanted), out var known) ? known : null;

    /// <summary>Closes one, because a touchpoint fulfilled it, or because it is no longer asked for.</summary>
    public async Task CloseAsync(FollowUp followUp, TouchpointId? by, CancellationToken cancellationToken)
    {
        _open.Remove(AboutOf(followUp));
        Done += by is null ? 0 : 1;
        await batch.PutAsync(followUp with { Status = by is null ? FollowUpStatus.Lapsed : FollowUpStatus.Done, FulfilledBy = by }, cancellationToken).ConfigureAwait(false);
    }

    public Task PutAsync(FollowUp followUp, CancellationToken cancellationToken) => batch.PutAsync(followUp, cancellationToken);

    private static About AboutOf(FollowUp followUp) => new(
        followUp.Policy, followUp.Client, followUp.Matter, followUp.Contact, followUp.Occurrence.Length > 0 ? followUp.Occurrence : ReasonFacts.Day(followUp.CountsFrom));

    private readonly record struct About(string Policy, ClientId Client, MatterId? Matter, ContactId? Contact, string From);
}
