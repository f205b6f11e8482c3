using Clientele;

namespace Landscaping;

/// <summary>From 0 for one contract towards 1 for many.</summary>
internal sealed class Loyalty : IMeasureComputation
{
    /// <inheritdoc/>
    public MeasureResult Compute(MeasureInput input) => input.Number("landscaping.contracts") is > 0 and var contracts
        ? new(1 - (1 / contracts), [new Reason("contracts", new($"{contracts} contracts so far.", $"累计签订合同{contracts}份。"))])
        : MeasureResult.Missing(new("No contract yet.", "尚无合同。"));
}
