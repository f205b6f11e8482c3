using System.Globalization;
using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>How likely the client reacts well to an effort, by the efforts so far, drawn towards what is usual.</summary>
internal sealed class ResponsivenessMeasure : IHistoryComputation
{
    public const string Usual = "core.usual_responsiveness";
    private const decimal UsualMean = 0.30m;
    public const double Strength = 10;
    private const int WindowDays = 30;

    public static AttributeDefinition UsualAttribute { get; } = new() { Name = Usual, Title = new("Usual responsiveness of such clients (0 to 1)", "同类客户的平均反应度（0至1）"), Kind = ValueKind.Number };

    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.responsiveness",
        Title = new("Responsiveness", "客户反应度"),
        Unit = MeasureUnit.Ratio,
        Description = new(
            "Efforts that were answered well (a reply, a meeting, information, an invitation, an order as the outcome, or a response within 30 days), smoothed as if ten efforts with the usual rate came before them: without any effort it is the usual rate.",
            "得到正面回应的努力（结果为答复、会面、提供信息、邀请或订单，或30天内有回应）所占比例，并以相当于10次平均水平的先验加以平滑；没有努力时为平均水平。"),
        Source = "Beta-binomial smoothing; responsiveness of text 001",
        Kinds = [SurveyKinds.Outreach, SurveyKinds.Response],
        Singly = true,
        Reads = [Usual],
        Computation = new ResponsivenessMeasure(),
    };

    public MeasureResult Compute(HistoryInput input)
    {
        var found = Responsiveness.Of(Efforts(input.AsOf, [.. input.Facts.Select(fact => (fact.Kind, fact.First, fact.Details))]), (double)(input.Number(Usual) ?? UsualMean), Strength);
        var count = (found.Value?.Efforts ?? 0).ToString(CultureInfo.InvariantCulture);
        return found.Then(value => Finding.Of(value.Value)).Number().Measure(new Reason("efforts", new($"It rests on {count} efforts.", $"依据{count}次努力。"))) with { HoldsUntil = DateOnly.MaxValue };
    }

    public static IReadOnlyList<Effort> Efforts(DateOnly asOf, IReadOnlyList<(string Kind, DateOnly On, IReadOnlyDictionary<string, string> Details)> facts)
    {
        var responses = facts.Where(fact => fact.Kind == SurveyKinds.Response).Select(fact => fact.On).ToList();
        return
        [
            .. facts.Where(fact => fact.Kind == SurveyKinds.Outreach).Select(effort => new Effort(
                effort.Details.Text("outcome") is not ("" or "none" or "refused") || responses.Exists(on => on >= effort.On && on <= effort.On.AddDays(WindowDays)),
                asOf.DayNumber - effort.On.DayNumber)),
        ];
    }
}
