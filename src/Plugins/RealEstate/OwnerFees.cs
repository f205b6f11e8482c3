namespace Clientele.RealEstate;

/// <summary>Parking and service fees: billed, paid, and asked for only when no complaint is open and no other letter went out this week (row S2-52).</summary>
internal static class OwnerFees
{
    public const string Letter = "real_estate.fee_reminder_letter";

    public static IPluginBuilder AddOwnerFees(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind
            {
                Name = "real_estate.fee_due",
                Title = new("Fee fell due", "费用到期"),
                Details = [new("item", new("Item", "收费项目")), new("period", new("Period", "计费周期"))],
            },
            new TouchpointKind { Name = "real_estate.fee_paid", Title = new("Fee paid", "缴纳费用"), Roles = TouchpointRoles.Payment, Details = [new("item", new("Item", "收费项目"))] })
        .Measures(
            Sum("real_estate.fees_due", new("Fees fallen due", "累计应缴费用"), "real_estate.fee_due"),
            Sum("real_estate.fees_paid", new("Fees paid", "累计已缴费用"), "real_estate.fee_paid"),
            new ExpressionMeasure
            {
                Name = "real_estate.fees_outstanding",
                Title = new("Fees outstanding", "待缴费用"),
                Unit = MeasureUnit.Money,
                Expression = "real_estate.fees_due - real_estate.fees_paid",
            },
            new FactMeasure
            {
                Name = "real_estate.letters_7d",
                Title = new("Letters in the last 7 days", "近7天发函数"),
                Unit = MeasureUnit.Count,
                Aggregate = Aggregate.Count,
                Kinds = ["core.letter_sent"],
                Window = Window.Days(7),
            })
        .Guards(new Guard
        {
            Name = "real_estate.courteous_collection",
            Title = new("Courteous collection", "催费礼让"),
            AllowedWhen = $"letter.name != '{Letter}' || real_estate.open_complaints <= 0 && real_estate.letters_7d <= 0 && real_estate.fees_outstanding > 0",
            Refusal = new(
                "Nothing is outstanding, a complaint is open, or the owner had another letter within the last seven days. Ask for the fee later.",
                "无待缴费用，或业主有投诉未处理，或七天内已收到我方函件，请暂缓催费。"),
        });

    private static FactMeasure Sum(string name, LocalizedText title, string kind) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Aggregate = Aggregate.Sum,
        Kinds = [kind],
    };
}
