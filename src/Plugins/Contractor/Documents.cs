namespace Clientele.Contractor;

/// <summary>The letters a contractor sends and the report its director reads.</summary>
internal static class Documents
{
    private static readonly LetterDefinition[] Letters =
    [
        new()
        {
            Name = "contractor.return_visit_letter",
            Title = new("Return-visit letter", "工程回访函"),
            Template = "return-visit",
            Purpose = "service",
            Policy = ReturnVisits.Regular,
        },
        new()
        {
            Name = "contractor.project_start_letter",
            Title = new("Introduction of the project team", "项目团队介绍函"),
            Template = "project-start",
            Policy = ReturnVisits.Introduction,
            MatterType = Projects.MatterType,
            Stages = ["signed", "executing"],
        },
        new()
        {
            Name = "contractor.warranty_notice",
            Title = new("Completion and warranty notice", "竣工保修告知函"),
            Template = "warranty-notice",
            Policy = ReturnVisits.AfterCompletion,
            MatterType = Projects.MatterType,
            Stages = ["completed", "settled", "collected", "warranty"],
        },
        new()
        {
            Name = "contractor.bid_cover_letter",
            Title = new("Bid cover letter", "投标致函"),
            Template = "bid-cover",
            MatterType = Projects.MatterType,
            Stages = ["bid"],
        },
        new()
        {
            Name = "contractor.thank_you_letter",
            Title = new("Thank-you letter on signing", "签约致谢函"),
            Template = "thank-you",
            MatterType = Projects.MatterType,
            Stages = ["signed"],
        },
        new()
        {
            Name = "contractor.variation_letter",
            Title = new("Effect of a variation", "工程变更影响说明函"),
            Template = "variation",
            MatterType = Projects.MatterType,
            Stages = ["signed", "executing"],
        },
        new()
        {
            Name = "contractor.completion_letter",
            Title = new("Preparing for completion", "竣工准备商洽函"),
            Template = "completion",
            MatterType = Projects.MatterType,
            Stages = ["signed", "executing"],
        },
        new() { Name = "contractor.seasonal_visit_letter", Title = new("Seasonal visit", "季节性回访函"), Template = "seasonal-visit", Purpose = "service" },
        BeforeExpiry("contractor.waterproofing_expiry_letter", new("Before the waterproofing warranty ends", "防水保修期满前告知函"), WarrantyParts.Waterproofing, "waterproofing"),
        BeforeExpiry("contractor.installations_expiry_letter", new("Before the installations warranty ends", "电气装修保修期满前告知函"), WarrantyParts.Installations, "installations"),
        BeforeExpiry("contractor.heating_expiry_letter", new("Before the heating warranty ends", "供热供冷保修期满前告知函"), WarrantyParts.Heating, "heating"),
        new() { Name = "contractor.demand_reminder_letter", Title = new("Payment reminder", "付款提醒函"), Template = "demand-reminder", Policy = Collection.Reminder },
        new() { Name = "contractor.demand_firm_letter", Title = new("Firm request for payment", "催款函"), Template = "demand-firm", Policy = Collection.Firm },
        new() { Name = "contractor.demand_formal_letter", Title = new("Formal demand", "工程款催告函"), Template = "demand-formal", Policy = Collection.Formal },
    ];

    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(Letters)
        .Reports(
            new ReportDefinition
            {
                Name = "contractor.clients",
                Title = new("Owners and projects", "业主与项目分析报告"),
                Template = "clients",
                Scheme = OwnerClasses.Scheme,
                Measure = Dealings.ContractValue,
                MatterType = Projects.MatterType,
                Policies = [ReturnVisits.Regular, ReturnVisits.Introduction, ReturnVisits.AfterCompletion, ReturnVisits.AfterUse],
            },
            new ReportDefinition
            {
                Name = "contractor.receivables",
                Title = new("Receivables and collection", "应收款与清欠报告"),
                Template = "receivables",
                Scheme = Collection.Scheme,
                Measure = Receivables.Outstanding,
                Policies = [Collection.Reminder, Collection.Firm, Collection.Formal],
            });

    private static LetterDefinition BeforeExpiry(string name, LocalizedText title, string policy, string stage) => new()
    {
        Name = name,
        Title = title,
        Template = "warranty-expiry",
        Policy = policy,
        MatterType = WarrantyParts.MatterType,
        Stages = [stage],
    };
}
