namespace Clientele.Import;

/// <summary>Finds what is wrong with a mapping by itself, before any file is seen.</summary>
internal static class MappingCheck
{
    public static IEnumerable<MappingProblem> Itself(ImportMapping mapping) =>
        [.. Client(mapping), .. Contact(mapping), .. Matter(mapping), .. Touchpoints(mapping), .. Rest(mapping)];

    private static IEnumerable<MappingProblem> Client(ImportMapping mapping)
    {
        var client = mapping.Client;
        if (client.ExternalId is null && client.Name is null)
        {
            yield return new(client.Line, "'client' needs an external_id, a name, or both.");
        }

        if (client.Name is null && (client.Kind ?? client.Since ?? client.Culture) is { } given)
        {
            yield return new(given.Line, "'client' has no name, so its clients are only referred to and their kind, since and culture cannot be given.");
        }

        if (client.Name is not null && client.Since is null && mapping.Dates.Undated is null && mapping.Touchpoints.Count == 0)
        {
            yield return new(client.Name.Line, "'client.since' or 'dates.undated' is needed: since when does the firm know these clients?");
        }

        foreach (var problem in FullNames("client", client.Attributes))
        {
            yield return problem;
        }

        if (client.Name is null && client.Attributes.Count > 0 && client.AttributesFrom is null && mapping.Dates.Undated is null)
        {
            yield return new(client.Attributes.First().Value.Line, "'client.attributes_from' or 'dates.undated' is needed: from when do the attributes hold?");
        }

        if (client.Name is null && client.Owners.Count > 0 && client.OwnersFrom is null && mapping.Dates.Undated is null)
        {
            yield return new(client.Owners.First().Value.Line, "'client.owners_from' or 'dates.undated' is needed: from when do the owners look after the client?");
        }
    }

    private static IEnumerable<MappingProblem> Contact(ImportMapping mapping)
    {
        if (mapping.Contact is not { } contact)
        {
            yield break;
        }

        if (contact.ExternalId is null && contact.Name is null)
        {
            yield return new(contact.Line, "'contact' needs an external_id, a name, or both.");
        }

        foreach (var problem in FullNames("contact", contact.Attributes))
        {
            yield return problem;
        }

        if (mapping.Client.Name is null && contact.Attributes.Count > 0 && contact.AttributesFrom is null && mapping.Dates.Undated is null)
        {
            yield return new(contact.Attributes.First().Value.Line, "'contact.attributes_from' or 'dates.undated' is needed: from when do the attributes hold?");
        }

        if (contact.Consents.Count > 0 && contact.ConsentsOn is null && mapping.Dates.Undated is null)
        {
            yield return new(contact.Consents.First().Value.Line, "'contact.consents_on' or 'dates.undated' is needed: on which day was the answer given?");
        }
    }

    private static IEnumerable<MappingProblem> FullNames(string whose, IReadOnlyDictionary<string, MappedValue> attributes) => attributes
        .Where(attribute => !attribute.Key.Contains('.', StringComparison.Ordinal))
        .Select(attribute => new MappingProblem(attribute.Value.Line, $"'{whose}.attributes.{attribute.Key}' is not an attribute's full name, such as contractor.owner_kind."));

    private static IEnumerable<MappingProblem> Matter(ImportMapping mapping)
    {
        if (mapping.Matter is not { } matter)
        {
            yield break;
        }

        if (matter.Type is null != matter.Title is null)
        {
            yield return new(matter.Line, "'matter' needs both a type and a title, or neither when the matters are stored already.");
        }

        if (matter.Type is not null && matter.OpenedOn is null && mapping.Dates.Undated is null)
        {
            yield return new(matter.Line, "'matter.opened_on' or 'dates.undated' is needed.");
        }
    }

    private static IEnumerable<MappingProblem> Touchpoints(ImportMapping mapping)
    {
        foreach (var touchpoint in mapping.Touchpoints)
        {
            if (touchpoint.OccurredOn is null && mapping.Dates.Undated is null)
            {
                yield return new(touchpoint.Line, "'touchpoints.occurred_on' or 'dates.undated' is needed: on which day did it happen?");
            }
        }

        // Two facts under one id can only be meant when their rules exclude each other.
        foreach (var twice in mapping.Touchpoints.GroupBy(touchpoint => touchpoint.ExternalId with { Line = 0 }).Where(group => group.Skip(1).Any() && group.Any(touchpoint => touchpoint.When.Length == 0)))
        {
            yield return new(twice.Last().ExternalId.Line, $"Two touchpoints of one row use the external id '{twice.Key}'; make one of them different, such as \"{{{{ id }}}}-closed\", or give each a 'when' so that only one applies.");
        }
    }

    private static IEnumerable<MappingProblem> Rest(ImportMapping mapping)
    {
        if (mapping.Amounts.Currency is { Length: > 0 } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            yield return new(0, $"'amounts.currency' is '{currency}'; write three capitals such as CNY.");
        }
    }
}
