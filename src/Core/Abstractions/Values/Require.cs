using System.Buffers;
using System.Runtime.CompilerServices;

namespace Clientele;

/// <summary>The checks that records make on construction.</summary>
internal static class Require
{
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    public static string Text(string? value, [CallerMemberName] string member = "")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"{member} must not be blank.");
        }

        return value;
    }

    /// <summary>A registered name: lower-case words of letters, digits and underscores, at least two, joined by dots.</summary>
    public static string Name(string? value, [CallerMemberName] string member = "")
    {
        if (value is null || !IsQualified(value))
        {
            throw new ClienteleException(ErrorCodes.NameInvalid, $"{member} '{value}' is not a qualified name; write prefix.some_name in lower case, such as contractor.owner_class.");
        }

        return value;
    }

    /// <summary>A name inside something already qualified: a segment of a scheme, a stage of a matter type, a field.</summary>
    public static string LocalName(string? value, [CallerMemberName] string member = "")
    {
        if (value is null || !IsSimple(value))
        {
            throw new ClienteleException(ErrorCodes.NameInvalid, $"{member} '{value}' is not a name; write lower-case letters, digits and underscores, such as under_construction.");
        }

        return value;
    }

    /// <summary>Whether a text has the form of a registered name.</summary>
    public static bool IsName(string value) => IsQualified(value);

    public static T Some<T>(T? value, [CallerMemberName] string member = "")
        where T : class => value ?? throw new ClienteleException(ErrorCodes.RecordInvalid, $"{member} is required.");

    public static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T>? value, [CallerMemberName] string member = "") =>
        value is { Count: > 0 } ? value : throw new ClienteleException(ErrorCodes.RecordInvalid, $"{member} needs at least one entry.");

    public static void That(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, sentence);
        }
    }

    // Names are checked for every touchpoint that is read or written, so without a regular expression.
    private static bool IsQualified(ReadOnlySpan<char> name)
    {
        var dots = 0;
        foreach (var word in name.Split('.'))
        {
            if (!IsSimple(name[word]))
            {
                return false;
            }

            dots++;
        }

        return dots > 1;
    }

    private static bool IsSimple(ReadOnlySpan<char> word) =>
        word.Length > 0 && char.IsAsciiLetterLower(word[0]) && !word.ContainsAnyExcept(WordCharacters);
}
