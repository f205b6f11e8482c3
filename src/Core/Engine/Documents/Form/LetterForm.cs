namespace Clientele.Documents;

/// <summary>A letter without its body, as parts in the order in which they stand on the page: the business form of its language.</summary>
/// <remarks>Immutable and thread-safe. Every format writes the parts in this order, so that none says anything another does not.</remarks>
/// <param name="Firm">The firm's name, as the letterhead has it.</param>
/// <param name="Contact">How to reach the firm, below its name: address, telephone, e-mail address, website, as far as they are known.</param>
/// <param name="Parts">The parts; exactly one has the role <see cref="LetterRole.Body"/>.</param>
/// <param name="Seal">What stands beside the firm's name where the seal goes; empty for no seal.</param>
public sealed record LetterForm(string Firm, IReadOnlyList<string> Contact, IReadOnlyList<LetterPart> Parts, string Seal)
{
    /// <summary>The business form of a letter.</summary>
    /// <param name="facts">What it is made from.</param>
    /// <param name="subject">Its subject, on one line.</param>
    /// <returns>The form: Chinese or English, as the letter's language asks.</returns>
    internal static LetterForm Of(LetterFacts facts, string subject)
    {
        var language = facts.Language;
        var firm = facts.Firm;
        IEnumerable<LetterPart> parts = language.IsChinese ? ChineseForm.Parts(facts, subject) : EnglishForm.Parts(facts, subject);
        return new LetterForm(
            SingleLine.Of(language.Choose(firm.Name)),
            Lines(language.Choose(firm.Address), Labelled(language.Choose("Tel. ", "电话："), firm.Phone), firm.Email, firm.Website),
            [.. parts.Append(Note(facts)).Where(part => part.Role == LetterRole.Body || part.Lines.Count > 0)],
            ChineseForm.IsSealed(facts) ? "（盖章）" : "");
    }

    /// <summary>The lines that say something.</summary>
    internal static IReadOnlyList<string> Lines(params IEnumerable<string> lines) => [.. lines.Select(SingleLine.Of).Where(line => line.Length > 0)];

    private static string Labelled(string label, string text) => text.Length == 0 ? "" : label + text;

    private static LetterPart Note(LetterFacts facts) => new(LetterRole.Note, facts.Invented
        ? [facts.Language.Choose(
            "Demonstration letter: some of the facts about this client (such as people, visits or payments) are invented. It has not been sent.",
            "演示函件：本函所涉客户资料中，部分内容（如联系人、拜访、付款等）为虚构，本函未实际发出。")]
        : []);
}

/// <summary>A part of a letter.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Lines">Its lines, none of them empty; none at all for the body.</param>
public sealed record LetterPart(LetterRole Role, params IReadOnlyList<string> Lines);
