namespace Clientele.Storage.Tests;

/// <summary>Ordinary records for tests.</summary>
internal static class Some
{
    public static Client Client(string externalId) => new()
    {
        Id = ClientId.From("test", externalId), Name = $"Client {externalId}", Source = "test", ExternalId = externalId, Since = new(2026, 1, 1),
    };

    public static Touchpoint Sale(Client client, string externalId, DateOnly on, decimal amount) => new()
    {
        Id = TouchpointId.From("test", externalId), Client = client.Id, Kind = "core.sale", OccurredOn = on, Amount = new Money(amount, "CNY"), Source = "test",
    };
}
