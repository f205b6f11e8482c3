using Clientele.Storage;

namespace Clientele.Care;

/// <summary>Who must do it.</summary>
internal static class Owners
{
    /// <summary>The client's owner in a role on a day; empty when there is none.</summary>
    public static async Task<string> OwnerAsync(this Store store, ClientId client, string role, DateOnly asOf, CancellationToken cancellationToken) =>
        (await store.Clients.OwnersAsync(client, asOf, cancellationToken).ConfigureAwait(false)).FirstOrDefault(owner => owner.Role == role)?.Person ?? "";
}
