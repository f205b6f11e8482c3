using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Storage.Tests.Properties;

/// <summary>Arbitrary sequences of things to do to a store. A step is a bag of numbers that the property takes its choices from; a failing sequence shrinks by leaving steps out.</summary>
internal static class Steps
{
    public static Arbitrary<Step[]> Any(int most)
    {
        var step = Gen.Choose(0, int.MaxValue - 1).Two().Select(pair => new Step(pair.Item1, pair.Item2));
        return Arb.From(step.ArrayOf().Resize(most), Without);
    }

    public static void Hold<T>(Arbitrary<T> inputs, Func<T, Task> holds, int cases = 60) =>
        Prop.ForAll(inputs, input =>
        {
            holds(input).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true));

    private static IEnumerable<Step[]> Without(Step[] steps)
    {
        for (var size = steps.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= steps.Length; start += size)
            {
                yield return [.. steps[..start], .. steps[(start + size)..]];
            }
        }
    }
}

/// <summary>A bag of choices.</summary>
internal readonly record struct Step(int Seed, int More)
{
    /// <summary>The n-th choice among so many.</summary>
    public int Choose(int n, int among)
    {
        var mixed = unchecked((uint)HashCode(Seed, More, n));
        return (int)(mixed % (uint)among);
    }

    public DateOnly Day(int n) => new DateOnly(2024, 1, 25).AddDays(Choose(n, 70));

    // The same on every run, unlike System.HashCode.
    private static int HashCode(int a, int b, int c)
    {
        unchecked
        {
            var h = (ulong)(uint)a * 0x9E3779B97F4A7C15UL ^ (ulong)(uint)b * 0xC2B2AE3D27D4EB4FUL ^ (ulong)(uint)c * 0x165667B19E3779F9UL;
            h ^= h >> 29;
            h *= 0xBF58476D1CE4E5B9UL;
            h ^= h >> 32;
            return (int)h;
        }
    }
}
