namespace Clientele.RealEstate;

/// <summary>Whether a purchase plan stays inside the limits of the supervisory guidelines. Never missing: what is not known is not inside.</summary>
internal sealed class PlanLimits : IMeasureComputation
{
    private const decimal Housing = 0.50m;
    private const decimal AllDebt = 0.55m;

    public MeasureResult Compute(MeasureInput input)
    {
        if (input.Number("real_estate.housing_ratio") is not { } housing || input.Number("real_estate.debt_ratio") is not { } debt)
        {
            return new(0, [new Reason("unknown", new("the household's income or the loan is not known", "家庭收入或贷款资料不全"))]);
        }

        if (housing > Housing)
        {
            return new(0, [new Reason("housing", new("the instalment takes more than 50 % of the income", "月供超过收入的50%"))]);
        }

        return debt > AllDebt
            ? new(0, [new Reason("debt", new("all debt takes more than 55 % of the income", "全部债务超过收入的55%"))])
            : new(1, [new Reason("within", new("instalment and debt are inside the limits", "月供与债务均在限额之内"))]);
    }
}
