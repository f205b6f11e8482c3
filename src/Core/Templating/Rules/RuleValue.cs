using System.Globalization;

namespace Clientele.Templating;

/// <summary>A value in a rule: an exact number, text, a truth, a day, a list of texts, or missing. Immutable; costs no allocation but its text.</summary>
public readonly struct RuleValue : IEquatable<RuleValue>
{
    private readonly object? _reference;
    private readonly decimal _number;

    private RuleValue(RuleValueKind kind, decimal number, object? reference)
    {
        Kind = kind;
        _number = number;
        _reference = reference;
    }

    /// <summary>Nothing is known. Also the default of the type.</summary>
    public static RuleValue Missing => default;

    /// <summary>What the value is.</summary>
    public RuleValueKind Kind { get; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsMissing => Kind == RuleValueKind.Missing;

    /// <summary>The number; 0 for other kinds.</summary>
    public decimal Number => Kind == RuleValueKind.Number ? _number : 0;

    /// <summary>The text; empty for other kinds.</summary>
    public string Text => Kind == RuleValueKind.Text ? (string)_reference! : "";

    /// <summary>The truth; false for other kinds.</summary>
    public bool Flag => Kind == RuleValueKind.Flag && _number != 0;

    /// <summary>The day; the first of year 1 for other kinds.</summary>
    public DateOnly Date => Kind == RuleValueKind.Date ? DateOnly.FromDayNumber((int)_number) : default;

    /// <summary>The texts of a list; none for other kinds.</summary>
    public IReadOnlyList<string> List => Kind == RuleValueKind.List ? (IReadOnlyList<string>)_reference! : [];

    /// <summary>Whether two values are the same in kind and content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The truth.</returns>
    public static bool operator ==(RuleValue left, RuleValue right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <returns>The truth.</returns>
    public static bool operator !=(RuleValue left, RuleValue right) => !left.Equals(right);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static RuleValue Of(decimal value) => new(RuleValueKind.Number, value, null);

    /// <summary>Text, or missing for null.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The value.</returns>
    public static RuleValue Of(string? value) => value is null ? default : new(RuleValueKind.Text, 0, value);

    /// <summary>A truth.</summary>
    /// <param name="value">The truth.</param>
    /// <returns>The value.</returns>
    public static RuleValue Of(bool value) => new(RuleValueKind.Flag, value ? 1 : 0, null);

    /// <summary>A day.</summary>
    /// <param name="value">The day.</param>
    /// <returns>The value.</returns>
    public static RuleValue Of(DateOnly value) => new(RuleValueKind.Date, value.DayNumber, null);

    /// <summary>A list of texts.</summary>
    /// <param name="value">The texts; not copied, so not to be changed afterwards.</param>
    /// <returns>The value.</returns>
    public static RuleValue Of(IReadOnlyList<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(RuleValueKind.List, 0, value);
    }

    /// <inheritdoc/>
    public bool Equals(RuleValue other) => Kind == other.Kind && Kind switch
    {
        RuleValueKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        RuleValueKind.List => List.SequenceEqual(other.List, StringComparer.Ordinal),
        _ => _number == other._number,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RuleValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        RuleValueKind.Text => Text.GetHashCode(StringComparison.Ordinal),
        RuleValueKind.List => List.Count,
        _ => HashCode.Combine(Kind, _number),
    };

    /// <summary>The value as people read it: invariant numbers without trailing zeros, ISO days, lists with commas, "missing".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        RuleValueKind.Missing => "missing",
        RuleValueKind.Number => _number.ToString("0.############################", CultureInfo.InvariantCulture),
        RuleValueKind.Text => Text,
        RuleValueKind.Flag => Flag ? "true" : "false",
        RuleValueKind.Date => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => string.Join(", ", List),
    };
}
