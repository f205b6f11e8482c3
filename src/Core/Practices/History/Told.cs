namespace Clientele.Practices.History;

/// <summary>The figures, reasons and refusals that many insights say in the same way.</summary>
internal static class Told
{
    /// <summary>A figure from a finding: the number, or the reason in its place.</summary>
    public static Figure Figure(string name, LocalizedText title, Finding<double> finding, MeasureUnit unit = MeasureUnit.Number) =>
        finding.IsKnown ? new Figure(name, title, InsightCell.Measured(finding.Value).Number, unit) : new Figure(name, title, null, unit) { Verdict = finding.Refusal.Text };

    public static Figure Ratio(string name, LocalizedText title, double value) => new(name, title, InsightCell.Measured(value).Number, MeasureUnit.Ratio);

    public static InsightResult Refused<T>(Finding<T> finding)
        where T : notnull => InsightResult.Refused(finding.Refusal!);

    public static InsightResult NoClients() => InsightResult.Refused(new Reason("no_clients", new("There are no clients with the facts this needs.", "没有具备所需资料的客户。")));

    public static Reason Because(string code, string en, string zh) => new(code, new LocalizedText(en, zh));

    public static InsightCell Ratio(double? value) => value is { } known ? InsightCell.Measured(known) : default;
}
