using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Gathers the facts of a letter from the store.</summary>
/// <remarks>Thread-safe. Stages, months and memberships are as of the last projection and the last run of the segments.</remarks>
/// <param name="store">The store.</param>
/// <param name="catalogue">What is registered.</param>
public sealed class LetterFactsReader(Store store, Catalogue catalogue)
{
    private const string DefaultOwnerRole = "service";

    private readonly LoopFactsReader _loop = new(store, catalogue);

    /// <summary>Gathers the facts.</summary>
    /// <param name="request">Which letter to whom.</param>
    /// <param name="measures">The client's measures as of the day, by qualified name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ClienteleException">The client or the contact is not stored (<see cref="ErrorCodes.NotFound"/>), or the client has no matter that the letter could be about (<see cref="ErrorCodes.LetterUnsuitable"/>).</exception>
    public async Task<LetterFacts> ReadAsync(LetterRequest request, IReadOnlyDictionary<string, decimal?> measures, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(measures);
        var client = await store.Clients.FindAsync(request.Client, cancellationToken).ConfigureAwait(false)
            ?? throw new ClienteleException(ErrorCodes.NotFound, $"There is no client {request.Client}.");
        var contact = Recipient(request, await store.Clients.ContactsAsync(client.Id, cancellationToken).ConfigureAwait(false));
        var consents = contact is null ? [] : await store.Clients.ConsentsAsync(contact.Id, request.AsOf, cancellationToken).ConfigureAwait(false);
        var attributes = await store.Clients.AttributesAsync(client.Id, request.AsOf, cancellationToken).ConfigureAwait(false);
        var ofContact = contact is null ? [] : await store.Clients.ContactAttributesAsync(contact.Id, request.AsOf, cancellationToken).ConfigureAwait(false);
        var matter = await MatterAsync(request, client, cancellationToken).ConfigureAwait(false);
        var owner = await OwnerAsync(request, cancellationToken).ConfigureAwait(false);
        var invented = InventedSource.Is(owner?.Source ?? "") || InventedSource.Is(client.Source) || InventedSource.Is(contact?.Source ?? "") || InventedSource.Is(matter?.Matter.Source ?? "")
            || attributes.Any(attribute => InventedSource.Is(attribute.Source)) || ofContact.Any(attribute => InventedSource.Is(attribute.Source)) || consents.Any(consent => InventedSource.Is(consent.Source))
            || await store.Touchpoints.AnyFromAsync(InventedSource.Prefix, request.AsOf, client.Id, cancellationToken).ConfigureAwait(false);
        var registers = await RegisterFactsReader.ReadAsync(store, catalogue, request.Letter.Registers, request.AsOf, cancellationToken).ConfigureAwait(false);
        var facts = new LetterFacts
        {
            Letter = request.Letter,
            AsOf = request.AsOf,
            Language = request.Language ?? Language(contact?.Culture ?? client.Culture) ?? request.DefaultLanguage,
            Currency = store.Currency,
            Firm = request.Firm,
            Client = client,
            Attributes = [.. attributes.Where(value => catalogue.Attributes.ContainsKey(value.Name)).Select(value => new AttributeFact(catalogue.Attributes[value.Name], value.Value))],
            Contact = contact,
            ContactAttributes = [.. ofContact.Where(value => catalogue.ContactAttributes.ContainsKey(value.Name)).Select(value => new AttributeFact(catalogue.ContactAttributes[value.Name], value.Value))],
            Consents = consents,
            BouncedOn = contact is { Email.Length: > 0 } ? await store.Mailings.BouncedOnAsync(contact.Email, request.AsOf, cancellationToken).ConfigureAwait(false) : null,
            Matter = matter,
            Measures = measures,
            Segments = await SegmentsAsync(client.Id, request.AsOf, cancellationToken).ConfigureAwait(false),
            LastTouch = await LastTouchAsync(client.Id, request.AsOf, cancellationToken).ConfigureAwait(false),
            Owner = owner?.Person ?? "",
            FollowUp = request.FollowUp is { } followUp ? new FollowUpFact(followUp, catalogue.Policies.TryGetValue(followUp.Policy, out var policy) ? policy.Title : LocalizedText.Same(followUp.Policy)) : null,
            Enclosures = request.Enclosures,
            Registers = registers,
            Invented = invented || registers.SelectMany(register => register.Entries).Any(entry => InventedSource.Is(entry.Source)),
        };
        return await _loop.AddAsync(facts, request, cancellationToken).ConfigureAwait(false);
    }

