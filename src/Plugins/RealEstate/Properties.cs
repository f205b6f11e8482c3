namespace Clientele.RealEstate;

/// <summary>What is known of a property and of whoever holds it.</summary>
internal static class Properties
{
    private static readonly Choice[] Holders =
    [
        new("prospect", new("Prospective buyer", "意向客户")),
        new("subscriber", new("Subscribed", "已认购")),
        new("owner", new("Owner", "业主")),
        new("tenant", new("Tenant", "租户")),
        new("building", new("Building as a whole", "整栋物业")),
    ];

    public static IPluginBuilder AddProperties(this IPluginBuilder builder) => builder.Attributes(
        new AttributeDefinition { Name = "real_estate.project", Title = new("Development", "所在项目") },
        new AttributeDefinition { Name = "real_estate.building", Title = new("Building", "楼栋") },
        new AttributeDefinition { Name = "real_estate.unit", Title = new("Unit", "房号") },
        new AttributeDefinition { Name = "real_estate.unit_type", Title = new("Type of unit", "户型") },
        new AttributeDefinition { Name = "real_estate.address", Title = new("Address", "物业地址") },
        new AttributeDefinition { Name = "real_estate.district", Title = new("District", "所属社区") },
        new AttributeDefinition { Name = "real_estate.holder", Title = new("Held by", "客户身份"), Kind = ValueKind.Choice, Choices = Holders });
}
