using Clientele.Storage;

namespace Clientele;

/// <summary>The facts of a store as plugins may use them. Plugins are loaded before the store is opened, so it is put here afterwards, before any plugin is started.</summary>
internal sealed class StoreFacts : IPluginFacts
{
    public Store? Store { get; set; }

    private Store Open => Store ?? throw new ClienteleException(Plugins.PluginCodes.NotAvailable, "The facts can be used from StartAsync on.");

    public IAsyncEnumerable<Client> ClientsAsync(CancellationToken cancellationToken = default) => Open.Clients.AllAsync(cancellationToken);

    public Task<IReadOnlyList<Contact>> ContactsAsync(ClientId client, CancellationToken cancellationToken = default) => Open.Clients.ContactsAsync(client, cancellationToken);

    public IAsyncEnumerable<Touchpoint> TimelineAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken = default) =>
        Open.Touchpoints.TimelineAsync(client, asOf, cancellationToken: cancellationToken);

    public async Task AppendAsync(IReadOnlyList<Touchpoint> touchpoints, CancellationToken cancellationToken = default)
    {
        await using var batch = await Open.BeginAsync(cancellationToken).ConfigureAwait(false);
        foreach (var touchpoint in touchpoints)
        {
            await batch.AppendAsync(touchpoint, cancellationToken).ConfigureAwait(false);
        }

        await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
