using System.Globalization;

namespace Clientele.Practices.Integrity;

/// <summary>Gifts and hospitality within principles: a cap by the class of client, a total for each person and year (row S1-31). A tender's blackout is the industry's to add.</summary>
internal static class GiftRules
{
    public static AttributeDefinition Sector { get; } = new()
    {
        Name = "core.sector", Title = new("Sector", "客户性质"), Kind = ValueKind.Choice,
        Choices = [new("public", new("Public", "政府及公共机构")), new("private", new("Private", "民营及其他"))],
    };

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = "core.gift", Title = new("Gift", "礼品"), Roles = TouchpointRoles.Cost, Details = [new("item", new("Item", "物品")), new("occasion", new("Occasion", "事由"))] },
        new() { Name = "core.hospitality", Title = new("Hospitality", "招待"), Roles = TouchpointRoles.Cost, Details = [new("occasion", new("Occasion", "事由"))] },
    ];

    public static void Add(IPluginBuilder builder)
    {
        var ofPublic = Cap(builder, "gift_cap_public", new("Most for a gift to a public body", "对政府及公共机构单次礼品上限"), 50);
        var ofPrivate = Cap(builder, "gift_cap_private", new("Most for a gift to anybody else", "对其他客户单次礼品上限"), 200);
        var total = Cap(builder, "gift_total", new("Most for a person in a year", "每人每年累计上限"), 1_000);
        builder.Attributes(Sector).TouchpointKinds(Kinds).Guards(
            new Guard
            {
                Name = "core.gift_cap", Title = new("Cap on gifts", "礼品限额"), Kinds = ["core.gift", "core.hospitality"],
                AllowedWhen = $"core.sector == 'public' ? action.amount <= {ofPublic} : core.sector == 'private' && action.amount <= {ofPrivate}",
                Refusal = new("It is worth more than may be given to a client of this sector, or the sector is not recorded; ask compliance.", "礼品价值超出该类客户限额，或客户性质尚未登记，请报合规部门。"),
                OverridableBy = "compliance",
            },
            new Guard
            {
                Name = "core.gift_total", Title = new("Total of gifts in a year", "年度礼品累计限额"), Kinds = ["core.gift", "core.hospitality"],
                AllowedWhen = $"action.year_total <= {total}",
                Refusal = new("Together with what this person got this year it is too much; ask compliance.", "与本年度已赠送合计超出限额，请报合规部门。"),
                OverridableBy = "compliance",
            });
    }

    private static string Cap(IPluginBuilder builder, string name, LocalizedText title, decimal usual) =>
        builder.Setting(new NumberSetting { Name = name, Title = title, Default = usual, Least = 0, Most = 10_000_000 }).ToString(CultureInfo.InvariantCulture);
}
