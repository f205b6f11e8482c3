using Clientele.Storage.Writing;

namespace Clientele.Testing;

/// <summary>Short ways to enter the facts of a test.</summary>
/// <remarks>Ids follow from the order of the calls, so that a test gives the same every time. Not thread-safe.</remarks>
public sealed class TestFacts
{
    private const string Source = "test";

    private readonly Crm _crm;
    private int _number;

    internal TestFacts(Crm crm) => _crm = crm;

    /// <summary>Enters a client.</summary>
    /// <param name="name">The name.</param>
    /// <param name="since">The day since which it is known, and on which the attributes are recorded.</param>
    /// <param name="attributes">Attributes with their values, such as <c>("landscaping.garden", "park")</c>.</param>
    /// <returns>The client.</returns>
    public async Task<Client> ClientAsync(string name, DateOnly since, params IReadOnlyList<(string Attribute, string Value)> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var client = new Client { Id = ClientId.From(Source, Next()), Name = name, Source = Source, ExternalId = name, Since = since };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(client).ConfigureAwait(false);
            foreach (var (attribute, value) in attributes)
            {
                await batch.PutAsync(new AttributeValue(client.Id, attribute, value, since)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return client;
    }

    /// <summary>Enters the person that letters to a client go to.</summary>
    /// <param name="client">The client.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="agreedTo">The purposes the person agreed to, such as <c>service</c>; a letter for another purpose is refused.</param>
    /// <returns>The contact.</returns>
    public async Task<Contact> ContactAsync(Client client, string name, params IReadOnlyList<string> agreedTo)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(agreedTo);
        var contact = new Contact { Id = ContactId.From(Source, Next()), Client = client.Id, Name = name, Primary = true, Source = Source, ExternalId = name };
        await WriteAsync(async batch =>
        {
            await batch.PutAsync(contact).ConfigureAwait(false);
            foreach (var purpose in agreedTo)
            {
                await batch.PutAsync(new Consent(contact.Id, purpose, Granted: true, client.Since, Source)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return contact;
    }

    /// <summary>Opens a matter in the first stage of its type.</summary>
    /// <param name="client">Whose it is.</param>
    /// <param name="type">The type, such as <c>landscaping.project</c>.</param>
    /// <param name="openedOn">The day.</param>
    /// <param name="title">What it is called.</param>
    /// <returns>The matter.</returns>
    public async Task<Matter> MatterAsync(Client client, string type, DateOnly openedOn, string title = "Works")
    {
        ArgumentNullException.ThrowIfNull(client);
        var number = Next();
        var matter = new Matter { Id = MatterId.From(Source, number), Client = client.Id, Type = type, Title = title, OpenedOn = openedOn, Source = Source, ExternalId = number };
        await WriteAsync(batch => batch.PutAsync(matter)).ConfigureAwait(false);
        return matter;
    }

    /// <summary>Records that something happened.</summary>
    /// <param name="client">With whom.</param>
    /// <param name="kind">The kind, such as <c>landscaping.planting</c>.</param>
    /// <param name="on">The day.</param>
    /// <param name="amount">The amount in the currency of the CRM; <see langword="null"/> for none.</param>
    /// <param name="matter">The matter it belongs to; <see langword="null"/> for none.</param>
    /// <param name="details">Details with their values.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    public Task TouchAsync(Client client, string kind, DateOnly on, decimal? amount = null, Matter? matter = null, params IReadOnlyList<(string Name, string Value)> details)
    {
        ArgumentNullException.ThrowIfNull(client);
        var touchpoint = new Touchpoint
        {
            Id = TouchpointId.From(Source, Next()),
            Client = client.Id,
            Kind = kind,
            OccurredOn = on,
            Amount = amount is { } value ? new Money(value, _crm.Store.Currency) : null,
            Matter = matter?.Id,
            Details = details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
            Source = Source,
        };
        return WriteAsync(batch => batch.AppendAsync(touchpoint));
    }

    /// <summary>Writes anything else, in one transaction.</summary>
    /// <param name="write">Writes into the batch.</param>
    /// <returns>A task that ends when it is committed.</returns>
    public async Task WriteAsync(Func<StoreBatch, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var batch = await _crm.BeginAsync().ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await write(batch).ConfigureAwait(false);
            await batch.CommitAsync().ConfigureAwait(false);
        }
    }

    private string Next() => (++_number).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
