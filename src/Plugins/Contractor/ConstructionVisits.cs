namespace Clientele.Contractor;

/// <summary>The return visits to finished works: routine, seasonal, technical (rows S0-09, S1-27). The fourth kind, before a warranty ends, is with the parts under warranty.</summary>
internal static class ConstructionVisits
{
    public const string Routine = "contractor.routine_visit_due";
    public const string BeforeRains = "contractor.before_rains_visit_due";
    public const string BeforeWinter = "contractor.before_winter_visit_due";
    public const string Technical = "contractor.technical_visit_due";
    public const string Thanks = "contractor.thanks_due";

    private const string Visit = "contractor.quality_visit";
    private const string UnderWarranty = "contractor.completions_60m > 0";

    public static IPluginBuilder AddConstructionVisits(this IPluginBuilder builder) => builder
        .TouchpointKinds(new TouchpointKind
        {
            Name = "contractor.new_technique_used",
            Title = new("New material or method used", "采用新材料、新工艺"),
            Details = [new("technique", new("Material or method", "材料或工艺")), new("part", new("Part of the works", "部位"))],
        })
        .Measures(new FactMeasure
        {
            Name = "contractor.completions_60m",
            Title = new("Works completed in five years", "近5年竣工项目数"),
            Unit = MeasureUnit.Count,
            Aggregate = Aggregate.Count,
            Kinds = ["contractor.completion_accepted"],
            Window = Window.Months(60),
        })
        .Policies(
            After(Routine, new("Routine visit to the works", "例行工程回访"), "contractor.completion_accepted", new(183), new(365), new(730)),
            After(Technical, new("Visit where new materials or methods were used", "新材料新工艺技术回访"), "contractor.new_technique_used", new(180), new(365)),
            Season(BeforeRains, new("Roofs and drainage before the rains", "雨季前屋面与排水回访"), YearlyDay.On(4, 15)),
            Season(BeforeWinter, new("Heating before winter", "入冬前供热系统回访"), YearlyDay.SolarTerm("frosts_descent")),
            new EventPolicy
            {
                Name = Thanks,
                Title = new("Thanks for the contract", "签约致谢"),
                After = ["contractor.contract_signed"],
                Steps = [new(2)],
                LapsesAfterDays = 30,
                OwnerRole = "marketer",
                FulfilledBy = ["core.letter_sent"],
                Merges = false,
            });

    private static EventPolicy After(string name, LocalizedText title, string kind, params EventStep[] steps) => new()
    {
        Name = name,
        Title = title,
        After = [kind],
        Steps = steps,
        EarlyDays = 30,
        DueDay = DueDayRule.NextWorkingDay,
        Phase = CarePhase.AfterSale,
        FulfilledBy = [Visit],
    };

    private static OccasionPolicy Season(string name, LocalizedText title, YearlyDay on) => new()
    {
        Name = name,
        Title = title,
        On = on,
        EarlyDays = 30,
        DueDay = DueDayRule.NextWorkingDay,
        Phase = CarePhase.AfterSale,
        When = UnderWarranty,
        FulfilledBy = [Visit],
    };
}
