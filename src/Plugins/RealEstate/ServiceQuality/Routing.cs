namespace Clientele.RealEstate.ServiceQuality;

/// <summary>Which department a category of intake goes to (row S2-48).</summary>
internal static class Routing
{
    public const string Register = "real_estate.routing";

    public static IPluginBuilder AddServiceQuality(this IPluginBuilder builder) => builder
        .TouchpointKinds(RecordSample.Definition)
        .Registers(new RegisterDefinition
        {
            Name = Register,
            Title = new("Departments by category", "转接部门对照"),
            Description = new("The department that takes each category of question or complaint; what is not listed goes to the fallback of real_estate.service_quality.", "各类咨询与投诉的责任部门；未列类别转至real_estate.service_quality设定的兜底部门。"),
            Fields = [new("category", new("Category", "类别")), new("department", new("Department", "责任部门")) { Required = true }],
            Key = ["category"],
        })
        .Insights(ServiceQualityInsight.Insight);
}
