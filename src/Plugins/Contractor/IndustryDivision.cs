using System.Globalization;

namespace Clientele.Contractor;

/// <summary>Reads the division out of an industry code such as K70, K7010 or 7010.</summary>
internal sealed class IndustryDivision : IMeasureComputation
{
    public const string Name = "contractor.industry_division";

    public MeasureResult Compute(MeasureInput input)
    {
        var code = input.Text("contractor.industry")?.Trim() ?? "";
        var digits = code.Length > 0 && char.IsAsciiLetter(code[0]) ? code.AsSpan(1) : code;
        return digits.Length >= 2 && int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var division)
            ? new(division, [new Reason("industry", new($"the industry code is {code}", $"行业代码为{code}"))])
            : MeasureResult.Missing(new("no industry code is known", "未登记行业代码"));
    }
}
