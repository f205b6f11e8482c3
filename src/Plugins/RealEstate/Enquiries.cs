namespace Clientele.RealEstate;

/// <summary>Questions and opinions: answered at once where possible, passed on where not, and always answered in the end (rows S2-48, S2-40).</summary>
internal static class Enquiries
{
    public const string MatterType = "real_estate.enquiry";
    public const string Answer = "real_estate.answer_due";

    private static readonly TouchpointKind[] Kinds =
    [
        new()
        {
            Name = "real_estate.enquiry_received",
            Title = new("Question or opinion received", "受理咨询或意见"),
            Roles = TouchpointRoles.Contact,
            Details = [new("category", new("Category", "类别")), new("description", new("What was said", "内容"))],
        },
        new() { Name = "real_estate.answered_at_once", Title = new("Answered at first contact", "当场答复"), Roles = TouchpointRoles.Contact },
        new() { Name = "real_estate.enquiry_referred", Title = new("Referred to a department", "转交部门"), Details = [new("handled_by", new("Department in charge", "责任部门"), Required: true)] },
        new()
        {
            Name = "real_estate.enquiry_decided",
            Title = new("Decided by the department", "部门提出意见"),
            Details = [new("decision", new("Decision", "处理意见"), Required: true), new("reason", new("Reason", "理由"))],
        },
        new() { Name = "real_estate.enquiry_answered", Title = new("Answered", "答复客户"), Roles = TouchpointRoles.Contact },
    ];

    private static readonly MatterType Enquiry = new()
    {
        Name = MatterType,
        Title = new("Question or opinion", "咨询与意见"),
        Stages =
        [
            new("received", new("Received", "已受理")),
            new("referred", new("Referred", "已转交")),
            new("decided", new("Decided", "已有意见")),
            new("answered", new("Answered", "已答复"), Final: true),
        ],
        Moves =
        [
            new("received", "answered", "real_estate.answered_at_once"),
            new("received", "referred", "real_estate.enquiry_referred"),
            new("referred", "referred", "real_estate.enquiry_referred"),
            new("received", "decided", "real_estate.enquiry_decided"),
            new("referred", "decided", "real_estate.enquiry_decided"),
            new("decided", "answered", "real_estate.enquiry_answered"),
        ],
    };

    public static IPluginBuilder AddEnquiries(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .MatterTypes(Enquiry)
        .Measures(
            Count("real_estate.enquiries", new("Questions and opinions", "咨询与意见件数"), "real_estate.enquiry_received"),
            Count("real_estate.answers_at_once", new("Answered at first contact", "当场答复件数"), "real_estate.answered_at_once"),
            Count("real_estate.referrals", new("Transfers", "转交次数"), "real_estate.enquiry_referred"),
            Rate("real_estate.first_contact_rate", new("Answered at first contact, of all", "一次办结率"), "real_estate.answers_at_once / real_estate.enquiries"),
            Rate("real_estate.transfers_per_enquiry", new("Transfers for each question", "件均转交次数"), "real_estate.referrals / real_estate.enquiries"))
        .Policies(new StagePolicy
        {
            Name = Answer,
            Title = new("Answer to a question or opinion", "意见答复"),
            MatterType = MatterType,
            Stage = "decided",
            AfterDays = 1,
            FulfilledBy = ["real_estate.enquiry_answered"],
        });

    private static FactMeasure Count(string name, LocalizedText title, string kind) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Count,
        Aggregate = Aggregate.Count,
        Kinds = [kind],
    };

    // Division by a count of zero is missing, not an error: nobody is rated on nothing.
    private static ExpressionMeasure Rate(string name, LocalizedText title, string expression) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Ratio,
        Expression = expression,
    };
}