    private static DocumentLanguage? Language(string? culture) => string.IsNullOrEmpty(culture) ? null : DocumentLanguage.Of(culture);

    private static Contact? Recipient(LetterRequest request, IReadOnlyList<Contact> contacts)
    {
        if (request.Contact is { } named)
        {
            return contacts.FirstOrDefault(contact => contact.Id == named)
                ?? throw new ClienteleException(ErrorCodes.NotFound, $"The client {request.Client} has no contact {named}.");
        }

        return contacts.FirstOrDefault(contact => contact.Primary) ?? (contacts.Count == 1 ? contacts[0] : null);
    }

    private async Task<MatterFacts?> MatterAsync(LetterRequest request, Client client, CancellationToken cancellationToken)
    {
        var letter = request.Letter;
        var wanted = request.Matter ?? request.FollowUp?.Matter;
        if (letter.MatterType.Length == 0 && wanted is null)
        {
            return null;
        }

        MatterFacts? found = null;
        await foreach (var (matter, stage) in store.Matters.InStageAsync(request.AsOf, letter.MatterType, client.Id, cancellationToken).ConfigureAwait(false))
        {
            var fits = wanted is { } id ? matter.Id == id : letter.Stages.Count == 0 || letter.Stages.Contains(stage.Stage, StringComparer.Ordinal);
            if (fits && (found is null || stage.From >= found.Stage.From))
            {
                found = MatterFactsReader.Named(catalogue, matter, stage);
            }
        }

        if (found is null || (letter.Stages.Count > 0 && !letter.Stages.Contains(found.Stage.Stage, StringComparer.Ordinal)))
        {
            throw Unsuitable(letter, client, found);
        }

        return await MatterFactsReader.WithTouchpointsAsync(store, catalogue, found, request.AsOf, cancellationToken).ConfigureAwait(false);
    }

    private static ClienteleException Unsuitable(LetterDefinition letter, Client client, MatterFacts? found)
    {
        var stages = letter.Stages.Count == 0 ? "" : $" in the stage {string.Join(" or ", letter.Stages)}";
        var instead = found is null ? $"{client.Name} has none" : $"'{found.Matter.Title}' is in the stage {found.Stage.Stage}";
        return new ClienteleException(ErrorCodes.LetterUnsuitable, $"The letter {letter.Name} is about a matter of the type {letter.MatterType}{stages}; {instead}.");
    }

    private async Task<IReadOnlyList<SegmentFact>> SegmentsAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken)
    {
        var segments = new List<SegmentFact>();
        foreach (var membership in await store.Memberships.OfClientAsync(client, asOf, cancellationToken).ConfigureAwait(false))
        {
            if (catalogue.Schemes.TryGetValue(membership.Scheme, out var scheme))
            {
                var title = scheme.All.FirstOrDefault(segment => segment.Name == membership.Segment)?.Title ?? LocalizedText.Same(membership.Segment);
                segments.Add(new SegmentFact(membership.Scheme, membership.Segment, title, membership.From));
            }
        }

        return segments;
    }

    private async Task<TouchFact?> LastTouchAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken)
    {
        await foreach (var touchpoint in store.Touchpoints.TimelineAsync(client, asOf, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (catalogue.Kinds.TryGetValue(touchpoint.Kind, out var kind) && kind.Roles.HasFlag(TouchpointRoles.Contact))
            {
                return new TouchFact(kind.Title, touchpoint.OccurredOn, touchpoint.By, touchpoint.Channel);
            }
        }

        return null;
    }

    private async Task<Ownership?> OwnerAsync(LetterRequest request, CancellationToken cancellationToken)
    {
        var role = catalogue.Policies.TryGetValue(request.FollowUp?.Policy ?? request.Letter.Policy, out var policy) ? policy.OwnerRole : DefaultOwnerRole;
        var owners = await store.Clients.OwnersAsync(request.Client, request.AsOf, cancellationToken).ConfigureAwait(false);
        return owners.FirstOrDefault(owner => owner.Role == role);
    }
}
