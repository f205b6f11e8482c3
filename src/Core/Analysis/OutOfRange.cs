using System.Globalization;

namespace Clientele.Analysis;

/// <summary>A number that a formula takes, with the range in which the formula means something.</summary>
/// <param name="What">What the number is.</param>
/// <param name="Value">The number.</param>
/// <param name="From">The smallest allowed value.</param>
/// <param name="To">The largest allowed value.</param>
internal readonly record struct Input(LocalizedText What, double Value, double From, double To);

/// <summary>The refusal of numbers outside the range in which a formula means something. NaN is outside every range.</summary>
internal static class OutOfRange
{
    /// <summary>The largest amount that the store keeps; sums of amounts below it stay exact.</summary>
    public const double LargestAmount = 900_000_000_000_000;

    /// <summary>Why the first input outside its range is refused, or nothing.</summary>
    public static Reason? Of(params ReadOnlySpan<Input> inputs)
    {
        foreach (var input in inputs)
        {
            if (!(input.Value >= input.From && input.Value <= input.To))
            {
                return Refusal(input);
            }
        }

        return null;
    }

    /// <summary>An amount of money, of either sign.</summary>
    public static Input Amount(string en, string zh, decimal value) => new(new(en, zh), (double)value, -LargestAmount, LargestAmount);

    /// <summary>A cost or a price: not negative.</summary>
    public static Input Cost(string en, string zh, decimal value) => new(new(en, zh), (double)value, 0, LargestAmount);

    /// <summary>A share between 0 and 1.</summary>
    public static Input Share(string en, string zh, double value) => new(new(en, zh), value, 0, 1);

    private static Reason Refusal(Input input)
    {
        string value = Text(input.Value), from = Text(input.From), to = Text(input.To);
        return new("out_of_range", new(
            $"The {input.What.En} is {value}, but must lie between {from} and {to}.",
            $"{input.What.Zh}为{value}，应介于{from}与{to}之间。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = value, ["from"] = from, ["to"] = to },
        };
    }

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
