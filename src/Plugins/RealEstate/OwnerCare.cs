namespace Clientele.RealEstate;

/// <summary>Visits to owners apart from any complaint, and the occasions on which they are greeted (rows S2-20, S2-33, S2-51).</summary>
internal static class OwnerCare
{
    public const string Visit = "real_estate.owner_visit_due";
    public const string MidAutumn = "real_estate.mid_autumn_visit_due";
    public const string DoubleNinth = "real_estate.double_ninth_visit_due";
    public const string TeachersDay = "real_estate.teachers_day_visit_due";
    public const string Anniversary = "real_estate.anniversary_due";
    public const string Birthday = "real_estate.birthday_due";

    private const string Owners = "segment.real_estate.buyer == \"bought\" || segment.real_estate.buyer == \"again\"";
    private const string Severe = $"segment.{Attention.Scheme} == \"urgent\"";

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
        .Measures(Household.Measures)
        .Policies(
            new CadencePolicy
            {
                Name = Visit,
                Title = new("Visit to the owner", "业主拜访"),
                Scheme = Attention.Scheme,
                EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["urgent"] = 30, ["watched"] = 90, ["settled"] = 180, ["quiet"] = 365 },
            },
            Festival(MidAutumn, new("Mid-Autumn visit to owners", "中秋业主拜访"), "mid_autumn", Owners),
            Festival(DoubleNinth, new("Double Ninth visit to the elderly", "重阳节敬老拜访"), "double_ninth", $"{Household.Elderly} > 0"),
            Festival(TeachersDay, new("Teachers' Day visit", "教师节拜访"), "teachers_day", $"{Household.Teachers} > 0"),
            new DatePolicy
            {
                Name = Anniversary,
                Title = new("Anniversary of the keys", "交付周年问候"),
                Kind = "real_estate.keys_handed_over",
                Yearly = true,
                Phase = CarePhase.AfterSale,
                BlockedWhile = Severe,
            },
            new BirthdayPolicy { Name = Birthday, Title = new("Birthday greeting", "生日祝福"), BlockedWhile = Severe });

    // Greetings wait while a client has reason to be angry (row S2-20).
    private static OccasionPolicy Festival(string name, LocalizedText title, string festival, string when) => new()
    {
        Name = name,
        Title = title,
        On = YearlyDay.Festival(festival),
        Phase = CarePhase.AfterSale,
        When = when,
        BlockedWhile = Severe,
        FulfilledBy = ["real_estate.owner_visited", "real_estate.owners_event_held"],
    };
}
