namespace Clientele.Contractor;

/// <summary>Repairs under warranty: asked for by the client, done by us, and counted while open (row S1-27).</summary>
internal static class WarrantyRepairs
{
    public const string OpenRepairs = "contractor.open_repairs";

    public static IPluginBuilder AddWarrantyRepairs(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind
            {
                Name = "contractor.repair_requested",
                Title = new("Repair requested", "报修"),
                Roles = TouchpointRoles.Complaint,
                Details = [new("part", new("Part of the works", "部位")), new("description", new("What was reported", "报修内容"))],
            },
            new TouchpointKind
            {
                Name = "contractor.repair_done",
                Title = new("Repair done and accepted", "维修完成并经确认"),
                Roles = TouchpointRoles.Contact,
                Details = [new("part", new("Part of the works", "部位"))],
            })
        .Measures(
            new FactMeasure { Name = "contractor.repairs_requested", Title = new("Repairs requested", "报修次数"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["contractor.repair_requested"] },
            new FactMeasure { Name = "contractor.repairs_done", Title = new("Repairs done", "已完成维修"), Unit = MeasureUnit.Count, Aggregate = Aggregate.Count, Kinds = ["contractor.repair_done"] },
            new ExpressionMeasure
            {
                Name = OpenRepairs,
                Title = new("Repairs not yet done", "未完成维修"),
                Unit = MeasureUnit.Count,
                Expression = "contractor.repairs_requested - contractor.repairs_done",
            });
}
