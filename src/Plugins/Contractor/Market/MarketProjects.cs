namespace Clientele.Contractor.Market;

/// <summary>Projects in the market as they are heard of, before any of them is a lead of a client (row S1-28).</summary>
internal static class MarketProjects
{
    public const string Register = "contractor.market_project";
    public const string Tender = "contractor.tender_soon";

    public static IPluginBuilder AddMarket(this IPluginBuilder builder) => builder
        .Registers(new RegisterDefinition
        {
            Name = Register,
            Title = new("Projects in the market", "市场项目信息"),
            Description = new("What is heard of projects in the market, with its source. An owner's unified social credit code links it to the client; what changes is a new version.", "市场项目信息及其来源；以业主统一社会信用代码关联客户，信息变化时登记新版本。"),
            Fields =
            [
                new("project", new("Project", "项目名称")), new("owner", new("Owner", "业主")), new("owner_code", new("Owner's social credit code", "业主统一社会信用代码")),
                new("scale", new("Scale", "规模")), new("value", new("Estimated value", "估算金额"), ValueKind.Number),
                new("stage", new("Stage", "阶段"), ValueKind.Choice)
                {
                    Required = true,
                    Choices = [new("planned", new("Planned", "筹划")), new("tendering", new("Out to tender", "招标")), new("bid", new("We bid", "已投标")), new("dropped", new("Not for us", "放弃"))],
                },
                new("tender_on", new("Tender closes on", "投标截止日期"), ValueKind.Date), new("source", new("Source", "信息来源")) { Required = true }, new("found_by", new("Found by", "信息提供人")),
                new("reliability", new("Reliability", "可靠程度"), ValueKind.Choice) { Choices = [new("confirmed", new("Confirmed", "已核实")), new("probable", new("Probable", "基本可信")), new("rumour", new("Hearsay", "传闻"))] },
                new("competitors", new("Competitors", "竞争对手")),
            ],
            Key = ["project", "owner"],
        })
        .Insights(ProjectMarket.Insight)
        .Policies(new InsightPolicy
        {
            Name = Tender,
            Title = new("Decide on the bid before the tender closes", "投标截止前决定是否投标"),
            Insight = ProjectMarket.Insight.Name,
            Table = "tenders",
            AfterDays = 0,
            OwnerRole = "marketer",
        });
}
