using System.Globalization;

namespace Clientele.Contractor;

/// <summary>Reads the registration class out of a unified social credit code, when the code is a valid one.</summary>
internal sealed class RegistrationClass : IMeasureComputation
{
    public const string Name = "contractor.registration_class";

    public MeasureResult Compute(MeasureInput input)
    {
        var code = input.Text("contractor.credit_code");
        if (string.IsNullOrWhiteSpace(code))
        {
            return MeasureResult.Missing(new("no unified social credit code is known", "未登记统一社会信用代码"));
        }

        if (!SocialCreditCode.IsValid(code))
        {
            return MeasureResult.Missing(new($"the unified social credit code {code} does not pass its check character", $"统一社会信用代码{code}校验码不符"));
        }

        // The class is two characters of the code's own alphabet; only the numeric ones are named in the standard's table.
        return int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, [new Reason("credit_code", new($"the unified social credit code begins with {number}", $"统一社会信用代码以{number}开头"))])
            : MeasureResult.Missing(new($"the class {code[..2]} is not one of a state organ, an institution or a company", $"登记类别{code[..2]}不属于机关、事业单位或企业"));
    }
}
