namespace Clientele.Contractor;

/// <summary>What fell due, what was paid, and how old the rest is, payments being set against the oldest debt first (row S1-12).</summary>
internal static class Receivables
{
    public const string Outstanding = "contractor.outstanding";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            // It happens on the day the money is due, so that a debt not yet due is not a debt as of today.
            Name = "contractor.payment_due",
            Title = new("Payment fell due", "应收款到期"),
            Details = [new("node", new("Node: advance, progress, settlement, retention", "节点：预付款、进度款、结算款、质保金")), new("document", new("Document it rests on", "付款依据"))],
        },
        new()
        {
            Name = "contractor.payment_received",
            Title = new("Payment received", "收到工程款"),
            Roles = TouchpointRoles.Payment,
            Details = [new("node", new("Node", "节点"))],
        },
        new()
        {
            Name = "contractor.payment_promised",
            Title = new("Payment promised", "承诺付款"),
            Roles = TouchpointRoles.Contact,
            Details = [new("promised_on", new("Promised for", "承诺付款日期"), ValueKind.Date, Required: true), new("reaction", new("How the client took it", "客户反应"))],
        },
        new()
        {
            Name = "contractor.collection_talk",
            Title = new("Talk about payment", "催收沟通"),
            Roles = TouchpointRoles.Contact,
            Details = [new("reaction", new("How the client took it", "客户反应"))],
        },
    ];

    private static readonly Measure[] Measures =
    [
        Due("contractor.due", new("Fallen due", "累计到期应收"), Window.AllTime),
        Due("contractor.due_30d", new("Fallen due in the last 30 days", "近30天到期应收"), Window.Days(31)),
        Due("contractor.due_90d", new("Fallen due in the last 90 days", "近90天到期应收"), Window.Days(91)),
        Due("contractor.due_180d", new("Fallen due in the last 180 days", "近180天到期应收"), Window.Days(181)),
        Due("contractor.due_365d", new("Fallen due in the last 365 days", "近365天到期应收"), Window.Days(366)),
        new FactMeasure { Name = "contractor.received", Title = new("Received", "累计收款"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Roles = TouchpointRoles.Payment },
        Older(Outstanding, new("Outstanding", "逾期未收"), ""),
        Older("contractor.outstanding_over_30d", new("Outstanding for more than 30 days", "逾期30天以上"), "contractor.due_30d"),
        Older("contractor.outstanding_over_90d", new("Outstanding for more than 90 days", "逾期90天以上"), "contractor.due_90d") with { Indicator = new(ValueDimension.Management, "credit", LessIsBetter: true) },
        Older("contractor.outstanding_over_180d", new("Outstanding for more than 180 days", "逾期180天以上"), "contractor.due_180d"),
        Older("contractor.outstanding_over_365d", new("Outstanding for more than 365 days", "逾期365天以上"), "contractor.due_365d"),
        new ComputedMeasure
        {
            Name = "contractor.expected_loss",
            Title = new("Expected loss on what is outstanding", "预计坏账损失"),
            Unit = MeasureUnit.Money,
            Description = new("1 % of what is up to 90 days old, 10 % up to 365 days, 50 % beyond.", "账龄90天以内按1%、365天以内按10%、365天以上按50%计提。"),
            Reads = ["contractor.outstanding", "contractor.outstanding_over_90d", "contractor.outstanding_over_365d"],
            Computation = new ExpectedLoss(),
        },
    ];

    public static IPluginBuilder AddReceivables(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .Measures(Measures);

    private static FactMeasure Due(string name, LocalizedText title, Window window) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Aggregate = Aggregate.Sum,
        Kinds = ["contractor.payment_due"],
        Window = window,
    };

    private static ComputedMeasure Older(string name, LocalizedText title, string recent) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Money,
        Reads = recent.Length == 0 ? ["contractor.due", "contractor.received"] : ["contractor.due", "contractor.received", recent],
        Computation = new OutstandingDebt(recent),
    };
}
