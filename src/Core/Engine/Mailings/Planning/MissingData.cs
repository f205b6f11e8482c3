using System.Buffers;
using System.Net.Mail;
using Clientele.Documents;

namespace Clientele.Mailings;

/// <summary>What a letter's facts lack: what makes it impossible to send, and what only makes it poorer.</summary>
internal static class MissingData
{
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(",;<>\"()");

    /// <summary>What makes it impossible to send the letter by e-mail.</summary>
    public static IEnumerable<Reason> Holding(LetterFacts facts, int contacts)
    {
        if (facts.Contact is not { } contact)
        {
            yield return contacts == 0
                ? new("no_contact", new("The client has no contact; enter whom to write to.", "该客户没有联系人，请登记收件人。"))
                : new("no_recipient", new("The client has several contacts and none is the primary one; mark whom to write to.", "该客户有多位联系人但未指定主要联系人，请指定收件人。"));
            yield break;
        }

        if (string.IsNullOrWhiteSpace(contact.Name))
        {
            yield return new("no_name", new("The contact has no name, because it was erased or never known; enter it, or choose another contact.", "联系人没有姓名（已删除或未登记），请登记姓名或改选联系人。"));
        }

        if (contact.Email.Trim().Length == 0)
        {
            yield return new("no_address", new("The contact has no e-mail address; enter it, or print the letter with 'clientele letters render'.", "联系人没有邮箱；请登记邮箱，或用 clientele letters render 打印函件。"));
        }
        else if (!IsAddress(contact.Email))
        {
            yield return new("bad_address", new("The contact's e-mail address is none that a letter can be sent to; correct it.", "联系人邮箱无效，请更正。"));
        }
    }

    /// <summary>What is missing without holding the letter back.</summary>
    public static IEnumerable<Reason> Noted(LetterFacts facts, DocumentLanguage fallback)
    {
        if (facts.Contact is { Salutation: Salutation.Unknown } contact && ChineseTitle.In(contact.Position).Length == 0)
        {
            yield return new("no_title", new("The contact has no title; the letter uses the full name.", "联系人没有称谓，函件使用全名。"));
        }

        var culture = facts.Contact?.Culture ?? facts.Client.Culture;
        if (string.IsNullOrEmpty(culture))
        {
            yield return new("no_culture", new($"Neither the contact nor the client states a language; the letter is written in {fallback.Culture}.", $"联系人与客户均未注明语言，函件使用 {fallback.Culture}。"));
        }
        else if (!culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) && !culture.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("other_culture", new($"There are no letters in {SingleLine.Of(culture)}; this one is written in English.", $"没有 {SingleLine.Of(culture)} 的函件，本函使用英文。"));
        }

        if (facts.Owner.Length == 0)
        {
            yield return new("no_owner", new("Nobody looks after the client in the letter's role; the firm signs.", "该客户没有对应角色的负责人，由公司落款。"));
        }
    }

    /// <summary>Whether a text is one address of ASCII letters, as every mail server takes it: no name beside it, no second one, no line break.</summary>
    public static bool IsAddress(string text) =>
        text.Trim() is { Length: <= 254 } address && address.All(character => character is > ' ' and < (char)127) && !address.AsSpan().ContainsAny(NotInAddress)
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && parsed.Host.Contains('.', StringComparison.Ordinal);
}
