namespace Clientele.RealEstate;

/// <summary>The letters the client-relations desk sends and the report its head reads.</summary>
internal static class Documents
{
    private static readonly LetterDefinition[] Letters =
    [
        new()
        {
            Name = "real_estate.complaint_reply_letter",
            Title = new("Reply to a complaint", "投诉答复函"),
            Template = "complaint-reply",
            Policy = ServiceDesk.Reply,
            MatterType = ServiceDesk.MatterType,
            Stages = ["received", "assigned", "in_progress"],
        },
        new()
        {
            Name = "real_estate.complaint_visit_letter",
            Title = new("Return visit after a complaint", "投诉回访函"),
            Template = "complaint-visit",
            Purpose = "service",
            Policy = ServiceDesk.ReturnVisit,
            MatterType = ServiceDesk.MatterType,
            Stages = ["resolved"],
        },
        new()
        {
            Name = "real_estate.festival_greeting_letter",
            Title = new("Festival greeting to owners", "业主节日问候"),
            Template = "festival-greeting",
            Purpose = "greeting",
            Policy = OwnerCare.MidAutumn,
        },
        new() { Name = "real_estate.owner_visit_letter", Title = new("Visit to the owner", "业主拜访函"), Template = "owner-visit", Purpose = "service", Policy = OwnerCare.Visit },
        new() { Name = "real_estate.birthday_letter", Title = new("Birthday greeting", "生日祝福"), Template = "birthday", Purpose = "greeting", Policy = OwnerCare.Birthday },
        new() { Name = PurchasePlan.Letter, Title = new("Purchase plan", "购房方案建议书"), Template = "purchase-plan", Purpose = "marketing" },
        new()
        {
            Name = "real_estate.handover_letter",
            Title = new("Invitation to take over the keys", "交付通知书"),
            Template = "handover",
            MatterType = BuyerJourney.MatterType,
            Stages = ["signed", "waiting"],
        },
        new()
        {
            Name = "real_estate.settling_in_letter",
            Title = new("After the keys", "交付后回访函"),
            Template = "settling-in",
            Purpose = "service",
            Policy = BuyerJourney.SettlingIn,
            MatterType = BuyerJourney.MatterType,
            Stages = ["handed_over", "settled_in"],
        },
        new()
        {
            Name = "real_estate.opinion_reply_letter",
            Title = new("Reply to an opinion", "意见答复函"),
            Template = "opinion-reply",
            Policy = Enquiries.Answer,
            MatterType = Enquiries.MatterType,
            Stages = ["decided"],
        },
        new()
        {
            Name = "real_estate.referral_thanks_letter",
            Title = new("Thanks for a recommendation", "推荐致谢函"),
            Template = "referral-thanks",
            Purpose = "service",
            MatterType = BuyerJourney.MatterType,
            Stages = ["returned"],
        },
        new() { Name = OwnerFees.Letter, Title = new("Fee reminder", "缴费提醒函"), Template = "fee-reminder" },
    ];

    public static IPluginBuilder AddDocuments(this IPluginBuilder builder) => builder
        .Letters(Letters)
        .Reports(
            new ReportDefinition
            {
                Name = "real_estate.service_desk",
                Title = new("Service desk and owners", "客户服务与业主关系报告"),
                Template = "service-desk",
                Scheme = Attention.Scheme,
                Measure = "real_estate.complaints",
                MatterType = ServiceDesk.MatterType,
                Policies = [ServiceDesk.Reply, ServiceDesk.ReturnVisit, OwnerCare.Visit],
            },
            new ReportDefinition
            {
                Name = "real_estate.buyers",
                Title = new("Buyers from the first visit to the keys", "购房客户历程报告"),
                Template = "buyers",
                Scheme = BuyerJourney.Scheme,
                Measure = BuyerJourney.PurchaseValue,
                MatterType = BuyerJourney.MatterType,
                Policies = [BuyerJourney.Progress, BuyerJourney.SettlingIn, BuyerJourney.AfterMovingIn],
            });
}
