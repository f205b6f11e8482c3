namespace Clientele;

/// <summary>What a running plugin may do with the facts. Each member asks for a capability, which the manifest declares and the operator grants.</summary>
/// <remarks>
/// Supplied by the framework and by test kits. Thread-safe. A member whose capability is missing throws a <see cref="ClienteleException"/> with <c>PLG4006</c> and does nothing;
/// after the plugin was stopped every member throws <c>PLG9002</c>. Capabilities are an agreement that can be read and audited, and no sandbox: a plugin is code of the process.
/// </remarks>
public interface IPluginFacts
{
    /// <summary>Streams the clients in the order of their ids. Asks for <see cref="PluginCapabilities.ReadClients"/>.</summary>
    /// <param name="cancellationToken">Stops the stream.</param>
    /// <returns>The clients.</returns>
    IAsyncEnumerable<Client> ClientsAsync(CancellationToken cancellationToken = default);

    /// <summary>The people at a client. Asks for <see cref="PluginCapabilities.ReadContacts"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The contacts.</returns>
    Task<IReadOnlyList<Contact>> ContactsAsync(ClientId client, CancellationToken cancellationToken = default);

    /// <summary>Streams what happened with a client, the latest first. Asks for <see cref="PluginCapabilities.ReadTouchpoints"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="asOf">The last day to tell of.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    /// <returns>The touchpoints.</returns>
    IAsyncEnumerable<Touchpoint> TimelineAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default);

    /// <summary>Appends touchpoints, all of them or none. Asks for <see cref="PluginCapabilities.AppendTouchpoints"/>.</summary>
    /// <param name="touchpoints">The touchpoints.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is kept then.</param>
    /// <returns>A task that ends when they are stored.</returns>
    /// <exception cref="ClienteleException">A touchpoint refers to what is not stored, or exists with other content.</exception>
    Task AppendAsync(IReadOnlyList<Touchpoint> touchpoints, CancellationToken cancellationToken = default);
}

/// <summary>The capabilities that a manifest may declare.</summary>
public static class PluginCapabilities
{
    /// <summary>To read the clients.</summary>
    public const string ReadClients = "crm.clients.read";

    /// <summary>To read the people at clients, with their addresses and consents.</summary>
    public const string ReadContacts = "crm.contacts.read";

    /// <summary>To read what happened with clients.</summary>
    public const string ReadTouchpoints = "crm.touchpoints.read";

    /// <summary>To record what happened with clients.</summary>
    public const string AppendTouchpoints = "crm.touchpoints.append";

    /// <summary>To talk to a host on the network, whose name follows, as in <c>net.http:api.example.com</c>. Declared for those who read the manifest; nothing can enforce it inside one process.</summary>
    public const string NetworkPrefix = "net.http:";

    /// <summary>All capabilities that the framework enforces.</summary>
    public static IReadOnlyList<string> Enforced { get; } = [ReadClients, ReadContacts, ReadTouchpoints, AppendTouchpoints];
}
