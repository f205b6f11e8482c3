using Clientele.Documents;

namespace Clientele.Tests.Documents.Form;

public sealed class ChineseCapitalsTests
{
    [Theory]
    // The examples of 《正确填写票据和结算凭证的基本规定》 (银发〔1997〕393号, annex 1); where it gives two, the first.
    [InlineData("1409.50", "人民币壹仟肆佰零玖元伍角")]
    [InlineData("6007.14", "人民币陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分")]
    [InlineData("107000.53", "人民币壹拾万柒仟元零伍角叁分")]
    [InlineData("16409.02", "人民币壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "人民币叁佰贰拾伍元零肆分")]
    // Its rules on 整, and what they do not show: nothing, less than a yuan, sections without a digit, a negative amount, the largest.
    [InlineData("1234.56", "人民币壹仟贰佰叁拾肆元伍角陆分")]
    [InlineData("100", "人民币壹佰元整")]
    [InlineData("10", "人民币壹拾元整")]
    [InlineData("0", "人民币零元整")]
    [InlineData("0.5", "人民币伍角")]
    [InlineData("0.05", "人民币伍分")]
    [InlineData("0.004", "人民币零元整")]
    [InlineData("-0.004", "人民币零元整")]
    [InlineData("0.005", "人民币壹分")]
    [InlineData("-1234.5", "人民币负壹仟贰佰叁拾肆元伍角")]
    [InlineData("10001", "人民币壹万零壹元整")]
    [InlineData("100000000", "人民币壹亿元整")]
    [InlineData("100000001", "人民币壹亿零壹元整")]
    [InlineData("100010000", "人民币壹亿零壹万元整")]
    [InlineData("2000000", "人民币贰佰万元整")]
    [InlineData("1000000000000", "人民币壹万亿元整")]
    [InlineData("1234567890123.45", "人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分")]
    public void An_amount_is_written_so_that_nobody_can_alter_it(string amount, string words) =>
        Assert.Equal(words, ChineseCapitals.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "CNY"));

    [Fact]
    public void Another_currency_is_named_and_what_cannot_be_written_falls_back_to_figures()
    {
        Assert.Equal("美元壹佰元整", ChineseCapitals.Of(100, "USD"));
        Assert.Equal("100.00 英镑", new DocumentFormats(DocumentLanguage.Chinese, "GBP").Capitals(100));
        Assert.Equal("10,000,000,000,000,000.00 元", new DocumentFormats(DocumentLanguage.Chinese, "CNY").Capitals(1e16m));
        Assert.Equal("CNY 100.00", new DocumentFormats(DocumentLanguage.English, "CNY").Capitals(100));
    }

    [Theory]
    [InlineData(2026, 3, 31, "二〇二六年三月三十一日")]
    [InlineData(2010, 10, 10, "二〇一〇年十月十日")]
    [InlineData(2000, 1, 20, "二〇〇〇年一月二十日")]
    [InlineData(2025, 12, 11, "二〇二五年十二月十一日")]
    public void A_day_is_written_in_characters(int year, int month, int day, string words) => Assert.Equal(words, ChineseDate.Of(new DateOnly(year, month, day)));
}
