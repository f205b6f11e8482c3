using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>The boundary between a run and the C# of a measure.</summary>
internal static class Computing
{
    public static void Fill<TInput>(ClientValues values, int slot, string measure, TInput input, Func<TInput, MeasureResult> compute)
    {
        try
        {
            var result = compute(input);
            values[slot] = result.Value is { } number ? RuleValue.Of(number) : RuleValue.Missing;
            values.Note(measure, result.Reasons);
        }
#pragma warning disable CA1031 // The boundary to a plugin: whatever it throws becomes the reason why the value is missing.
        catch (Exception error)
#pragma warning restore CA1031
        {
            values[slot] = RuleValue.Missing;
            values.Note(measure, [new Reason("fault", new($"The computation of {measure} failed: {error.Message}", $"指标 {measure} 计算失败：{error.Message}"))]);
        }
    }

    public static RuleValue Read(ClientValues values, IReadOnlyDictionary<string, int> reads, string name, string measure) => reads.TryGetValue(name, out var slot)
        ? values[slot]
        : throw new InvalidOperationException($"The computation reads '{name}', which {measure} does not declare in Reads.");
}
