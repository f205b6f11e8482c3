namespace Clientele.Host.Commands;

/// <summary>How a measure is defined, in words that an operator can check.</summary>
internal static class MeasureDefinition
{
    public static IEnumerable<string> Lines(Measure measure, Catalogue catalogue, Func<string, string, string> say)
    {
        if (measure.Description is { } description)
        {
            yield return say(description.En, description.Zh);
        }

        if (measure.Source.Length > 0)
        {
            yield return say($"Source: {measure.Source}.", $"出处：{measure.Source}。");
        }

        switch (measure)
        {
            case FactMeasure fact:
                yield return say($"{fact.Aggregate} over {Window(fact.Window, say)} of: {Kinds(fact.Kinds, fact.Roles, catalogue)}", $"{Window(fact.Window, say)}内下列触点的 {fact.Aggregate}：{Kinds(fact.Kinds, fact.Roles, catalogue)}");
                break;
            case ExpressionMeasure expression:
                yield return expression.Expression;
                break;
            case HistoryMeasure history:
                yield return say($"Computed from the history of: {Kinds(history.Kinds, history.Roles, catalogue)}", $"由下列触点的历史计算：{Kinds(history.Kinds, history.Roles, catalogue)}");
                break;
            case ComputedMeasure computed:
                yield return say($"Computed from: {string.Join(", ", computed.Reads)}", $"由下列指标计算：{string.Join("、", computed.Reads)}");
                break;
        }
    }

    private static string Kinds(IReadOnlyList<string> kinds, TouchpointRoles roles, Catalogue catalogue) =>
        string.Join(", ", kinds.Union(catalogue.Kinds.Values.Where(kind => (kind.Roles & roles) != TouchpointRoles.None).Select(kind => kind.Name), StringComparer.Ordinal));

    private static string Window(Window window, Func<string, string, string> say) => window switch
    {
        { IsCalendarYear: true } => say("the calendar year", "本年"),
        { MonthCount: > 0 } => say($"{window.MonthCount} months", $"{window.MonthCount}个月"),
        { DayCount: > 0 } => say($"{window.DayCount} days", $"{window.DayCount}天"),
        _ => say("all of the past", "全部历史"),
    };
}
