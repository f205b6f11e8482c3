using System.Globalization;

namespace Clientele.Import;

/// <summary>One record that a row makes, with what is needed to find it repeated.</summary>
/// <param name="Key">Its id, or a key made for it.</param>
/// <param name="Content">The hash of its content.</param>
/// <param name="IsOwn">Whether it is what the row is there for. Contradicting an earlier row in it rejects the row; in anything else the first description is kept.</param>
/// <param name="What">What it is called.</param>
/// <param name="ExternalId">Its id in the source.</param>
/// <param name="Place">Where the row names it.</param>
/// <param name="Record">The record.</param>
internal sealed record RowRecord(Guid Key, ulong Content, bool IsOwn, LocalizedText What, string ExternalId, string Place, object Record)
{
    /// <summary>The records of a row in the order they are written. The row's own are its touchpoints, or else its matter, its contact, its client.</summary>
    public static IEnumerable<RowRecord> Of(RowFacts facts)
    {
        var ofTouchpoints = facts.Touchpoints.Count > 0;
        var ofMatter = !ofTouchpoints && facts.Matter is not null;
        var ofContact = !ofTouchpoints && !ofMatter && facts.ContactReference is not null;
        var ofClient = !ofTouchpoints && !ofMatter && !ofContact;
        return [.. OfClient(facts, ofClient), .. OfContact(facts, ofContact), .. OfMatter(facts, ofMatter), .. facts.Touchpoints.Select(Of)];
    }

    private static IEnumerable<RowRecord> OfClient(RowFacts facts, bool isOwn)
    {
        var reference = facts.ClientReference;
        if (facts.Client is { } client)
        {
            // The first day is no part of the description: a client of many rows is known since the earliest of them.
            yield return new(reference.Id, new ContentHash().Add(client.Name).Add((long)client.Kind).Add(client.Culture).Add(isOwn ? client.Since.DayNumber : 0).Value, isOwn, Terms.Client, reference.ExternalId, reference.Place, client);
        }

        foreach (var value in facts.Attributes)
        {
            yield return new(SeenIds.Key(reference.Id, $"{value.Name}@{Day(value.From)}"), new ContentHash().Add(value.Value).Value, isOwn, new LocalizedText($"{value.Name} of the client", $"客户的{value.Name}"), reference.ExternalId, reference.Place, new ClientAttribute(reference.Id, value));
        }

        foreach (var value in facts.Owners)
        {
            yield return new(SeenIds.Key(reference.Id, $"owner {value.Name}@{Day(value.From)}"), new ContentHash().Add(value.Value).Value, isOwn, new LocalizedText($"{value.Name} of the client", $"客户的{value.Name}"), reference.ExternalId, reference.Place, new ClientOwner(reference.Id, value));
        }
    }

    private static IEnumerable<RowRecord> OfContact(RowFacts facts, bool isOwn)
    {
        if (facts.Contact is { } contact)
        {
            yield return new(contact.Id.Value, Hash(contact), isOwn, Terms.Contact, contact.ExternalId, facts.ContactReference!.Place, contact);
        }

        foreach (var value in facts.ContactAttributes)
        {
            var reference = facts.ContactReference!;
            yield return new(SeenIds.Key(reference.Id, $"{value.Name}@{Day(value.From)}"), new ContentHash().Add(value.Value).Value, isOwn, new LocalizedText($"{value.Name} of the contact", $"联系人的{value.Name}"), reference.ExternalId, reference.Place, new PersonAttribute(facts.ClientReference.Id, reference.Id, value));
        }

        foreach (var consent in facts.Consents)
        {
            yield return new(SeenIds.Key(consent.Contact.Value, $"{consent.Purpose}@{Day(consent.On)}"), new ContentHash().Add(consent.Granted ? 1 : 0).Add(consent.Source).Value, isOwn, Terms.Contact, facts.ContactReference!.ExternalId, facts.ContactReference.Place, consent);
        }
    }

    private static IEnumerable<RowRecord> OfMatter(RowFacts facts, bool isOwn)
    {
        if (facts.Matter is { } matter)
        {
            yield return new(matter.Id.Value, Hash(matter), isOwn, Terms.Matter, matter.ExternalId, facts.MatterReference!.Place, matter);
        }
    }

    private static RowRecord Of(RowTouchpoint told)
    {
        var touchpoint = told.Fact;
        return new(touchpoint.Id.Value, Hash(touchpoint), true, Terms.Touchpoint, told.ExternalId, told.Place, touchpoint);
    }

    private static ulong Hash(Contact c) => new ContentHash()
        .Add(c.Client.Value).Add(c.Name).Add(c.FamilyName).Add((long)c.Salutation).Add(c.Position).Add(c.Role).Add(c.Email).Add(c.Phone).Add(c.Culture).Add(c.Primary ? 1 : 0).Value;

    private static ulong Hash(Matter m) => new ContentHash().Add(m.Client.Value).Add(m.Type).Add(m.Title).Add(m.OpenedOn.DayNumber).Value;

    private static ulong Hash(Touchpoint t)
    {
        var hash = new ContentHash()
            .Add(t.Client.Value).Add(t.Kind).Add(t.OccurredOn.DayNumber).Add(t.Channel).Add(t.By).Add(t.Contact?.Value).Add(t.Matter?.Value).Add(t.Note);
        hash = t.Amount is { } amount ? hash.Add((long)(amount.Amount * 10_000m)) : hash.Add("none");

        // In the order of the mapping, which is the same for every row.
        foreach (var (field, value) in t.Details)
        {
            hash = hash.Add(field).Add(value);
        }

        return hash.Value;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>An attribute value of a client, whose first day may still follow from the client's.</summary>
internal sealed record ClientAttribute(Guid Client, DatedValue Value);

/// <summary>An attribute value of a contact, whose first day may still follow from the client's.</summary>
internal sealed record PersonAttribute(Guid Client, Guid Contact, DatedValue Value);

/// <summary>An owner of a client, whose first day may still follow from the client's.</summary>
internal sealed record ClientOwner(Guid Client, DatedValue Value);
