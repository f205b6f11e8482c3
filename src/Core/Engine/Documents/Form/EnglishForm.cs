namespace Clientele.Documents;

/// <summary>The form of an English business letter, everything at the margin: date, reference, inside address, salutation, subject, body, complimentary close, signature, enclosures.</summary>
internal static class EnglishForm
{
    public static IEnumerable<LetterPart> Parts(LetterFacts facts, string subject)
    {
        var firm = facts.Firm;
        var addressee = Addressee.Of(facts);
        var enclosures = LetterForm.Lines(facts.Enclosures);
        yield return new(LetterRole.Date, new DocumentFormats(facts.Language, facts.Currency).Date(facts.AsOf));
        yield return new(LetterRole.Reference, "Our reference: " + LetterReference.Of(facts));
        yield return new(LetterRole.Recipient, LetterForm.Lines(addressee.Person, addressee.Position, addressee.Organisation));
        yield return new(LetterRole.Salutation, addressee.Salutation);
        yield return new(LetterRole.Subject, subject);
        yield return new(LetterRole.Body);
        // A letter to a named person closes sincerely, one to whom it may concern faithfully.
        yield return new(LetterRole.Closing, addressee.Person.Length > 0 ? "Yours sincerely," : "Yours faithfully,");
        yield return new(LetterRole.Signature, LetterForm.Lines(firm.Signatory?.En ?? "", firm.SignatoryTitle?.En ?? "", firm.Department?.En ?? "", firm.Name.En));
        yield return new(LetterRole.Enclosures, enclosures.Count == 0 ? [] : ["Enc. " + enclosures[0], .. enclosures.Skip(1)]);
    }
}
