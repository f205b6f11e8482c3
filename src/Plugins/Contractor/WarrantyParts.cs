namespace Clientele.Contractor;

/// <summary>The warranty of each part of the works, with a visit before it runs out while there is still time to put things right (row S1-27).</summary>
/// <remarks>The terms are the statutory minimum of the State Council's quality regulations, article 40; a contract may give more, never less.</remarks>
internal static class WarrantyParts
{
    public const string MatterType = "contractor.warranty_item";
    public const string Waterproofing = "contractor.waterproofing_visit_due";
    public const string Installations = "contractor.installations_visit_due";
    public const string Heating = "contractor.heating_visit_due";

    private static readonly MatterType Item = new()
    {
        Name = MatterType,
        Title = new("Warranty of a part", "分部保修"),
        Stages =
        [
            new("not_begun", new("Not begun", "未起算")),
            new("waterproofing", new("Waterproofing, 5 years", "防水工程（5年）")),
            new("installations", new("Electrical, plumbing, fitting-out, 2 years", "电气管线、给排水与装修（2年）")),
            new("heating", new("Heating and cooling, 2 seasons", "供热与供冷（2个采暖期、供冷期）")),
            new("ended", new("Ended", "期满"), Final: true),
        ],
        Moves =
        [
            new("not_begun", "waterproofing", "contractor.waterproofing_accepted"),
            new("not_begun", "installations", "contractor.installations_accepted"),
            new("not_begun", "heating", "contractor.heating_accepted"),
            new("waterproofing", "ended", "contractor.part_warranty_ended"),
            new("installations", "ended", "contractor.part_warranty_ended"),
            new("heating", "ended", "contractor.part_warranty_ended"),
        ],
    };

    public static IPluginBuilder AddWarrantyParts(this IPluginBuilder builder) => builder
        .TouchpointKinds(
            Accepted("contractor.waterproofing_accepted", new("Waterproofing accepted", "防水工程验收合格")),
            Accepted("contractor.installations_accepted", new("Electrical, plumbing and fitting-out accepted", "电气、给排水与装修验收合格")),
            Accepted("contractor.heating_accepted", new("Heating and cooling accepted", "供热与供冷系统验收合格")),
            Accepted("contractor.part_warranty_ended", new("Warranty of a part ended", "分部保修期满")))
        .MatterTypes(Item)
        .Policies(
            Before(Waterproofing, new("Visit before the waterproofing warranty ends", "防水保修期满前回访"), "contractor.waterproofing_accepted", years: 5),
            Before(Installations, new("Visit before the installations warranty ends", "电气装修保修期满前回访"), "contractor.installations_accepted", years: 2),
            Before(Heating, new("Visit before the heating warranty ends", "供热供冷保修期满前回访"), "contractor.heating_accepted", years: 2));

    private static TouchpointKind Accepted(string name, LocalizedText title) => new()
    {
        Name = name,
        Title = title,
        Details = [new("part", new("Part of the works", "部位")), new("warranty_until", new("Warranty until", "保修期至"), ValueKind.Date)],
    };

    // Sixty days before the end that the acceptance states, or else before the statutory one.
    private static DatePolicy Before(string name, LocalizedText title, string accepted, int years) => new()
    {
        Name = name,
        Title = title,
        Kind = accepted,
        Detail = "warranty_until",
        YearsAfter = years,
        DaysBefore = 60,
        EarlyDays = 60,
        LapsesAfterDays = 60,
        Phase = CarePhase.AfterSale,
        FulfilledBy = ["contractor.quality_visit"],
    };
}
