using Clientele.Documents;

namespace Clientele.Tests.Documents.Form;

/// <summary>The business form, with much and with nothing known of whom it goes to.</summary>
public sealed class LetterFormTests
{
    [Fact]
    public void A_Chinese_letter_has_its_parts_where_a_secretary_puts_them()
    {
        var form = LetterForm.Of(SomeLetter.Facts(), "工程回访函");

        Assert.Equal(
            [LetterRole.Reference, LetterRole.Subject, LetterRole.Recipient, LetterRole.Salutation, LetterRole.Body, LetterRole.Wish, LetterRole.Closing, LetterRole.Seal, LetterRole.Signature],
            form.Parts.Select(part => part.Role));
        Assert.Equal("尊敬的陈处长：", Line(form, LetterRole.Salutation));
        Assert.Equal("此致", Line(form, LetterRole.Wish));
        Assert.Equal("敬礼", Line(form, LetterRole.Closing));
        Assert.Equal("（盖章）", form.Seal);
        Assert.Equal("二〇二六年三月三十一日", form.Parts[^1].Lines[^1]);
    }

    [Fact]
    public void An_English_letter_has_date_address_salutation_subject_and_signature()
    {
        var facts = SomeLetter.Facts(DocumentLanguage.English) with { Enclosures = ["Record of the visit", "Plan\nof works"] };

        var form = LetterForm.Of(facts, "Return visit");

        Assert.Equal(
            [LetterRole.Date, LetterRole.Reference, LetterRole.Recipient, LetterRole.Salutation, LetterRole.Subject, LetterRole.Body, LetterRole.Closing, LetterRole.Signature, LetterRole.Enclosures],
            form.Parts.Select(part => part.Role));
        Assert.Equal("Yours sincerely,", Line(form, LetterRole.Closing));
        Assert.Equal(["Enc. Record of the visit", "Plan of works"], form.Parts[^1].Lines);
        Assert.Equal("", form.Seal);
    }

    [Theory]
    [InlineData("greeting", "顺颂", "商祺")]
    [InlineData("marketing", "顺颂", "商祺")]
    [InlineData("service", "此致", "敬礼")]
    public void A_wish_is_not_sealed_and_closes_warmly(string purpose, string wish, string closing)
    {
        var facts = SomeLetter.Facts();
        var form = LetterForm.Of(facts with { Letter = facts.Letter with { Purpose = purpose } }, "x");

        Assert.Equal((wish, closing), (Line(form, LetterRole.Wish), Line(form, LetterRole.Closing)));
        Assert.Equal(purpose == "service", form.Seal.Length > 0);
    }

    [Theory]
    [InlineData(null, "市建设局：", "Dear Sir or Madam,", "Yours faithfully,")]
    [InlineData(" ", "市建设局：", "Dear Sir or Madam,", "Yours faithfully,")]
    [InlineData("\u202E\u0007", "市建设局：", "Dear Sir or Madam,", "Yours faithfully,")]
    [InlineData("陈静", "尊敬的陈静：", "Dear 陈静,", "Yours sincerely,")]
    public void Nobody_in_particular_is_addressed_properly_too(string? name, string chinese, string english, string closing)
    {
        var facts = SomeLetter.Facts();
        facts = facts with
        {
            Client = facts.Client with { Name = "市建设局" },
            Contact = string.IsNullOrWhiteSpace(name) ? null : new Contact { Id = facts.Contact!.Id, Client = facts.Client.Id, Name = name },
            Firm = new Firm { Name = new("Firm", "公司") },
        };

        Assert.Equal(chinese, Line(LetterForm.Of(facts, "x"), LetterRole.Salutation));
        var letter = LetterForm.Of(facts with { Language = DocumentLanguage.English }, "x");
        Assert.Equal((english, closing), (Line(letter, LetterRole.Salutation), Line(letter, LetterRole.Closing)));
        Assert.Equal(["Firm"], letter.Parts.Single(part => part.Role == LetterRole.Signature).Lines);
    }

    [Fact]
    public void A_client_who_is_a_person_needs_no_contact_to_be_addressed()
    {
        var facts = SomeLetter.Facts() with { Contact = null };

        var form = LetterForm.Of(facts with { Client = facts.Client with { Name = "陈静", Kind = ClientKind.Person } }, "x");

        Assert.Equal("尊敬的陈静：", Line(form, LetterRole.Salutation));
        Assert.DoesNotContain(form.Parts, part => part.Role == LetterRole.Recipient);
    }

    [Fact]
    public void Enclosures_stand_before_the_closing()
    {
        var form = LetterForm.Of(SomeLetter.Facts() with { Enclosures = ["回访记录表", "维修清单"] }, "x");

        Assert.Equal(["附件：", "1. 回访记录表", "2. 维修清单"], form.Parts.Single(part => part.Role == LetterRole.Enclosures).Lines);
    }

    private static string Line(LetterForm form, LetterRole role) => form.Parts.Single(part => part.Role == role).Lines[0];
}
