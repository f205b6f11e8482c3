using System.Globalization;

namespace Clientele.Import.Tests;

public sealed class CellTests
{
    [Theory]
    [InlineData("1234.5", 1234.5)]
    [InlineData("58665.0", 58665)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("12 345,678", 12345.678)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("0.125", 0.125)]
    [InlineData("0,5", 0.5)]
    [InlineData(".5", 0.5)]
    [InlineData("(500)", -500)]
    [InlineData("-500", -500)]
    [InlineData("500-", -500)]
    [InlineData("¥ 500", 500)]
    [InlineData("-¥500", -500)]
    [InlineData("￥１，２３４．５０", 1234.5)]
    [InlineData("500元", 500)]
    [InlineData("人民币500元", 500)]
    [InlineData("800万元", 8000000)]
    [InlineData("3.5亿", 350000000)]
    [InlineData("CNY 500", 500)]
    [InlineData("500CNY", 500)]
    [InlineData("  500  ", 500)]
    public void An_amount_that_can_be_read_one_way_is_read(string cell, double expected)
    {
        var fault = new AmountCell("CNY", DecimalMark.Unknown, 1m).Read(cell, exact: false, out var amount);

        Assert.Equal((AmountFault.None, (decimal)expected), (fault, amount));
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("1.234")]
    public void An_amount_that_can_be_read_two_ways_is_not_guessed(string cell) =>
        Assert.Equal(AmountFault.Ambiguous, new AmountCell("CNY", DecimalMark.Unknown, 1m).Read(cell, exact: false, out _));

    [Theory]
    [InlineData("1,234", DecimalMark.Point, 1234)]
    [InlineData("1,234", DecimalMark.Comma, 1.234)]
    [InlineData("1.234", DecimalMark.Comma, 1234)]
    [InlineData("1.234", DecimalMark.Point, 1.234)]
    public void The_stated_decimal_mark_decides(string cell, DecimalMark mark, double expected)
    {
        new AmountCell("CNY", mark, 1m).Read(cell, exact: false, out var amount);

        Assert.Equal((decimal)expected, amount);
    }

    [Theory]
    [InlineData("about 500")]
    [InlineData("1,23,456")]
    [InlineData("1.2.3")]
    [InlineData("12,34.5")]
    [InlineData("--5")]
    [InlineData("n/a")]
    [InlineData("元")]
    public void What_is_no_amount_is_called_malformed(string cell) =>
        Assert.Equal(AmountFault.Malformed, new AmountCell("CNY", DecimalMark.Unknown, 1m).Read(cell, exact: false, out _));

    [Theory]
    [InlineData("$500", "CNY", false)]
    [InlineData("$500", "AUD", true)]
    [InlineData("A$500", "AUD", true)]
    [InlineData("US$500", "AUD", false)]
    [InlineData("USD 500", "CNY", false)]
    [InlineData("500 AUD", "AUD", true)]
    public void A_currency_that_is_not_the_workspaces_is_refused(string cell, string currency, bool isRead) =>
        Assert.Equal(isRead ? AmountFault.None : AmountFault.OtherCurrency, new AmountCell(currency, DecimalMark.Unknown, 1m).Read(cell, exact: false, out _));

    [Theory]
    [InlineData("800", 8000000)]
    [InlineData("800万", 8000000)]
    [InlineData("1.5亿", 150000000)]
    public void The_unit_of_the_header_multiplies_and_a_unit_in_the_cell_takes_its_place(string cell, double expected)
    {
        new AmountCell("CNY", DecimalMark.Unknown, 10000m).Read(cell, exact: false, out var amount);

        Assert.Equal((decimal)expected, amount);
    }

    [Fact]
    public void The_noise_of_a_spreadsheets_number_is_rounded_but_a_typed_one_is_not()
    {
        var cell = new AmountCell("CNY", DecimalMark.Unknown, 1m);

        Assert.Equal(AmountFault.None, cell.Read("33.333333333", exact: true, out var amount));
        Assert.Equal(33.3333m, amount);
        Assert.Equal(AmountFault.TooPrecise, cell.Read("33.333333333", exact: false, out _));
    }

    [Fact]
    public void A_spreadsheets_number_is_never_ambiguous() =>
        Assert.Equal(AmountFault.None, new AmountCell("CNY", DecimalMark.Unknown, 1m).Read("1.234", exact: true, out _));

    [Theory]
    [InlineData("2025-03-31")]
    [InlineData("2025-03-31 14:05:00")]
    [InlineData("2025-03-31T23:59:59+08:00")]
    [InlineData("2025-03-31T00:00:00Z")]
    [InlineData("2025/3/31")]
    [InlineData("2025.3.31")]
    [InlineData("20250331")]
    [InlineData("2025年3月31日")]
    [InlineData("２０２５年３月３１日")]
    [InlineData("2025/3/31 8:05")]
    [InlineData("31 March 2025")]
    [InlineData("31-Mar-2025")]
    [InlineData("March 31, 2025")]
    public void A_date_that_can_mean_one_day_only_is_read(string cell)
    {
        Assert.True(new DateCell([]).TryRead(cell, out var day));
        Assert.Equal(new DateOnly(2025, 3, 31), day);
    }

    [Theory]
    [InlineData("03/31/2025")]
    [InlineData("03/04/2025")]
    [InlineData("2025-02-30")]
    [InlineData("2009\\7\\14 22:14:45+0800")]
    [InlineData("0001-01-01")]
    [InlineData("next week")]
    [InlineData("45678")]
    public void Any_other_date_is_not_guessed(string cell) => Assert.False(new DateCell([]).TryRead(cell, out _));

    [Fact]
    public void The_formats_of_the_mapping_are_tried_after_ISO()
    {
        var dates = new DateCell(["MM/dd/yyyy", "MM/dd/yyyy hh:mm:ss tt", "MM/dd/yyyy HH:mm:sszzz"]);

        Assert.Equal(["2013-04-25", "2013-04-26", "2009-07-15"], new[] { "04/25/2013", "04/26/2013 12:00:00 AM", "07/15/2009 02:14:45+0800" }
            .Select(cell => dates.TryRead(cell, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ""));
    }
}
