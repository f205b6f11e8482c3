using System.Globalization;

namespace Clientele.Testing;

/// <summary>Makes what a computation reads, to test it without a host.</summary>
/// <example>
/// <code>
/// var result = new Loyalty().Compute(FakeInput.Of(new DateOnly(2026, 3, 31), ("landscaping.contracts", 4)));
/// </code>
/// </example>
public static class FakeInput
{
    /// <summary>The input of one client.</summary>
    /// <param name="asOf">The as-of day.</param>
    /// <param name="values">Names with their values: numbers for measures, text for attributes; what is not given is missing.</param>
    /// <returns>The input.</returns>
    public static MeasureInput Of(DateOnly asOf, params IReadOnlyList<(string Name, object Value)> values)
    {
        var known = values.ToDictionary(value => value.Name, value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!, StringComparer.Ordinal);
        return new(
            ClientId.From("fake", "client"),
            asOf,
            name => decimal.TryParse(known.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : null,
            known.GetValueOrDefault);
    }
}
