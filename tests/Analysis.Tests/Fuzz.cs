using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Analysis.Tests;

/// <summary>Numbers of every kind for properties that hold for all of them: small, huge, zero, negative, equal, and for statistics also not numbers at all.</summary>
internal static class Fuzz
{
    private static readonly double[] Odd = [0, 0, 1, 1, 1, -1, 100, 1e-300, 1e300, -1e300, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
    private static readonly decimal[] OddMoney = [0, 0, 1, 1, 1, -1, 100, 0.0001m, 900_000_000_000_000m, -900_000_000_000_000m];

    /// <summary>Holds for lists of amounts, up to what the store keeps, and a number to make other choices with.</summary>
    public static void Money(Action<decimal[], int> property) => Check(
        from values in Gen.ListOf(Gen.OneOf(Gen.Elements(OddMoney), Gen.Choose(-10_000, 1_000_000).Select(value => value / 100m)))
        from seed in Gen.Choose(-10_000, 10_000)
        select (values.ToArray(), seed), property);

    /// <summary>Holds for lists of numbers, and a number to make other choices with.</summary>
    public static void Numbers(Action<double[], int> property) => Check(
        from values in Gen.ListOf(Gen.Frequency((1, Gen.Elements(Odd)), (12, Gen.Choose(-1_000, 100_000).Select(value => value / 10.0)), (3, Gen.Elements(Odd[..7]))))
        from seed in Gen.Choose(-10_000, 10_000)
        select (values.ToArray(), seed), property);

    /// <summary>A finding has a value, or a reason in both languages.</summary>
    public static void Explained<T>(Finding<T> finding)
        where T : notnull
    {
        if (!finding.IsKnown)
        {
            Assert.False(string.IsNullOrWhiteSpace(finding.Refusal.Code) || string.IsNullOrWhiteSpace(finding.Refusal.Text.En) || string.IsNullOrWhiteSpace(finding.Refusal.Text.Zh));
        }
    }

    /// <summary>Numbers are numbers.</summary>
    public static void Finite(params IEnumerable<double> values) => Assert.All(values, value => Assert.True(double.IsFinite(value)));

    private static void Check<T>(Gen<(T[], int)> numbers, Action<T[], int> property) =>
        Prop.ForAll(numbers.ToArbitrary(), one => property(one.Item1, one.Item2)).QuickCheckThrowOnFailure();
}
