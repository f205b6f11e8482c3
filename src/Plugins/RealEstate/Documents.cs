namespace Clientele.RealEstate;

/// <summary>The letters the client-relations desk sends and the report its head reads.</summary>
internal static class Documents
{
    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(
            new LetterDefinition
            {
                Name = "real_estate.complaint_reply_letter",
                Title = new("Reply to a complaint", "投诉答复函"),
                Template = "complaint-reply",
                Policy = ServiceDesk.Reply,
                MatterType = ServiceDesk.MatterType,
                Stages = ["received", "assigned", "in_progress"],
            },
            new LetterDefinition
            {
                Name = "real_estate.complaint_visit_letter",
                Title = new("Return visit after a complaint", "投诉回访函"),
                Template = "complaint-visit",
                Purpose = "service",
                Policy = ServiceDesk.ReturnVisit,
                MatterType = ServiceDesk.MatterType,
                Stages = ["resolved"],
            },
            new LetterDefinition
            {
                Name = "real_estate.festival_greeting_letter",
                Title = new("Festival greeting to owners", "业主节日问候"),
                Template = "festival-greeting",
                Purpose = "greeting",
            })
        .Reports(new ReportDefinition
        {
            Name = "real_estate.service_desk",
            Title = new("Service desk and owners", "客户服务与业主关系报告"),
            Template = "service-desk",
            Scheme = Attention.Scheme,
            Measure = "real_estate.complaints",
            MatterType = ServiceDesk.MatterType,
            Policies = [ServiceDesk.Reply, ServiceDesk.ReturnVisit, OwnerCare.Visit],
        });
}
