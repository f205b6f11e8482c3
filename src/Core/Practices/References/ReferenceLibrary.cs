namespace Clientele.Practices.References;

/// <summary>The firm's own finished projects and what it says of itself, as registers, and what a client plans to build, as attributes.</summary>
internal static class ReferenceLibrary
{
    public const string Projects = "core.reference_project";
    public const string Kind = "core.planned_kind";
    public const string Region = "core.planned_region";
    public const string FloorArea = "core.planned_floor_area";

    public static IReadOnlyList<RegisterDefinition> Registers { get; } =
    [
        new()
        {
            Name = Projects,
            Title = new("Reference projects", "业绩项目库"),
            Description = new("Finished projects that may be shown to clients, with what they were to whoever commissioned them.", "可向客户展示的已建成项目及其成效。"),
            Fields =
            [
                new("name", new("Project", "项目名称")), new("kind", new("Kind", "类型")) { Required = true }, new("region", new("Region", "地区")) { Required = true },
                new("floor_area", new("Floor area in m²", "建筑面积（㎡）"), ValueKind.Number), new("amount", new("Contract amount", "合同额"), ValueKind.Number),
                new("completed_on", new("Completed on", "完成日期"), ValueKind.Date), new("owner", new("Commissioned by", "委托单位")),
                new("benefits", new("What it brought the client", "为客户带来的成效")), new("risks_handled", new("Risks that were handled", "已化解的风险")),
            ],
            Key = ["name"],
        },
        new()
        {
            Name = "core.firm_profile",
            Title = new("What the firm says of itself", "公司介绍资料"),
            Description = new("The paragraphs of the company introduction: strengths, added value, culture.", "公司介绍的各段内容：优势、附加价值、企业文化等。"),
            Fields =
            [
                new("item", new("Item", "条目")),
                new("topic", new("Topic", "类别"), ValueKind.Choice) { Required = true, Choices = [new("strength", new("Strength", "优势实力")), new("added_value", new("Added value", "附加价值")), new("culture", new("Culture", "企业文化")), new("honour", new("Honours", "荣誉资质"))] },
                new("text_en", new("English text", "英文内容")) { Required = true },
                new("text_zh", new("Chinese text", "中文内容")) { Required = true },
            ],
            Key = ["item"],
        },
    ];

    public static IReadOnlyList<AttributeDefinition> Attributes { get; } =
    [
        new() { Name = Kind, Title = new("Kind of project the client plans", "拟建项目类型") },
        new() { Name = Region, Title = new("Region of the project the client plans", "拟建项目地区") },
        new() { Name = FloorArea, Title = new("Floor area of the project the client plans, in m²", "拟建项目建筑面积（㎡）"), Kind = ValueKind.Number, Least = 0 },
    ];
}
