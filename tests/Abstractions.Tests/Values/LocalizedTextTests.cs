using System.Globalization;

namespace Clientele.Abstractions.Tests.Values;

public sealed class LocalizedTextTests
{
    [Theory]
    [InlineData("zh-CN", "客户")]
    [InlineData("zh-Hant-TW", "客户")]
    [InlineData("zh", "客户")]
    [InlineData("en-AU", "Client")]
    [InlineData("de-DE", "Client")]
    [InlineData("", "Client")]
    public void Chinese_cultures_read_Chinese_and_all_others_English(string culture, string expected) =>
        Assert.Equal(expected, new LocalizedText("Client", "客户").In(CultureInfo.GetCultureInfo(culture)));

    [Theory]
    [InlineData("", "客户")]
    [InlineData("Client", " ")]
    public void Both_versions_are_required(string en, string zh) => Assert.Throws<ArgumentException>(() => new LocalizedText(en, zh));

    [Fact]
    public void A_proper_name_prints_once_and_a_text_in_both_languages()
    {
        Assert.Equal("ABC", LocalizedText.Same("ABC").ToString());
        Assert.Equal("Client / 客户", new LocalizedText("Client", "客户").ToString());
    }
}
