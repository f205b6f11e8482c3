using System.Globalization;
using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class DocumentFormatsTests
{
    [Theory]
    [InlineData("2026-03-31", "31 March 2026", "2026年3月31日")]
    [InlineData("2024-02-29", "29 February 2024", "2024年2月29日")]
    [InlineData("0999-12-01", "1 December 0999", "0999年12月1日")]
    public void A_day_is_written_in_the_form_of_the_language(string day, string english, string chinese)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(english, English().Date(date));
        Assert.Equal(chinese, Chinese().Date(date));
        Assert.Equal(day, DocumentFormats.ShortDate(date));
    }

    [Theory]
    [InlineData("1234.5", "CNY", null, "CNY 1,234.50", "1,234.50 元")]
    [InlineData("1234.5", "AUD", null, "AUD 1,234.50", "1,234.50 澳元")]
    [InlineData("1234.5", "CNY", 0, "CNY 1,235", "1,235 元")]
    [InlineData("1234.4", "JPY", null, "JPY 1,234", "1,234 日元")]
    [InlineData("0", "USD", null, "USD 0.00", "0.00 美元")]
    [InlineData("-7.125", "EUR", null, "EUR -7.13", "-7.13 欧元")]
    [InlineData("-0.001", "GBP", null, "GBP 0.00", "0.00 英镑")]
    [InlineData("900000000000000", "SGD", 0, "SGD 900,000,000,000,000", "900,000,000,000,000 新加坡元")]
    [InlineData("1", "XTS", null, "XTS 1.00", "1.00 XTS")]
    public void An_amount_names_its_currency(string amount, string currency, int? decimals, string english, string chinese)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal(english, English(currency).Money(value, decimals));
        Assert.Equal(chinese, Chinese(currency).Money(value, decimals));
    }

    [Theory]
    [InlineData("1234.5", null, "1,234.5")]
    [InlineData("1234", null, "1,234")]
    [InlineData("0.00004", null, "0")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-2.5", 0, "-3")]
    [InlineData("2", 2, "2.00")]
    [InlineData("2", 99, "2.0000000000")]
    public void A_number_groups_its_thousands_and_rounds_halves_away_from_zero(string value, int? decimals, string expected) =>
        Assert.Equal(expected, DocumentFormats.Number(decimal.Parse(value, CultureInfo.InvariantCulture), decimals));

    [Theory]
    [InlineData("0.123", null, "12.3%")]
    [InlineData("0.8", null, "80%")]
    [InlineData("0.8", 1, "80.0%")]
    [InlineData("0.00049", 1, "0.0%")]
    [InlineData("-0.5", 0, "-50%")]
    public void A_ratio_is_written_in_percent(string ratio, int? decimals, string expected) =>
        Assert.Equal(expected, DocumentFormats.Percent(decimal.Parse(ratio, CultureInfo.InvariantCulture), decimals));

    [Theory]
    [InlineData(1, "1 day", "1天")]
    [InlineData(0, "0 days", "0天")]
    [InlineData(30, "30 days", "30天")]
    [InlineData(1000, "1,000 days", "1,000天")]
    public void Days_agree_with_their_number(int count, string english, string chinese)
    {
        Assert.Equal(english, English().Days(count));
        Assert.Equal(chinese, Chinese().Days(count));
    }

    [Fact]
    public void The_machine_s_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "de-DE", "ar-SA", "zh-CN", "th-TH", "fa-IR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("31 March 2026", English().Date(new DateOnly(2026, 3, 31)));
                Assert.Equal("-1,234.50 元", Chinese().Money(-1234.5m));
                Assert.Equal("2026-03-31", DocumentFormats.ShortDate(new DateOnly(2026, 3, 31)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh", "zh-CN")]
    [InlineData("ZH-Hans", "zh-CN")]
    [InlineData("en-AU", "en")]
    [InlineData("zha", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_reader_s_culture_chooses_one_of_two_languages(string? culture, string expected) =>
        Assert.Equal(expected, DocumentLanguage.Of(culture).Culture);

    private static DocumentFormats English(string currency = "CNY") => new(DocumentLanguage.English, currency);

    private static DocumentFormats Chinese(string currency = "CNY") => new(DocumentLanguage.Chinese, currency);
}
