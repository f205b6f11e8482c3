namespace Clientele.RealEstate;

/// <summary>A buyer's way from the first visit to the home and back again with friends, with care before and after the keys (rows S2-20, S2-44).</summary>
internal static class BuyerJourney
{
    public const string MatterType = "real_estate.purchase";
    public const string Scheme = "real_estate.buyer";
    public const string PurchaseValue = "real_estate.purchase_value";
    public const string Progress = "real_estate.waiting_news_due";
    public const string SettlingIn = "real_estate.settling_in_due";
    public const string AfterMovingIn = "real_estate.after_moving_in_due";

    private static readonly TouchpointKind[] Kinds =
    [
        new() { Name = "real_estate.showroom_visited", Title = new("Visit to the showroom", "到访案场"), Roles = TouchpointRoles.Contact, Details = [new("interested_in", new("Interested in", "意向户型"))] },
        new() { Name = "real_estate.subscribed", Title = new("Unit subscribed", "签订认购书"), Details = [new("unit", new("Unit", "房号"))] },
        new()
        {
            Name = "real_estate.purchase_signed",
            Title = new("Purchase contract signed", "签订买卖合同"),
            Roles = TouchpointRoles.Sale,
            Details = [new("contract_number", new("Contract number", "合同编号")), new("due_on", new("Keys promised for", "约定交付日期"), ValueKind.Date), new("unit", new("Unit", "房号"))],
        },
        new() { Name = "real_estate.contract_filed", Title = new("Contract filed with the authority", "完成网签备案") },
        new() { Name = "real_estate.keys_handed_over", Title = new("Keys handed over", "交付钥匙"), Roles = TouchpointRoles.Contact, Details = [new("points_open", new("Points left open", "遗留整改项"), ValueKind.Number)] },
        new() { Name = "real_estate.moved_in", Title = new("Moved in", "入住") },
        new() { Name = "real_estate.friend_referred", Title = new("Friend referred or home bought again", "推荐亲友或再次购房"), Roles = TouchpointRoles.Contact },
        new() { Name = "real_estate.purchase_withdrawn", Title = new("Purchase given up", "放弃购买"), Details = [new("reason", new("Reason", "原因"))] },
        new() { Name = "real_estate.building_news_sent", Title = new("News from the building site", "通报工程进展"), Roles = TouchpointRoles.Contact },
    ];

    private static readonly MatterType Purchase = new()
    {
        Name = MatterType,
        Title = new("Home purchase", "购房"),
        Stages =
        [
            new("visiting", new("Visiting", "到访")),
            new("subscribed", new("Subscribed", "已认购")),
            new("signed", new("Signed", "已签约")),
            new("waiting", new("Waiting for the keys", "待交付")),
            new("handed_over", new("Keys handed over", "已交付")),
            new("settled_in", new("Settled in", "已入住")),
            new("returned", new("Came back or referred a friend", "再购或推荐"), Final: true),
            new("withdrawn", new("Given up", "已放弃"), Final: true),
        ],
        Moves =
        [
            new("visiting", "subscribed", "real_estate.subscribed"),
            new("visiting", "signed", "real_estate.purchase_signed"),
            new("subscribed", "signed", "real_estate.purchase_signed"),
            new("signed", "waiting", "real_estate.contract_filed"),
            new("signed", "handed_over", "real_estate.keys_handed_over"),
            new("waiting", "handed_over", "real_estate.keys_handed_over"),
            new("handed_over", "settled_in", "real_estate.moved_in"),
            new("settled_in", "returned", "real_estate.friend_referred"),
            new("visiting", "withdrawn", "real_estate.purchase_withdrawn"),
            new("subscribed", "withdrawn", "real_estate.purchase_withdrawn"),
        ],
    };

    public static IPluginBuilder AddBuyerJourney(this IPluginBuilder builder) => builder
        .TouchpointKinds(Kinds)
        .MatterTypes(Purchase)
        .Measures(
            Of("real_estate.showroom_visits", new("Visits to the showroom", "到访次数"), Aggregate.Count, "real_estate.showroom_visited"),
            Of("real_estate.purchases", new("Homes bought", "购房套数"), Aggregate.Count, "real_estate.purchase_signed"),
            Of(PurchaseValue, new("Value of the homes bought", "购房总额"), Aggregate.Sum, "real_estate.purchase_signed"))
        .Schemes(new RuleScheme
        {
            Name = Scheme,
            Title = new("Buyers", "购房客户"),
            Population = "real_estate.showroom_visits > 0 || real_estate.purchases > 0",
            Rules =
            [
                new("again", new("Bought more than once", "多次购房"), "real_estate.purchases >= 2"),
                new("bought", new("Bought", "已购房"), "real_estate.purchases >= 1"),
                new("interested", new("Interested", "意向客户")),
            ],
        })
        .Policies(
            After(Progress, new("News while waiting", "待交付期间通报进展"), "waiting", 90, "real_estate.building_news_sent"),
            new EventPolicy
            {
                Name = SettlingIn,
                Title = new("Visit after the keys: a week, three months, a year", "交付后回访（一周、三个月、一年）"),
                After = ["real_estate.keys_handed_over"],
                Steps = [new(7), new(90), new(365)],
                Phase = CarePhase.AfterSale,
                FulfilledBy = ["real_estate.owner_visited"],
            },
            After(AfterMovingIn, new("Visit three months after moving in", "入住三个月回访"), "settled_in", 90, "real_estate.owner_visited"));

    private static FactMeasure Of(string name, LocalizedText title, Aggregate aggregate, string kind) => new()
    {
        Name = name,
        Title = title,
        Unit = aggregate == Aggregate.Count ? MeasureUnit.Count : MeasureUnit.Money,
        Aggregate = aggregate,
        Kinds = [kind],
    };

    private static StagePolicy After(string name, LocalizedText title, string stage, int days, string kind) => new()
    {
        Name = name,
        Title = title,
        MatterType = MatterType,
        Stage = stage,
        AfterDays = days,
        FulfilledBy = [kind],
    };
}
