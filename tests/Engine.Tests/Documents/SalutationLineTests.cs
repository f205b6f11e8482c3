using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class SalutationLineTests
{
    [Theory]
    // The family name and the form of address that is recorded.
    [InlineData("陈静", "", Salutation.Ms, "", "尊敬的陈女士：", "Dear Ms 陈,")]
    [InlineData("李建国", "", Salutation.Mr, "", "尊敬的李先生：", "Dear Mr 李,")]
    [InlineData("王立", "", Salutation.Dr, "", "尊敬的王博士：", "Dear Dr 王,")]
    [InlineData("赵文华", "", Salutation.Professor, "", "尊敬的赵教授：", "Dear Professor 赵,")]
    // Compound family names, also alone and in traditional characters.
    [InlineData("欧阳明", "", Salutation.Ms, "", "尊敬的欧阳女士：", "Dear Ms 欧阳,")]
    [InlineData("司马光华", "", Salutation.Mr, "", "尊敬的司马先生：", "Dear Mr 司马,")]
    [InlineData("上官", "", Salutation.Ms, "", "尊敬的上官女士：", "Dear Ms 上官,")]
    [InlineData("諸葛亮", "", Salutation.Mr, "", "尊敬的諸葛先生：", "Dear Mr 諸葛,")]
    // A stored family name decides where the name alone cannot: 东方 may be 东 + 方…, 陈方安生 is of a house of two.
    [InlineData("东方红", "东", Salutation.Ms, "", "尊敬的东女士：", "Dear Ms 东,")]
    [InlineData("陈方安生", "", Salutation.Ms, "", "尊敬的陈方安生女士：", "Dear Ms 陈方安生,")]
    [InlineData("阿依古丽·买买提", "", Salutation.Ms, "", "尊敬的阿依古丽·买买提女士：", "Dear Ms 阿依古丽·买买提,")]
    [InlineData("陈 静", "", Salutation.Ms, "", "尊敬的陈女士：", "Dear Ms 陈,")]
    // A position that is a form of address goes first in Chinese; a deputy is addressed without 副.
    [InlineData("陈静", "", Salutation.Ms, "基建处副处长", "尊敬的陈处长：", "Dear Ms 陈,")]
    [InlineData("陈静", "", Salutation.Unknown, "办公室主任", "尊敬的陈主任：", "Dear 陈静,")]
    [InlineData("周强", "", Salutation.Unknown, "副总经理", "尊敬的周总：", "Dear 周强,")]
    [InlineData("周强", "", Salutation.Mr, "董事长兼总经理", "尊敬的周董事长：", "Dear Mr 周,")]
    [InlineData("周强", "", Salutation.Mr, "总经理助理", "尊敬的周先生：", "Dear Mr 周,")]
    [InlineData("周强", "", Salutation.Mr, "Director of Works", "尊敬的周先生：", "Dear Mr 周,")]
    // Nothing recorded: the full name and no guess.
    [InlineData("陈静", "", Salutation.Unknown, "", "尊敬的陈静：", "Dear 陈静,")]
    [InlineData("Sarah Wilson", "", Salutation.Unknown, "", "尊敬的Sarah Wilson：", "Dear Sarah Wilson,")]
    // A Latin name, at a Chinese client too.
    [InlineData("Sarah Wilson", "", Salutation.Ms, "", "尊敬的Wilson女士：", "Dear Ms Wilson,")]
    [InlineData("Chen Jing", "Chen", Salutation.Ms, "", "尊敬的Chen女士：", "Dear Ms Chen,")]
    [InlineData("John Smith", "", Salutation.Unknown, "项目经理", "尊敬的Smith经理：", "Dear John Smith,")]
    // Lists that hold the form of address inside the name.
    [InlineData("陈女士", "", Salutation.Unknown, "", "尊敬的陈女士：", "Dear 陈女士,")]
    [InlineData("张经理", "", Salutation.Mr, "", "尊敬的张经理：", "Dear Mr 张,")]
    [InlineData("Ms. Chen", "", Salutation.Ms, "", "尊敬的Ms. Chen：", "Dear Ms. Chen,")]
    // What a name may hide.
    [InlineData("陈\r\n静", "", Salutation.Ms, "", "尊敬的陈女士：", "Dear Ms 陈,")]
    [InlineData("Eve\nBcc: all@example.com", "", Salutation.Unknown, "", "尊敬的Eve Bcc: all@example.com：", "Dear Eve Bcc: all@example.com,")]
    [InlineData("静", "", Salutation.Ms, "", "尊敬的静女士：", "Dear Ms 静,")]
    public void A_letter_addresses_a_person_properly(string name, string family, Salutation salutation, string position, string chinese, string english)
    {
        var contact = new Contact
        {
            Id = ContactId.From("test", "1"),
            Client = ClientId.From("test", "1"),
            Name = name,
            FamilyName = family,
            Salutation = salutation,
            Position = position,
        };

        Assert.Equal(chinese, SalutationLine.For(DocumentLanguage.Chinese, contact, "某单位"));
        Assert.Equal(english, SalutationLine.For(DocumentLanguage.English, contact, "Some Client"));
    }

    [Fact]
    public void A_letter_to_nobody_in_particular_addresses_the_client()
    {
        Assert.Equal("市建设局：", SalutationLine.For(DocumentLanguage.Chinese, null, "市建设局"));
        Assert.Equal("Dear Sir or Madam,", SalutationLine.For(DocumentLanguage.English, null, "市建设局"));
    }
}
