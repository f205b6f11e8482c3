using System.Text;
using Clientele.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Tests.Documents.Mail;

public sealed class MailLetterTests
{
    private static readonly LetterDocument Attached = new("letter.docx", LetterFormat.Docx.MediaType, Enumerable.Range(0, 5000).Select(value => (byte)value).ToArray());

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_letter_is_a_mail_as_it_would_be_sent(string culture) =>
        Golden.Verify($"Verified/return-visit.{culture}.eml", Encoding.ASCII.GetString(Mail(SomeLetter.Facts(DocumentLanguage.Of(culture)))));

    [Fact]
    public void The_same_letter_gives_the_same_bytes_and_another_letter_another_message_id()
    {
        var facts = SomeLetter.Facts();

        Assert.Equal(Mail(facts, Attached), Mail(facts, Attached));
        Assert.NotEqual(MessageId(facts), MessageId(facts with { AsOf = facts.AsOf.AddDays(1) }));
        Assert.NotEqual(MessageId(facts), MessageId(SomeLetter.Facts(DocumentLanguage.English)));
    }

    [Fact]
    public void Lines_end_in_CRLF_are_short_and_hold_ASCII()
    {
        var text = Encoding.ASCII.GetString(Mail(SomeLetter.Facts(), Attached));

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 76, line));
        Assert.All(text, character => Assert.True(character is '\r' or '\n' or (>= ' ' and <= '~')));
    }

    [FactNeeding("python3")]
    public async Task Another_program_reads_the_letter_as_it_was_written()
    {
        var facts = SomeLetter.Facts();
        var letter = Render(facts);

        var read = await ReadMail.OfAsync(Mail(facts, Attached));

        Assert.Empty(read.Defects);
        Assert.Equal(["中正建设集团有限公司", "service@meridian.example"], Assert.Single(read.From));
        Assert.Equal(["陈静", "chen@example.com"], Assert.Single(read.To));
        Assert.Equal(letter.Subject, read.Header("Subject"));
        Assert.Equal("Tue, 31 Mar 2026 12:00:00 +0000", read.Header("Date"));
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", LetterFormat.Docx.MediaType], read.Types);
        Assert.Equal([letter.Text, letter.Html], read.Texts.Select(text => text.ReplaceLineEndings("\n")));
        Assert.Equal("工程回访函.docx", read.Names[2]);
        Assert.Equal(5000, read.Sizes[2]);
    }

    [FactNeeding("python3")]
    public async Task Every_letter_is_a_mail_without_a_defect()
    {
        var letters = EveryLetter.Rendered().ToList();

        var read = await ReadMail.OfAsync([.. letters.Select(letter => MailLetter.Write(letter.Facts, letter.Letter, DocumentArchive.IdOf(letter.Facts), []))]);

        Assert.All(read.Zip(letters), pair =>
        {
            Assert.Empty(pair.First.Defects);
            Assert.Equal(pair.Second.Letter.Subject, pair.First.Header("Subject"));
            Assert.Equal([pair.Second.Letter.Text, pair.Second.Letter.Html], pair.First.Texts.Select(text => text.ReplaceLineEndings("\n")));
        });
    }

    [FactNeeding("python3")]
    public async Task A_contact_and_a_firm_without_an_address_give_a_mail_that_waits_for_one()
    {
        var facts = SomeLetter.Facts();

        var read = await ReadMail.OfAsync(Mail(facts with { Contact = facts.Contact! with { Email = "" }, Firm = facts.Firm with { Email = "" } }));

        Assert.Empty(read.Defects);
        Assert.Empty(read.To);
        Assert.Equal("陈静", Assert.Single(read.Groups));
    }

    [Theory]
    [InlineData("a@example.com", "a@example.com")]
    [InlineData(" a@example.com ", "a@example.com")]
    [InlineData("a@例子.中国", "a@xn--fsqu00a.xn--fiqs8s")]
    [InlineData("", "")]
    [InlineData("nobody", "")]
    [InlineData("a@b@c.example", "")]
    [InlineData("陈@example.com", "")]
    [InlineData("Eve <eve@example.com>", "")]
    [InlineData("a@example.com, b@example.com", "")]
    [InlineData("a@example.com\r\nBcc: all@example.com", "")]
    [InlineData("a@example.com\0", "")]
    [InlineData("\"a b\"@example.com", "")]
    [InlineData("a@[127.0.0.1]", "")]
    public void An_address_is_taken_only_when_it_is_one(string stored, string address) => Assert.Equal(address, MailAddressText.Of(stored));

    [Fact]
    public void No_value_adds_a_header_or_breaks_a_line() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Elements(HostileValuesTests.Fragments.Concat(["\r\nBcc: all@example.com", "\nX: y", "=?utf-8?B?QQ==?=", "=?utf-8?Q?a", ";", ",", "<a@b>", "=cmd|' /C calc'!A0"])).ListOf().Select(string.Concat).ToArbitrary(), HeadersHold));

    private static bool HeadersHold(string value)
    {
        var facts = SomeLetter.Warranty(DocumentLanguage.Chinese);
        var hostile = Headers(facts with
        {
            Contact = facts.Contact! with { Name = "A" + value, Email = "a@example.com" + value },
            Firm = facts.Firm with { Name = LocalizedText.Same("A" + value), Email = value.Length == 0 ? "b@example.com" : value },
            Matter = facts.Matter! with { Matter = facts.Matter.Matter with { Title = "T" + value } },
        });

        Assert.Equal(["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language", "Content-Type"], hostile.Select(header => header.Split(':')[0]));
        Assert.All(hostile, header => Assert.All(header, character => Assert.True(character is '\r' or '\n' or (>= ' ' and <= '~'))));
        return true;
    }

    private static string[] Headers(LetterFacts facts)
    {
        var text = Encoding.ASCII.GetString(Mail(facts));
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
    }

    private static string MessageId(LetterFacts facts) => Headers(facts).Single(header => header.StartsWith("Message-ID:", StringComparison.Ordinal));

    private static byte[] Mail(LetterFacts facts, params LetterDocument[] attachments) => MailLetter.Write(facts, Render(facts), DocumentArchive.IdOf(facts), attachments);

    private static RenderedLetter Render(LetterFacts facts) => new LetterRenderer(SomeLetter.Templates()).Render(SomeLetter.Passed(facts));
}
