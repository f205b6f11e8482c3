namespace Clientele.RealEstate.Probation;

/// <summary>What the facts say about an employee's work at the desk while on probation.</summary>
/// <param name="Cases">The day on which each case was first dealt with, in order.</param>
/// <param name="Satisfaction">The mean score at the return visits of these cases.</param>
/// <param name="Accuracy">The share of this employee's records that a check found accurate.</param>
/// <param name="ResponseDays">The mean days from a complaint to this employee's reply.</param>
internal sealed record DeskWork(IReadOnlyList<DateOnly> Cases, decimal? Satisfaction, decimal? Accuracy, decimal? ResponseDays)
{
    public static IReadOnlyList<string> Kinds { get; } =
        ["real_estate.complaint_received", "real_estate.complaint_replied", "real_estate.complaint_closed", "real_estate.complaint_visited", ServiceQuality.RecordSample.Kind];

    public static DeskWork Of(string employee, DateOnly from, IReadOnlyList<Touchpoint> facts)
    {
        var since = facts.Where(fact => fact.OccurredOn >= from).ToList();
        var closed = since.Where(fact => fact.Kind == "real_estate.complaint_closed" && fact.By == employee).GroupBy(fact => fact.Matter?.ToString() ?? fact.Id.ToString(), StringComparer.Ordinal).Select(once => once.First()).ToList();
        var matters = closed.Select(fact => fact.Matter).OfType<MatterId>().ToHashSet();
        var received = facts.Where(fact => fact.Kind == "real_estate.complaint_received" && fact.Matter is not null).GroupBy(fact => fact.Matter!.Value).ToDictionary(group => group.Key, group => group.Min(fact => fact.OccurredOn));
        var checks = since.Where(fact => fact.Kind == ServiceQuality.RecordSample.Kind && fact.Details.Text("written_by") == employee).ToList();
        return new(
            [.. closed.Select(fact => fact.OccurredOn).Order()],
            Mean(since.Where(fact => fact.Kind == "real_estate.complaint_visited" && fact.Matter is { } matter && matters.Contains(matter)).Select(fact => fact.Details.Number("satisfaction"))),
            Share(checks.Count(ServiceQuality.RecordSample.Accurate), checks.Count),
            Mean(since.Where(fact => fact.Kind == "real_estate.complaint_replied" && fact.By == employee && fact.Matter is { } matter && received.ContainsKey(matter)).Select(fact => (decimal?)(fact.OccurredOn.DayNumber - received[fact.Matter!.Value].DayNumber))));
    }

    private static decimal? Mean(IEnumerable<decimal?> values) => values.Average() is { } mean ? Math.Round(mean, 2) : null;
}
