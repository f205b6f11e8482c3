using System.Globalization;
namespace Clientele.Practices.Credit;

/// <summary>How late a client pays, how much it owes, and whether it gets more credit (row S1-30).</summary>
internal sealed class CreditRecord : IHistoryComputation
{
    public const string Invoice = "core.invoice";
    public const string Granted = "core.credit_granted";

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = Invoice, Title = new("Invoice", "开票"), Details = [new("reference", new("Reference", "编号")), new("due_on", new("Due on", "到期日"), ValueKind.Date)] },
        new() { Name = Granted, Title = new("Credit granted", "授予账期"), Details = [new("terms", new("Terms", "条件"))] },
    ];

    public static AttributeDefinition Limit { get; } = new() { Name = "core.credit_limit", Title = new("Credit limit", "信用额度"), Kind = ValueKind.Number };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new HistoryMeasure
        {
            Name = "core.days_late",
            Title = new("Weighted days late", "加权平均逾期天数"),
            Unit = MeasureUnit.Days,
            Description = new("The days that payments came after they were due, weighted with their amounts; a payment on time or early counts as 0, one without a due day not at all. Missing before the first.", "各笔回款逾期天数按金额加权平均；按期或提前付款计 0 天，无到期日的不计；尚无此类回款时缺失。"),
            Roles = TouchpointRoles.Payment,
            Singly = true,
            Computation = new CreditRecord(),
        },
        new FactMeasure { Name = "core.invoiced", Title = new("Invoiced", "累计开票"), Unit = MeasureUnit.Money, Aggregate = Aggregate.Sum, Kinds = [Invoice], Description = new("All invoices.", "全部开票金额之和。") },
        new ExpressionMeasure { Name = "core.exposure", Title = new("Open exposure", "未回款敞口"), Unit = MeasureUnit.Money, Expression = "core.invoiced - core.payments", Description = new("Invoiced and not yet paid.", "已开票尚未回款的金额。") },
    ];

    public static Scheme Rating { get; } = new RuleScheme
    {
        Name = "core.credit_rating",
        Title = new("Credit rating", "信用评级"),
        Description = new("By weighted days late: A up to 15, B up to 30, C up to 60, D beyond.", "按加权平均逾期天数：A级不超过15天，B级不超过30天，C级不超过60天，其余为D级。"),
        Source = "Client credit record, texts 001, 002 and 004",
        Population = "core.days_late >= 0",
        Rules =
        [
            new("a", new("A (up to 15 days late)", "A级（逾期不超过15天）"), "core.days_late <= 15"),
            new("b", new("B (up to 30 days late)", "B级（逾期不超过30天）"), "core.days_late <= 30"),
            new("c", new("C (up to 60 days late)", "C级（逾期不超过60天）"), "core.days_late <= 60"),
            new("d", new("D (more than 60 days late)", "D级（逾期60天以上）")),
        ],
    };

    public static IReadOnlyList<Guard> Guards { get; } =
    [
        new()
        {
            Name = "core.credit_limit_kept", Title = new("Credit limit", "信用额度"), Kinds = [Granted],
            AllowedWhen = "core.exposure + action.amount <= core.credit_limit",
            Refusal = new("With this the client would owe more than its limit, or it has none; ask finance.", "授信后将超出客户信用额度，或尚未核定额度，请报财务审批。"),
            OverridableBy = "finance",
        },
        new()
        {
            Name = "core.credit_rating_kept", Title = new("Credit rating", "信用评级"), Kinds = [Granted],
            AllowedWhen = "(core.days_late ?? 0) <= 60",
            Refusal = new("The client pays more than 60 days late (D); new credit needs an authorisation.", "客户信用评级为D级，新增账期须经授权。"),
            OverridableBy = "finance",
        },
    ];

    public MeasureResult Compute(HistoryInput input) => DaysLate(input) with { HoldsUntil = DateOnly.MaxValue };

    private static MeasureResult DaysLate(HistoryInput input)
    {
        var (late, paid) = (0m, 0m);
        foreach (var fact in input.Facts)
        {
            if (fact.Details.TryGetValue("due_on", out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) && fact.Amount > 0)
            {
                late += fact.Amount * Math.Max(0, fact.First.DayNumber - due.DayNumber);
                paid += fact.Amount;
            }
        }

        return paid > 0 ? MeasureResult.Of(late / paid) : MeasureResult.Missing(new("No payment with a due day yet", "尚无带到期日的回款"));
    }
}
