using System.Globalization;

namespace Clientele.Documents;

/// <summary>The data that a report's template reads, as <c>docs/templates.md</c> lists them.</summary>
internal static class ReportModel
{
    public static Dictionary<string, object?> Of(ReportFacts facts, DocumentLanguage language)
    {
        var model = ModelObject.Empty();
        model["firm"] = ModelObject.Firm(facts.Firm, language);
        model["as_of"] = ModelObject.Day(facts.AsOf);
        model["culture"] = language.Culture;
        model["currency"] = facts.Currency;
        model["invented"] = facts.Invented;
        model["registers"] = RegisterModel.Of(facts.Registers, language);
        model["report"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = facts.Report.Name,
            ["title"] = language.Choose(facts.Report.Title),
        };
        model["totals"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["clients"] = facts.Totals.Clients,
            ["touchpoints"] = facts.Totals.Touchpoints,
            ["matters"] = facts.Totals.Matters,
            ["value"] = facts.Totals.Value,
            ["follow_ups"] = facts.Totals.FollowUps,
        };
        model["segments"] = facts.Segments.Select(segment => Segment(segment, facts, language)).ToList<object?>();
        model["clients"] = facts.Clients.Select(client => Client(client, facts, language)).ToList<object?>();
        model["concentration"] = Concentration(facts.Concentration);
        model["stages"] = facts.Stages.Select(stage => Stage(stage, language)).ToList<object?>();
        model["matters"] = facts.Matters.Select(matter => Matter(matter, language)).ToList<object?>();
        model["months"] = facts.Months.Select(Month).ToList<object?>();
        model["insights"] = facts.Insights.Select(insight => InsightModel.Of(insight, facts.Report.Top, language)).ToList<object?>();
        model["follow_ups"] = facts.FollowUps.Select(followUp => FollowUp(followUp, facts, language)).ToList<object?>();
        return model;
    }

    private static Dictionary<string, object?> Segment(ReportSegment segment, ReportFacts facts, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["name"] = segment.Segment.Name,
        ["title"] = language.Choose(segment.Segment.Title),
        ["count"] = segment.Count,
        ["client_share"] = Share(segment.Count, facts.Totals.Clients),
        ["value"] = segment.Value,
        ["value_share"] = Share(segment.Value, facts.Totals.RankedValue),
    };

    private static Dictionary<string, object?> Client(ReportClient row, ReportFacts facts, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["rank"] = row.Rank,
        ["name"] = SingleLine.Of(row.Client.Name),
        ["external_id"] = SingleLine.Of(row.Client.ExternalId),
        ["segment_title"] = language.Choose(row.SegmentTitle),
        ["value"] = row.Value,
        ["share"] = Share(row.Value ?? 0, facts.Totals.RankedValue),
        ["cumulative_share"] = Share(row.CumulativeValue, facts.Totals.RankedValue),
        ["last_touch_on"] = ModelObject.Day(row.LastTouchOn),
        ["days_since_touch"] = row.LastTouchOn is { } day ? facts.AsOf.DayNumber - day.DayNumber : null,
        ["owner"] = SingleLine.Of(row.Owner),
    };

    private static Dictionary<string, object?>? Concentration(Concentration? concentration) => concentration is null ? null : new(StringComparer.Ordinal)
    {
        ["top_share"] = concentration.TopShare,
        ["count_for_80"] = concentration.CountFor80,
        ["client_share_for_80"] = concentration.ClientShareFor80,
    };

    private static Dictionary<string, object?> Stage(ReportStage stage, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["name"] = stage.Stage.Name,
        ["title"] = language.Choose(stage.Stage.Title),
        ["count"] = stage.Count,
        ["final"] = stage.Stage.Final,
    };

    private static Dictionary<string, object?> Matter(ReportMatter row, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["title"] = SingleLine.Of(row.Facts.Matter.Title),
        ["client"] = SingleLine.Of(row.ClientName),
        ["stage"] = row.Facts.Stage.Stage,
        ["stage_title"] = language.Choose(row.Facts.StageTitle),
        ["since"] = ModelObject.Day(row.Facts.Stage.From),
        ["external_id"] = SingleLine.Of(row.Facts.Matter.ExternalId),
        ["opened_on"] = ModelObject.Day(row.Facts.Matter.OpenedOn),
        ["amount"] = row.Facts.Amount,
        ["details"] = ModelObject.Details(row.Facts.Details),
    };

    private static Dictionary<string, object?> Month(ReportMonth month) => new(StringComparer.Ordinal)
    {
        ["month"] = month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ["touchpoints"] = month.Touchpoints,
        ["value"] = month.Value,
    };

    private static Dictionary<string, object?> FollowUp(ReportFollowUp row, ReportFacts facts, DocumentLanguage language) => new(StringComparer.Ordinal)
    {
        ["client"] = SingleLine.Of(row.ClientName),
        ["policy_title"] = language.Choose(row.PolicyTitle),
        ["due_on"] = ModelObject.Day(row.FollowUp.DueOn),
        ["days_overdue"] = Math.Max(0, facts.AsOf.DayNumber - row.FollowUp.DueOn.DayNumber),
        ["owner"] = SingleLine.Of(row.FollowUp.Owner),
        ["reason"] = SingleLine.Of(string.Join(language.Choose(" ", ""), row.FollowUp.Reasons.Select(reason => language.Choose(reason.Text)))),
    };

    private static decimal? Share(decimal part, decimal whole) => whole > 0 ? part / whole : null;
}
