using System.Globalization;

namespace Clientele;

/// <summary>An amount in a currency.</summary>
/// <remarks>
/// Amounts are decimal and keep at most four decimal places, which is what the store keeps exactly.
/// Two amounts are added or compared only in one currency; a conversion is a fact of its own and never implied.
/// Immutable and thread-safe. The default value is zero in no currency and is refused by every operation.
/// </remarks>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Creates an amount.</summary>
    /// <param name="amount">The amount, negative for a refund, in whole units of the currency (yuan, not fen); at most four decimal places.</param>
    /// <param name="currency">The three-letter ISO 4217 code in capitals, such as <c>CNY</c>.</param>
    /// <exception cref="ClienteleException">The currency is not three capitals (<see cref="ErrorCodes.CurrencyInvalid"/>), or the amount has more than four decimals or exceeds ±900 million million (<see cref="ErrorCodes.AmountInvalid"/>).</exception>
    public Money(decimal amount, string currency)
    {
        if (currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            throw new ClienteleException(ErrorCodes.CurrencyInvalid, $"'{currency}' is not an ISO 4217 currency code; write three capitals such as CNY.");
        }

        if (decimal.Round(amount, 4) != amount || Math.Abs(amount) > 900_000_000_000_000m)
        {
            throw new ClienteleException(ErrorCodes.AmountInvalid, string.Create(CultureInfo.InvariantCulture, $"The amount {amount} cannot be kept exactly; use at most four decimals and no more than 900 million million."));
        }

        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount in whole units of the currency.</summary>
    public decimal Amount { get; }

    /// <summary>The ISO 4217 code.</summary>
    public string Currency { get; }

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ClienteleException">The currencies differ (<see cref="ErrorCodes.CurrencyMixed"/>).</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + Same(left, right).Amount, left.Currency);

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount to take.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ClienteleException">The currencies differ (<see cref="ErrorCodes.CurrencyMixed"/>).</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - Same(left, right).Amount, left.Currency);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The sum.</returns>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <param name="left">The amount to take from.</param>
    /// <param name="right">The amount to take.</param>
    /// <returns>The difference.</returns>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>Whether one amount is smaller than another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether one amount is greater than another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether one amount is at most another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The comparison.</returns>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one amount is at least another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">The other amount.</param>
    /// <returns>The comparison.</returns>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Compares amounts of one currency.</summary>
    /// <param name="other">The other amount.</param>
    /// <returns>Negative, zero or positive.</returns>
    /// <exception cref="ClienteleException">The currencies differ (<see cref="ErrorCodes.CurrencyMixed"/>).</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>The amount and its code in invariant form, such as <c>1234.50 CNY</c>. Documents use the patterns of their culture instead.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00##} {Currency}");

    private static Money Same(Money left, Money right) => left.Currency == right.Currency && left.Currency is not null
        ? right
        : throw new ClienteleException(ErrorCodes.CurrencyMixed, $"{left} and {right} are in different currencies; convert one of them first.");
}
