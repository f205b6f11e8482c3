namespace Clientele.Documents;

/// <summary>The line that opens a letter: "Dear Ms Chen," or 尊敬的陈女士：.</summary>
/// <remarks>
/// Nobody is given a sex that is not recorded: without one, a Chinese letter uses the title in the position (尊敬的陈主任：) or the bare full name (尊敬的陈静：),
/// an English letter the full name. A recorded position that is a form of address goes before 先生 and 女士, as Chinese business letters have it.
/// A family name is split off only where that is sure; names are not transliterated.
/// </remarks>
internal static class SalutationLine
{
    private static readonly string[] EnglishPrefixes = ["Mr ", "Mr. ", "Ms ", "Ms. ", "Mrs ", "Mrs. ", "Miss ", "Dr ", "Dr. ", "Prof ", "Prof. ", "Professor "];

    /// <summary>Writes the line.</summary>
    /// <param name="language">The language of the letter.</param>
    /// <param name="contact">The recipient; <see langword="null"/> when the letter goes to nobody in particular.</param>
    /// <param name="clientName">The client, whom such a letter addresses in Chinese.</param>
    /// <returns>The line with its closing comma or colon.</returns>
    public static string For(DocumentLanguage language, Contact? contact, string clientName)
    {
        if (contact is null)
        {
            return language.Choose("Dear Sir or Madam,", SingleLine.Of(clientName) + "\uFF1A");
        }

        var name = PersonName.Of(contact.Name, contact.FamilyName);
        return language.IsChinese ? $"尊敬的{Chinese(name, contact)}\uFF1A" : $"Dear {English(name, contact.Salutation)},";
    }

    /// <summary>How the person is addressed beside the name in an address: Ms, 女士; empty when not known.</summary>
    /// <param name="language">The language of the letter.</param>
    /// <param name="salutation">What is recorded.</param>
    /// <returns>The word.</returns>
    public static string Word(DocumentLanguage language, Salutation salutation) => salutation switch
    {
        Salutation.Mr => language.Choose("Mr", "先生"),
        Salutation.Ms => language.Choose("Ms", "女士"),
        Salutation.Dr => language.Choose("Dr", "博士"),
        Salutation.Professor => language.Choose("Professor", "教授"),
        _ => "",
    };

    /// <summary>The name as an English address has it: Ms Chen Jing; without the courtesy title where none is recorded.</summary>
    /// <param name="contact">The person.</param>
    /// <returns>The name.</returns>
    public static string EnglishName(Contact contact)
    {
        var name = SingleLine.Of(contact.Name);
        var word = StartsWithPrefix(name) ? "" : Word(DocumentLanguage.English, contact.Salutation);
        return word.Length == 0 ? name : $"{word} {name}";
    }

    private static string Chinese(PersonName name, Contact contact)
    {
        if (ChineseTitle.Ends(name.Full) || StartsWithPrefix(name.Full))
        {
            return name.Full;
        }

        var title = ChineseTitle.In(contact.Position);
        var word = title.Length > 0 ? title : Word(DocumentLanguage.Chinese, contact.Salutation);
        return word.Length == 0 ? name.Full : (name.Family.Length > 0 ? name.Family : name.Full) + word;
    }

    private static string English(PersonName name, Salutation salutation)
    {
        if (StartsWithPrefix(name.Full))
        {
            return name.Full;
        }

        var word = Word(DocumentLanguage.English, salutation);
        return word.Length == 0 ? name.Full : $"{word} {(name.Family.Length > 0 ? name.Family : name.Full)}";
    }

    private static bool StartsWithPrefix(string name) => Array.Exists(EnglishPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
