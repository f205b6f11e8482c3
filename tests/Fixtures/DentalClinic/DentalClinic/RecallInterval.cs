using Clientele;

namespace DentalClinic;

/// <summary>Smokers are seen twice as often.</summary>
internal sealed class RecallInterval : IMeasureComputation
{
    /// <inheritdoc/>
    public MeasureResult Compute(MeasureInput input)
    {
        if (input.Number("dental.days_since_checkup") is null)
        {
            return MeasureResult.Missing(new("Never had a check-up here.", "尚未在本诊所检查。"));
        }

        return input.Text("dental.smoker") == "true"
            ? new(6, [new Reason("smoker", new("Smokes, so twice a year.", "吸烟，每半年检查一次。"))])
            : new(12, [new Reason("usual", new("Once a year.", "每年检查一次。"))]);
    }
}
