using System.Globalization;

namespace Clientele.Abstractions.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("cny")]
    [InlineData("CN")]
    [InlineData("CNYX")]
    [InlineData("CN1")]
    [InlineData("ＣＮＹ")]
    [InlineData(null)]
    public void A_currency_is_three_capitals(string? currency)
    {
        var refused = Assert.Throws<ClienteleException>(() => new Money(1, currency!));

        Assert.Equal(ErrorCodes.CurrencyInvalid, refused.Code);
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("900000000000000.0001")]
    [InlineData("-900000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void An_amount_that_cannot_be_kept_exactly_is_refused(string amount)
    {
        var refused = Assert.Throws<ClienteleException>(() => new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), "CNY"));

        Assert.Equal(ErrorCodes.AmountInvalid, refused.Code);
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("-0.5")]
    [InlineData("1.50000000")]
    [InlineData("900000000000000")]
    public void Four_decimals_and_refunds_are_kept(string amount)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal(value, new Money(value, "CNY").Amount);
    }

    [Fact]
    public void Amounts_of_one_currency_add_subtract_and_compare()
    {
        var (less, more) = (new Money(1.25m, "CNY"), new Money(2m, "CNY"));

        Assert.Equal(new Money(3.25m, "CNY"), less + more);
        Assert.Equal(new Money(-0.75m, "CNY"), less - more);
        Assert.Equal(less + more, Money.Add(less, more));
        Assert.Equal(less - more, Money.Subtract(less, more));
        Assert.True(less < more && more > less && less <= more && more >= less);
        Assert.Equal(0, less.CompareTo(new Money(1.2500m, "CNY")));
    }

    [Fact]
    public void Amounts_of_two_currencies_do_not_meet()
    {
        var (yuan, dollars) = (new Money(1, "CNY"), new Money(1, "AUD"));

        Assert.All(new Func<object>[] { () => yuan + dollars, () => yuan - dollars, () => yuan < dollars, () => yuan.CompareTo(dollars), () => default(Money) + default(Money), () => yuan + default(Money) }, operation =>
            Assert.Equal(ErrorCodes.CurrencyMixed, Assert.Throws<ClienteleException>(operation).Code));
        Assert.NotEqual(yuan, dollars);
    }

    [Fact]
    public void An_amount_prints_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("1234.50 CNY", new Money(1234.5m, "CNY").ToString());
            Assert.Equal("-0.0001 CNY", new Money(-0.0001m, "CNY").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
