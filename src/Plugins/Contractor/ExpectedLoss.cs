using System.Globalization;

namespace Clientele.Contractor;

/// <summary>What of the outstanding money will probably not come in, by age.</summary>
internal sealed class ExpectedLoss : IMeasureComputation
{
    // The provision matrix of the domain page, row S1-12; a firm with a history of its own replaces these by its own rates.
    private const decimal UpTo90Days = 0.01m;
    private const decimal UpTo365Days = 0.10m;
    private const decimal Older = 0.50m;

    public MeasureResult Compute(MeasureInput input)
    {
        var all = input.Number("contractor.outstanding") ?? 0;
        var over90 = input.Number("contractor.outstanding_over_90d") ?? 0;
        var over365 = input.Number("contractor.outstanding_over_365d") ?? 0;
        var loss = ((all - over90) * UpTo90Days) + ((over90 - over365) * UpTo365Days) + (over365 * Older);
        return new(loss,
        [
            new("ageing", new(
                string.Create(CultureInfo.InvariantCulture, $"{all - over90} at 1 %, {over90 - over365} at 10 %, {over365} at 50 %"),
                string.Create(CultureInfo.InvariantCulture, $"{all - over90}按1%，{over90 - over365}按10%，{over365}按50%"))),
        ]);
    }
}
