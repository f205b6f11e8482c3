using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Who looks after whom on a day.</summary>
internal sealed class Owners
{
    private readonly Dictionary<(ClientId Client, string Role), string> _people = [];

    public static async Task<Owners> ReadAsync(Store store, DateOnly asOf, CancellationToken cancellationToken)
    {
        var owners = new Owners();
        await foreach (var owner in store.Clients.AllOwnersAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            owners._people[(owner.Client, owner.Role)] = owner.Person;
        }

        return owners;
    }

    /// <summary>The client's owner in a role; empty when there is none.</summary>
    public string Of(ClientId client, string role) => _people.GetValueOrDefault((client, role), "");
}
