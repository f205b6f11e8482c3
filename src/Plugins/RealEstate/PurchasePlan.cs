namespace Clientele.RealEstate;

/// <summary>What a household can afford: instalments, their share of the income, and whether the plan stays inside the limits (row S2-49).</summary>
internal static class PurchasePlan
{
    public const string Letter = "real_estate.purchase_plan_letter";

    private static readonly AttributeDefinition[] Household =
    [
        new() { Name = "real_estate.purpose", Title = new("Purpose of the purchase", "购房用途") },
        new() { Name = "real_estate.budget", Title = new("Total price in mind", "预算总价"), Kind = ValueKind.Number },
        new() { Name = "real_estate.loan_amount", Title = new("Loan wanted", "拟贷款额"), Kind = ValueKind.Number },
        new() { Name = "real_estate.loan_rate", Title = new("Yearly interest (0.035 is 3.5 %)", "贷款年利率（0.035即3.5%）"), Kind = ValueKind.Number },
        new() { Name = "real_estate.loan_months", Title = new("Term in months", "贷款期数（月）"), Kind = ValueKind.Number },
        new() { Name = "real_estate.monthly_income", Title = new("Household income a month", "家庭月收入"), Kind = ValueKind.Number },
        new() { Name = "real_estate.monthly_debt", Title = new("Other debt service a month", "其他债务月供"), Kind = ValueKind.Number },
    ];

    public static IPluginBuilder AddPurchasePlan(this IPluginBuilder builder) => builder
        .Attributes(Household)
        .Measures(
            Loan("real_estate.monthly_payment", new("Level instalment a month", "等额本息月供"), MeasureUnit.Money, Instalment.Level),
            Loan("real_estate.first_payment", new("First instalment with equal principal", "等额本金首月月供"), MeasureUnit.Money, Instalment.FirstOfEqualPrincipal),
            Loan("real_estate.interest_level", new("Interest in all, level instalments", "等额本息总利息"), MeasureUnit.Money, Instalment.InterestOfLevel),
            Loan("real_estate.interest_equal_principal", new("Interest in all, equal principal", "等额本金总利息"), MeasureUnit.Money, Instalment.InterestOfEqualPrincipal),
            Share("real_estate.housing_ratio", new("Instalment to income", "月供收入比"), withOtherDebt: false),
            Share("real_estate.debt_ratio", new("All debt to income", "债务收入比"), withOtherDebt: true),
            new ComputedMeasure
            {
                Name = "real_estate.plan_within_limits",
                Title = new("Purchase plan inside the limits (1) or not (0)", "购房方案是否在限额之内（1是0否）"),
                Description = new(
                    "The instalment at most 50 % and all debt at most 55 % of the income (CBRC guidelines of 2004, article 36). 0 while something is not known.",
                    "月供不超过收入的50%、全部债务不超过55%（银监会2004年指引第三十六条）。资料不全时为0。"),
                Reads = ["real_estate.housing_ratio", "real_estate.debt_ratio"],
                Computation = new PlanLimits(),
            })
        .Guards(new Guard
        {
            Name = "real_estate.affordable_plans_only",
            Title = new("No plan beyond the client's means", "不推荐超出承受能力的方案"),
            AllowedWhen = $"letter.name != '{Letter}' || real_estate.plan_within_limits == 1",
            Refusal = new(
                "The plan is incomplete or goes beyond the client's means; enter the loan and the income, or propose a smaller loan or a longer term.",
                "购房方案资料不全或超出客户承受能力；请补齐贷款与收入资料，或降低贷款额、延长期限后再行推荐。"),
        });

    private static ComputedMeasure Loan(string name, LocalizedText title, MeasureUnit unit, Func<decimal, decimal, int, decimal> formula) => new()
    {
        Name = name,
        Title = title,
        Unit = unit,
        Reads = ["real_estate.loan_amount", "real_estate.loan_rate", "real_estate.loan_months"],
        Computation = new LoanFigure(formula),
    };

    private static ComputedMeasure Share(string name, LocalizedText title, bool withOtherDebt) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Ratio,
        Reads = ["real_estate.monthly_payment", "real_estate.monthly_income", "real_estate.monthly_debt"],
        Computation = new IncomeShare(withOtherDebt),
    };
}
