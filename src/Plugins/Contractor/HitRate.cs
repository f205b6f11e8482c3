using System.Globalization;

namespace Clientele.Contractor;

/// <summary>A part of a whole that always says how many it rests on, because a rate of few bids means little.</summary>
/// <param name="part">The measure of the part.</param>
/// <param name="whole">The measure of the whole.</param>
internal sealed class HitRate(string part, string whole) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        var submitted = input.Number(whole) ?? 0;
        if (submitted <= 0)
        {
            return MeasureResult.Missing(new("no bid was submitted", "尚未投标"));
        }

        var won = input.Number(part) ?? 0;
        return new(won / submitted,
        [
            new("hit_rate", new(
                string.Create(CultureInfo.InvariantCulture, $"{won} of {submitted}"),
                string.Create(CultureInfo.InvariantCulture, $"{submitted}中取{won}"))),
        ]);
    }
}
