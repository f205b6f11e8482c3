using Clientele.Plugins;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>The boundary between a run and the C# of a measure.</summary>
internal static class Computing
{
    public static void Fill<TInput>(ClientValues values, int slot, string measure, DateOnly asOf, ReadOnlySpan<int> reads, TInput input, Func<TInput, MeasureResult> compute, PluginGate? gate)
    {
        values.Inside = gate;
        try
        {
            var result = compute(input);
            var steady = gate is null && result.HoldsUntil is { } until ? Math.Min(until.StepsFrom(asOf), values.Steady(reads)) : 0;
            values.Set(slot, result.Value is { } number ? RuleValue.Of(number) : RuleValue.Missing, new RuleMotion(0, steady));
            values.Note(measure, result.Reasons);
        }
#pragma warning disable CA1031 // The boundary to a plugin: whatever it throws becomes the reason why the value is missing.
        catch (Exception error)
#pragma warning restore CA1031
        {
            values.Set(slot, RuleValue.Missing, RuleMotion.Unknown);
            values.Note(measure, [new Reason("fault", new($"The computation of {measure} failed: {error.Message}", $"指标 {measure} 计算失败：{error.Message}"))]);
        }

        values.Inside = null;
    }

    /// <summary>The gate of the plugin that a computation belongs to; <see langword="null"/> where it is the host's own.</summary>
    public static PluginGate? GateOf(object computation) => (computation as IGuarded)?.Gate;

    /// <summary>The code of a computation, as far as it can be told: its type and the build it comes from.</summary>
    public static string Definition(object computation) => $"{computation.GetType().FullName} {computation.GetType().Module.ModuleVersionId}";

    /// <summary>For how many days after one day something holds that ends with another.</summary>
    public static int StepsFrom(this DateOnly until, DateOnly asOf) => until == DateOnly.MaxValue ? int.MaxValue : Math.Max(0, until.DayNumber - asOf.DayNumber - 1);

    public static RuleValue Read(ClientValues values, IReadOnlyDictionary<string, int> reads, string name, string measure) => reads.TryGetValue(name, out var slot)
        ? values[slot]
        : throw new InvalidOperationException($"The computation reads '{name}', which {measure} does not declare in Reads.");
}
