using System.Globalization;

namespace Clientele.RealEstate;

/// <summary>A figure of the loan a client asks for, rounded to the cent.</summary>
/// <param name="formula">The figure from loan, yearly rate and months.</param>
internal sealed class LoanFigure(Func<decimal, decimal, int, decimal> formula) : IMeasureComputation
{
    public MeasureResult Compute(MeasureInput input)
    {
        // A term of fifty years and a rate of a hundred per cent are beyond any housing loan and keep the arithmetic inside its range.
        if (input.Number("real_estate.loan_amount") is not ({ } loan and > 0)
            || input.Number("real_estate.loan_rate") is not ({ } rate and >= 0 and <= 1)
            || input.Number("real_estate.loan_months") is not ({ } months and >= 1 and <= 600))
        {
            return MeasureResult.Missing(new("the loan, its rate (0 to 1) or its term (1 to 600 months) is not known", "贷款额、年利率（0至1）或期数（1至600个月）不全"));
        }

        return new(Math.Round(formula(loan, rate, (int)months), 2, MidpointRounding.AwayFromZero),
        [
            new("loan", new(
                string.Create(CultureInfo.InvariantCulture, $"{loan} at {rate:0.###%} over {months:0} months"),
                string.Create(CultureInfo.InvariantCulture, $"贷款{loan}，年利率{rate:0.###%}，{months:0}个月"))),
        ]);
    }
}
