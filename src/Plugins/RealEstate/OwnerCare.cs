namespace Clientele.RealEstate;

/// <summary>Visits to owners apart from any complaint, and the occasions on which they are greeted (rows S2-20, S2-51).</summary>
internal static class OwnerCare
{
    public const string Visit = "real_estate.owner_visit_due";

    public static IPluginBuilder AddOwnerCare(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            new TouchpointKind
            {
                Name = "real_estate.owner_visited",
                Title = new("Owner visited", "业主拜访"),
                Roles = TouchpointRoles.Contact,
                Details = [new("occasion", new("Occasion", "拜访缘由")), new("trust", new("Trust, 1 to 10", "信任度（1至10分）"), ValueKind.Number)],
            },
            new TouchpointKind
            {
                Name = "real_estate.owners_event_held",
                Title = new("Owners' event", "业主活动"),
                Roles = TouchpointRoles.Contact,
                Details = [new("event", new("Event", "活动名称"))],
            })
        .Policies(new CadencePolicy
        {
            Name = Visit,
            Title = new("Visit to the owner", "业主拜访"),
            Scheme = Attention.Scheme,
            EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["urgent"] = 30, ["watched"] = 90, ["settled"] = 180, ["quiet"] = 365 },
        });
}
