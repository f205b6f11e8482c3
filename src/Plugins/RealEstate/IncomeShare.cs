using System.Globalization;

namespace Clientele.RealEstate;

/// <summary>What share of the household's income the instalment takes, alone or with its other debts.</summary>
/// <param name="withOtherDebt">Whether the other debts count.</param>
internal sealed class IncomeShare(bool withOtherDebt) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        if (input.Number("real_estate.monthly_payment") is not { } payment || input.Number("real_estate.monthly_income") is not ({ } income and > 0))
        {
            return MeasureResult.Missing(new("the instalment or the household's income is not known", "月供或家庭月收入不全"));
        }

        var other = withOtherDebt ? input.Number("real_estate.monthly_debt") ?? 0 : 0;
        return new((payment + other) / income,
        [
            new("income_share", new(
                string.Create(CultureInfo.InvariantCulture, $"{payment + other} of an income of {income}"),
                string.Create(CultureInfo.InvariantCulture, $"月支出{payment + other}，月收入{income}"))),
        ]);
    }
}
