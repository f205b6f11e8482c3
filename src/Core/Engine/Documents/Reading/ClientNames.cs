using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>The clients that the tables of one report name, each read once.</summary>
internal sealed class ClientNames(Store store)
{
    private readonly Dictionary<ClientId, Client> _clients = [];

    public async Task<string> OfAsync(ClientId id, CancellationToken cancellationToken) => (await ClientAsync(id, cancellationToken).ConfigureAwait(false)).Name;

    public async Task<Client> ClientAsync(ClientId id, CancellationToken cancellationToken)
    {
        if (!_clients.TryGetValue(id, out var client))
        {
            client = await store.Clients.FindAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {id}.");
            _clients.Add(id, client);
        }

        return client;
    }
}
