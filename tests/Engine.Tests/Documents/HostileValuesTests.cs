using Clientele.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Documents;

/// <summary>Whatever a value holds, it lands in a document as text: the document's markup is the template's, to the letter.</summary>
public sealed class HostileValuesTests
{
    internal static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p></div>", "<!--", "]]>", "<", ">", "&", "&lt;", "&#60;b&#62;", "\"", "'", "=", "onclick=",
        "](javascript:alert(1))", "[a](javascript:alert(1))", "![x](http://evil.example/x.png)", "<javascript:alert(1)>", "https://evil.example", "www.evil.example", "a@evil.example",
        "| a | b |\n|---|---|\n| c | d |", "|", "\n\n# x", "# ", "## ", "\n---\n", "\n===\n", "- ", "* ", "+ ", "1. ", "1) ", "> ", "\n> ", "    code", "\t", "```", "~~~", "`", "``",
        "**", "__", "*", "_", "~", "\\", "\\\\", "{", "}", "{{ 1 }}", "{%", "%}", "{.c onclick=x}", "[^1]", "[a]: javascript:x", "\n[a]: javascript:x\n", ":", "::", "!", "$",
        "\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f", "\0", "\u001b[31m", "\u202E", "\u2066", "\u200F", "\uFEFF", "\uD800", "\uDC00", "\U0001F600", "\uFFFD", "陈", " ", "  ", "x", "7",
    ];

    private static readonly LetterRenderer Letters = new(SomeLetter.Templates());
    private static readonly ReportRenderer Reports = new(SomeLetter.Templates());

    public static TheoryData<string> EachFragment() => [.. Fragments.Select(fragment => Escaped(fragment))];

    [Theory]
    [MemberData(nameof(EachFragment))]
    public void Each_hostile_value_lands_as_text(string escaped) => Assert.True(LandsAsText(System.Text.RegularExpressions.Regex.Unescape(escaped)));

    [Fact]
    public void Any_mixture_of_them_lands_as_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary(), LandsAsText));

    [Fact]
    public void A_thousand_lines_land_as_one() => Assert.True(LandsAsText(string.Join('\n', Enumerable.Range(1, 1000).Select(line => $"| {line} | <b>{line}</b> |"))));

    private static bool LandsAsText(string value) => LetterHolds(value, DocumentLanguage.Chinese) && LetterHolds(value, DocumentLanguage.English) && ReportHolds(value);

    private static bool LetterHolds(string value, DocumentLanguage language)
    {
        var hostile = Letters.Render(SomeLetter.Passed(Letter(value, language)));
        var plain = Letters.Render(SomeLetter.Passed(Letter("x", language)));

        Assert.Equal(HtmlSkeleton.Of(plain.Html).Tags, HtmlSkeleton.Of(hostile.Html).Tags);
        Assert.Equal(plain.Text.Count(character => character == '\n'), hostile.Text.Count(character => character == '\n'));
        Assert.DoesNotContain(hostile.Text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\n', hostile.Subject);
        // The title is in the subject, so the whole of it is to be read there and in the page.
        Assert.Contains(Visible(value), Visible(hostile.Subject), StringComparison.Ordinal);
        Assert.Contains(Visible(value), Visible(HtmlSkeleton.Of(hostile.Html).Text), StringComparison.Ordinal);
        Assert.Contains(Visible(value), Visible(hostile.Text), StringComparison.Ordinal);
        return true;
    }

    private static bool ReportHolds(string value)
    {
        var hostile = Reports.Render(Report(value), DocumentLanguage.English);
        var plain = Reports.Render(Report("x"), DocumentLanguage.English);

        Assert.Equal(HtmlSkeleton.Of(plain.Html).Tags, HtmlSkeleton.Of(hostile.Html).Tags);
        Assert.Contains(Visible(value), Visible(HtmlSkeleton.Of(hostile.Html).Text), StringComparison.Ordinal);
        return true;
    }

    private static LetterFacts Letter(string value, DocumentLanguage language)
    {
        var facts = SomeLetter.Warranty(language);
        var matter = facts.Matter!.Matter;
        return facts with
        {
            Client = facts.Client with { Name = $"A{value}z" },
            Contact = facts.Contact! with { Name = $"B{value}z", Position = $"C{value}z" },
            Matter = facts.Matter with { Matter = matter with { Title = $"D{value}z" }, Details = [.. facts.Matter.Details, new DetailFact("note", ValueKind.Text, value)] },
            Owner = $"E{value}z",
            FollowUp = null,
        };
    }

    private static ReportFacts Report(string value)
    {
        var facts = SomeReport.Facts();
        return facts with
        {
            Clients = [.. facts.Clients.Select(row => row with { Client = row.Client with { Name = $"A{value}z" }, Owner = $"B{value}z" })],
            Matters = [.. facts.Matters.Select(row => row with { ClientName = $"C{value}z" })],
            FollowUps = [.. facts.FollowUps.Select(row => row with { ClientName = $"D{value}z" })],
        };
    }

    /// <summary>What a reader sees: no white space, no control characters, no direction marks, and every half of a surrogate pair as the same sign.</summary>
    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        !System.Text.Rune.IsWhiteSpace(rune) && !System.Text.Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))));

    // Test explorers choke on control characters and lone surrogates in a test's name.
    private static string Escaped(string text) => string.Concat(text.Select(character => character is >= ' ' and < '\u007F' and not '\\' ? character.ToString() : $"\\u{(int)character:x4}"));
}
