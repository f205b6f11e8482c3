namespace Clientele.Practices.Showing;

/// <summary>Findings of the formulas as figures, cells and measures: the value, or its reason in the same place.</summary>
internal static class Shown
{
    public static Finding<decimal> Number(this Finding<double> finding, int decimals = 6) => finding.Then(value => Math.Abs(value) < 1e15
        ? Finding.Of(Math.Round((decimal)value, decimals))
        : Finding.Refused<decimal>("beyond_numbers", new("The number is too large to show.", "数值过大，无法显示。")));

    public static Figure Figure(string name, LocalizedText title, Finding<decimal> finding, MeasureUnit unit = MeasureUnit.Number) => finding.IsKnown
        ? new(name, title, Math.Round(finding.Value, 6), unit)
        : new(name, title, null, unit) { Verdict = finding.Refusal.Text };

    public static InsightCell Cell(this Finding<decimal> finding) => finding.IsKnown ? Math.Round(finding.Value, 6) : finding.Refusal.Text;

    public static MeasureResult Measure(this Finding<decimal> finding, params IReadOnlyList<Reason> reasons) => finding.IsKnown
        ? new(Math.Round(finding.Value, 6), reasons)
        : new(null, [finding.Refusal]);

    /// <summary>A column.</summary>
    public static InsightColumn Column(string name, string en, string zh, MeasureUnit unit = MeasureUnit.Number) => new(name, new(en, zh), unit);

    /// <summary>The refusal of an insight that found nothing to work on.</summary>
    public static InsightResult Nothing(string en, string zh) => InsightResult.Refused(new Reason("no_data", new(en, zh)));
}
