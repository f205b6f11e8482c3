using System.Globalization;

namespace Clientele.DesignInstitute;

/// <summary>Earned value over the plan or over the cost; missing while there is nothing to compare with.</summary>
/// <param name="against">The measure to compare with.</param>
internal sealed class EarnedRatio(string against) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        var earned = input.Number("design_institute.earned_value") ?? 0;
        return input.Number(against) is { } whole and > 0
            ? new(earned / whole,
            [
                new("earned_value", new(
                    string.Create(CultureInfo.InvariantCulture, $"{earned} earned against {whole}"),
                    string.Create(CultureInfo.InvariantCulture, $"挣值{earned}，对比值{whole}"))),
            ])
            : MeasureResult.Missing(new("no plan or cost is recorded", "未登记计划产值或成本"));
    }
}
