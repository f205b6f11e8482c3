namespace Clientele.Documents;

/// <summary>Whom a letter goes to, as its form prints it.</summary>
/// <param name="Person">The person's name with the courtesy title that English has before it; empty for nobody in particular.</param>
/// <param name="Position">The person's position; empty when unknown.</param>
/// <param name="Organisation">The client beside the person; empty where the client is the person.</param>
/// <param name="Salutation">The line that opens the letter.</param>
internal sealed record Addressee(string Person, string Position, string Organisation, string Salutation)
{
    public static Addressee Of(LetterFacts facts)
    {
        var client = SingleLine.Of(facts.Client.Name);
        var contact = Contact(facts);
        if (contact is null)
        {
            return new Addressee("", "", client, SalutationLine.For(facts.Language, null, client));
        }

        var name = SingleLine.Of(contact.Name);
        return new Addressee(
            facts.Language.IsChinese ? name : SalutationLine.EnglishName(contact),
            SingleLine.Of(contact.Position), name == client ? "" : client, SalutationLine.For(facts.Language, contact, client));
    }

    /// <summary>The person written to: the contact, or the client who is a person; <see langword="null"/> when neither has a name that can be read.</summary>
    public static Contact? Contact(LetterFacts facts)
    {
        var contact = facts.Contact ?? (facts.Client.Kind == ClientKind.Person ? new Contact { Id = default, Client = facts.Client.Id, Name = facts.Client.Name } : null);
        return contact is null || SingleLine.Of(contact.Name).Length == 0 ? null : contact;
    }
}
