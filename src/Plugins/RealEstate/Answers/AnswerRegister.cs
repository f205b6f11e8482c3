namespace Clientele.RealEstate.Answers;

/// <summary>What the firm answers about projects, policies and processes, region by region, and what was answered to whom (row S2-50).</summary>
internal static class AnswerRegister
{
    public const string Register = "real_estate.answer";
    public const string Given = "real_estate.answer_given";
    public const string Notice = "real_estate.answer_changed_notice";

    public static IPluginBuilder AddAnswers(this IPluginBuilder builder) => builder
        .Registers(new RegisterDefinition
        {
            Name = Register,
            Title = new("Answers to clients", "答复知识库"),
            Description = new("Answers about projects, policies and processes by region; each is served only while it is in force.", "项目、政策与流程的标准答复，按地区区分，仅在有效期内使用。"),
            Fields =
            [
                new("code", new("Code", "编号")), new("region", new("Region", "地区")),
                new("kind", new("Kind", "类别"), ValueKind.Choice) { Required = true, Choices = [new("project", new("Project", "项目")), new("policy", new("Policy", "政策")), new("process", new("Process", "流程"))] },
                new("question", new("Question", "问题")) { Required = true },
                new("text_en", new("English answer", "英文答复")), new("text_zh", new("Chinese answer", "中文答复")) { Required = true },
            ],
            Key = ["code", "region"],
        })
        .TouchpointKinds(new TouchpointKind
        {
            Name = Given,
            Title = new("Answer given", "答复客户咨询"),
            Roles = TouchpointRoles.Contact,
            Details =
            [
                new("code", new("Code of the answer", "答复编号"), Required: true), new("region", new("Region", "地区"), Required: true),
                new("version", new("Version of the answer", "答复版本"), ValueKind.Number, Required: true),
            ],
        })
        .Insights(OutdatedAnswers.Insight)
        .Policies(new InsightPolicy
        {
            Name = Notice,
            Title = new("Tell the prospect that the answer has changed", "告知客户答复内容已变更"),
            Insight = OutdatedAnswers.Insight.Name,
            Table = "outdated",
            AfterDays = 0,
            OwnerRole = "consultant",
        });
}
