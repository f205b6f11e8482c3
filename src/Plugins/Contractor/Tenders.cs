namespace Clientele.Contractor;

/// <summary>While a tender of the owner's is open, the firm neither flatters nor advertises (row S1-31).</summary>
internal static class Tenders
{
    public static IPluginBuilder AddTenders(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind { Name = "contractor.tender_opened", Title = new("Tender notice published", "发布招标公告"), Details = [new("closing_on", new("Closing on", "投标截止日期"), ValueKind.Date)] },
            new TouchpointKind { Name = "contractor.tender_decided", Title = new("Tender awarded or ended", "定标或终止招标"), Details = [new("winner", new("Winner", "中标单位"))] })
        .Measures(
            new FactMeasure { Name = "contractor.tenders_opened", Title = new("Tender notices", "招标公告数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["contractor.tender_opened"] },
            new FactMeasure { Name = "contractor.tenders_decided", Title = new("Tenders decided", "已定标数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["contractor.tender_decided"] },
            new ExpressionMeasure { Name = "contractor.open_tenders", Title = new("Tenders still open", "在招项目数"), Unit = MeasureUnit.Count, Expression = "contractor.tenders_opened - contractor.tenders_decided" })
        .Guards(new Guard
        {
            Name = "contractor.tender_blackout",
            Title = new("Nothing promotional during a tender", "招标期间廉洁回避"),
            AllowedWhen = "letter.purpose != 'marketing' && letter.purpose != 'greeting' || contractor.open_tenders <= 0",
            Refusal = new("The owner has a tender open; greetings and promotional letters wait until it is decided.", "业主有项目正在招标，问候与推介类函件须待定标后再发。"),
            OverridableBy = "compliance",
        })
        .Guards(new Guard
        {
            Name = "contractor.tender_gifts",
            Title = new("No gifts to a public owner during a tender", "招标期间不向公共业主赠礼"),
            Kinds = ["core.gift", "core.hospitality"],
            AllowedWhen = "contractor.open_tenders <= 0 || core.sector == 'private'",
            Refusal = new("The owner has a tender open: between notice and award nothing is given to a public owner.", "业主有项目正在招标，自招标公告至定标期间不得向公共业主赠礼或招待。"),
        });
}
