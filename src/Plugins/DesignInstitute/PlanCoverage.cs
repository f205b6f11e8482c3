using System.Globalization;

namespace Clientele.DesignInstitute;

/// <summary>How much of a year's plan was kept, over one or more tracks of equal weight.</summary>
/// <param name="tracks">The tracks.</param>
internal sealed class PlanCoverage(IReadOnlyList<string> tracks) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        var kept = new List<decimal>();
        var reasons = new List<Reason>();
        foreach (var track in tracks)
        {
            if (input.Number($"design_institute.planned_{track}") is not { } planned || planned <= 0)
            {
                continue;
            }

            var done = input.Number($"design_institute.{track}_this_year") ?? 0;
            kept.Add(Math.Min(1, done / planned));
            reasons.Add(new("track", new(
                string.Create(CultureInfo.InvariantCulture, $"{track}: {done:0} of {planned:0} planned"),
                string.Create(CultureInfo.InvariantCulture, $"{track}：计划{planned:0}次，完成{done:0}次"))));
        }

        return kept.Count == 0
            ? MeasureResult.Missing(new("no plan is set for this year", "本年未制定计划"))
            : new(kept.Average(), reasons);
    }
}
