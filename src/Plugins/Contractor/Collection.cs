namespace Clientele.Contractor;

/// <summary>Asking for money without losing the client: a reminder, a firm letter, a formal one, and none while a repair is open (row S1-12).</summary>
internal static class Collection
{
    public const string Scheme = "contractor.collection";
    public const string Reminder = "contractor.collection_reminder_due";
    public const string Firm = "contractor.collection_firm_due";
    public const string Formal = "contractor.collection_formal_due";

    public static IPluginBuilder AddCollection(this IPluginBuilder builder) => builder
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Collection", "清欠分级"),
            Population = "contractor.due > 0",

            // Who still brings work is asked one step more gently than who does not.
            Rules =
            [
                new("repair_first", new("Settle the repair first", "先解决质量问题"), "contractor.outstanding > 0 && contractor.open_repairs > 0"),
                new("formal", new("Formal letter", "正式催告"), "contractor.outstanding_over_180d > 0 || contractor.outstanding_over_90d > 0 && contractor.contracts_12m <= 0"),
                new("firm", new("Firm letter", "郑重催收"), "contractor.outstanding_over_90d > 0 || contractor.outstanding_over_30d > 0 && contractor.contracts_12m <= 0"),
                new("reminder", new("Friendly reminder", "友好提醒"), "contractor.outstanding > 0"),
                new("clear", new("Nothing outstanding", "无逾期应收")),
            ],
        })
        .Policies(
            Every(Reminder, new("Remind of a payment", "付款提醒"), "reminder", 15),
            Every(Firm, new("Ask firmly for a payment", "郑重催收"), "firm", 15),
            Every(Formal, new("Ask formally for a payment", "正式催告"), "formal", 30))
        .Guards(new Guard
        {
            Name = "contractor.repair_before_money",
            Title = new("No demand while a repair is open", "报修未结不催款"),
            AllowedWhen = "letter.name != 'contractor.demand_reminder_letter' && letter.name != 'contractor.demand_firm_letter' && letter.name != 'contractor.demand_formal_letter' || contractor.open_repairs <= 0 && !(client.open_matters | array.contains 'core.complaint_case') && client.overdue_promises == 0",
            Refusal = new("Resolve the complaint first: a repair or a complaint is open, or a promise is not kept. Settle it, then ask for the money.", "请先解决投诉：报修或投诉尚未办结，或承诺尚未兑现；解决之后再行催款。"),
        });

    private static CadencePolicy Every(string name, LocalizedText title, string segment, int days) => new()
    {
        Name = name,
        Title = title,
        Scheme = Scheme,
        EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { [segment] = days },
        Merges = false,
        OwnerRole = "collector",
        FulfilledBy = ["contractor.collection_talk", "contractor.payment_promised", "contractor.payment_received"],
    };
}
