namespace Clientele.Contractor;

/// <summary>The five classes of owner a contractor works for, each of which weighs a bid differently (row S1-02).</summary>
internal static class OwnerClasses
{
    public const string Scheme = "contractor.owner_class";

    private static readonly Choice[] Kinds =
    [
        new("government", new("Government body", "政府机关")),
        new("institution", new("Public institution", "事业单位")),
        new("company", new("Company", "企业")),
        new("developer", new("Property developer", "房地产开发商")),
        new("overseas", new("Overseas owner", "海外业主")),
    ];

    public static IPluginBuilder AddOwnerClasses(this IPluginBuilder builder) => builder
        .Attributes(
            new AttributeDefinition { Name = "contractor.owner_kind", Title = new("Kind of owner, where known", "业主性质（已知时）"), Kind = ValueKind.Choice, Choices = Kinds },
            new AttributeDefinition { Name = "contractor.country", Title = new("Country of the project (ISO code); empty at home", "项目所在国（ISO代码，境内可不填）") },
            new AttributeDefinition { Name = "contractor.industry", Title = new("Industry code (GB/T 4754-2017)", "国民经济行业代码（GB/T 4754-2017）") },
            new AttributeDefinition { Name = "contractor.credit_code", Title = new("Unified social credit code", "统一社会信用代码") })
        .Measures(
            new ComputedMeasure
            {
                Name = RegistrationClass.Name,
                Title = new("Registration class", "登记机构类别"),
                Description = new(
                    "The first two characters of the unified social credit code (GB 32100-2015): 11 state organ, 12 public institution, 91 company. Missing when the check character is wrong.",
                    "统一社会信用代码（GB 32100-2015）前两位：11机关、12事业单位、91企业；校验码不符时不给值。"),
                Reads = ["contractor.credit_code"],
                Computation = new RegistrationClass(),
            },
            new ComputedMeasure
            {
                Name = IndustryDivision.Name,
                Title = new("Industry division", "行业大类"),
                Description = new("The two digits of the industry code: 70 is real estate (GB/T 4754-2017, K70).", "行业代码中的两位大类号：70为房地产业（GB/T 4754-2017，K70）。"),
                Reads = ["contractor.industry"],
                Computation = new IndustryDivision(),
            })
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Owner class", "业主类别"),
            Population = Dealings.Population,

            // Precedence: where the project is, then the trade, then the register. What somebody knows about the owner stands beside each derived sign.
            Rules =
            [
                new("overseas", new("Overseas owner (track record)", "海外业主（重实绩）"), "contractor.owner_kind == 'overseas' || contractor.country != 'CN'"),
                new("developer", new("Developer (value)", "房地产开发商（重实惠）"), "contractor.owner_kind == 'developer' || contractor.industry_division == 70"),
                new("government", new("Government (strength)", "政府机关（重实力）"), "contractor.owner_kind == 'government' || contractor.registration_class == 11"),
                new("institution", new("Institution (reliability)", "事业单位（重实在）"), "contractor.owner_kind == 'institution' || contractor.registration_class == 12"),
                new("company", new("Company (results)", "企业（重实效）"), "contractor.owner_kind == 'company' || contractor.registration_class == 91"),
            ],
        });
}
