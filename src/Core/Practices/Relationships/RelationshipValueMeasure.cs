using System.Globalization;
using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Costs;
using Clientele.Practices.History;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The value of a client to the firm by discounted cash flow. Costs stand in the year they fell in, so that winning the client is compounded from there.</summary>
internal sealed class RelationshipValueMeasure(Func<ClientRelationshipValue, decimal> part) : IHistoryComputation
{
    public static IReadOnlyList<Measure> Measures { get; } =
    [
        RelationshipFlows.AcquiredMeasure,
        Of("core.relationship_value", new("Relationship value", "客户关系价值"), value => value.Total, new(
            "Margins less costs of the past years, compounded to today, and of the next three years, discounted and weighted with the probability of keeping the client; the coming years are expected to be like the last one, without what winning the client cost. Missing without a margin rate.",
            "历年毛利减费用按贴现率累计至今，加上未来三年按保留率加权并贴现的净值；预期未来各年与最近一年相同（不含获客成本）。无毛利率时缺失。")) with { Indicator = new(ValueDimension.Finance, "worth") },
        Of("core.future_value", new("Future part of the relationship value", "关系价值的未来部分"), value => value.Future, new(
            "The part of the relationship value that the next three years are expected to bring.",
            "关系价值中预期未来三年带来的部分。")),
    ];

    public MeasureResult Compute(HistoryInput input) => Worth(input) with { HoldsUntil = YearsBack.Turns(input) };

    private MeasureResult Worth(HistoryInput input)
    {
        if (input.Number(Terms.MarginRate) is null)
        {
            return MeasureResult.Missing(new("The margin rate is not known.", "毛利率未知。"));
        }

        if (input.Facts.Count == 0)
        {
            return MeasureResult.Missing(new("There are neither sales nor costs.", "既无成交也无费用。"));
        }

        var found = ClientRelationshipValue.Of(RelationshipFlows.Of(input.Facts.Select(fact => (fact.First, fact.Kind, fact.Amount)), input.AsOf, input.Number));
        return found.Then(value => Finding.Of(part(value))).Measure(found.IsKnown ? Reasons(input, found.Value) : []);
    }

    private static IReadOnlyList<Reason> Reasons(HistoryInput input, ClientRelationshipValue value)
    {
        string history = value.History.ToString("0.00", CultureInfo.InvariantCulture), future = value.Future.ToString("0.00", CultureInfo.InvariantCulture);
        Reason parts = new("parts", new($"History {history}, future {future}.", $"历史部分{history}，未来部分{future}。"));
        return [parts, .. value.Notes, .. input.Number(Terms.RetentionRate) is null || input.Number(Terms.DiscountRate) is null ? [Terms.Assumed] : Array.Empty<Reason>()];
    }

    private static HistoryMeasure Of(string name, LocalizedText title, Func<ClientRelationshipValue, decimal> part, LocalizedText description) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Description = description,
        Source = "Discounted cash flow of texts 001 to 004; Berger and Nasr 1998",
        Roles = TouchpointRoles.Sale,
        Kinds = [CostKinds.Cost],
        Reads = RelationshipFlows.Reads,
        Computation = new RelationshipValueMeasure(part),
    };
}
