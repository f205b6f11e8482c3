using System.Globalization;

namespace Clientele.Contractor;

/// <summary>The part of what fell due that is unpaid and older than a number of days. Payments settle the oldest debt first, so what is unpaid is the newest.</summary>
/// <param name="recent">The measure of what fell due within those days; empty for all that is unpaid.</param>
internal sealed class OutstandingDebt(string recent) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        var due = input.Number("contractor.due") ?? 0;
        var received = input.Number("contractor.received") ?? 0;
        var young = recent.Length == 0 ? 0 : input.Number(recent) ?? 0;
        return new(Math.Max(0, due - received - young),
        [
            new("receivable", new(
                string.Create(CultureInfo.InvariantCulture, $"{due} fell due, {received} was received, {young} is not that old"),
                string.Create(CultureInfo.InvariantCulture, $"累计到期{due}，累计收款{received}，其中账龄较短的{young}"))),
        ]);
    }
}
