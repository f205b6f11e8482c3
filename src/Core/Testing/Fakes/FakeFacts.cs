namespace Clientele.Testing;

/// <summary>Facts in memory, for a plugin that reads and appends them while it runs. Every capability is granted.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class FakeFacts : IPluginFacts
{
    /// <summary>The clients there are.</summary>
    public IList<Client> Clients { get; } = [];

    /// <summary>The contacts there are.</summary>
    public IList<Contact> Contacts { get; } = [];

    /// <summary>What happened so far, with what the plugin appended behind it.</summary>
    public IList<Touchpoint> Touchpoints { get; } = [];

    /// <inheritdoc/>
    public IAsyncEnumerable<Client> ClientsAsync(CancellationToken cancellationToken = default) => Clients.OrderBy(client => client.Id).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Contact>> ContactsAsync(ClientId client, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<Contact>>([.. Contacts.Where(contact => contact.Client == client)]);

    /// <inheritdoc/>
    public IAsyncEnumerable<Touchpoint> TimelineAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Touchpoints.Where(touchpoint => touchpoint.Client == client && touchpoint.OccurredOn <= asOf).OrderByDescending(touchpoint => touchpoint.OccurredOn).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<Touchpoint> touchpoints, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(touchpoints);
        foreach (var touchpoint in touchpoints)
        {
            Touchpoints.Add(touchpoint);
        }

        return Task.CompletedTask;
    }
}
