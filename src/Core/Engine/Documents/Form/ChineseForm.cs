namespace Clientele.Documents;

/// <summary>The form of a Chinese business letter.</summary>
/// <remarks>
/// The reference at the right, the subject in the middle; 称谓 at the margin with a full-width colon; 正文 two characters in;
/// 此致 two characters in and 敬礼 raised to the margin (抬头); 落款 at the right with the firm's name, who signs, and the day in characters.
/// </remarks>
internal static class ChineseForm
{
    public static IEnumerable<LetterPart> Parts(LetterFacts facts, string subject)
    {
        var firm = facts.Firm;
        var addressee = Addressee.Of(facts);
        yield return new(LetterRole.Reference, "编号：" + LetterReference.Of(facts));
        yield return new(LetterRole.Subject, subject);
        yield return new(LetterRole.Recipient, LetterForm.Lines(addressee.Person.Length > 0 ? addressee.Organisation : ""));
        yield return new(LetterRole.Salutation, addressee.Salutation);
        yield return new(LetterRole.Body);
        yield return new(LetterRole.Enclosures, Enclosures(LetterForm.Lines(facts.Enclosures)));
        yield return new(LetterRole.Wish, IsWarm(facts) ? "顺颂" : "此致");
        yield return new(LetterRole.Closing, !IsWarm(facts) ? "敬礼" : addressee.Organisation.Length == 0 ? "台安" : "商祺");
        yield return new(LetterRole.Seal, SingleLine.Of(firm.Name.Zh));
        yield return new(LetterRole.Signature, LetterForm.Lines(
            firm.Department?.Zh ?? "", firm.Signatory is null ? "" : $"{firm.SignatoryTitle?.Zh} {firm.Signatory.Zh}", ChineseDate.Of(facts.AsOf)));
    }

    /// <summary>Whether the place of the seal is marked: on what the firm may be held to, not on wishes and offers.</summary>
    public static bool IsSealed(LetterFacts facts) => facts.Language.IsChinese && facts.Firm.Seal && !IsWarm(facts);

    private static bool IsWarm(LetterFacts facts) => facts.Letter.Purpose is "greeting" or "marketing";

    private static string[] Enclosures(IReadOnlyList<string> names) => names switch
    {
        [] => [],
        [var only] => ["附件：" + only],
        _ => ["附件：", .. names.Select((name, index) => $"{index + 1}. {name}")],
    };
}
