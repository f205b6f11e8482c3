using System.Globalization;
using Clientele.Import;

namespace Clientele.Care;

/// <summary>Reads one policy of the care file: what starts it, and what all policies have.</summary>
internal static class CarePolicyReader
{
    private static readonly string[] Starts = ["every", "after", "date", "birthday", "cadence", "stage", "entry"];

    public static Policy Read(MappingSection section, IReadOnlyDictionary<string, CareSort> types)
    {
        var name = section.Required("name");
        var title = CareFileReader.Title(section);
        var sort = section.Text("type") is { Length: > 0 } type
            ? types.GetValueOrDefault(type) ?? throw Wrong($"'type' is '{type}', which 'types' does not list; {Nearest.Hint(type, [.. types.Keys])}")
            : null;
        var given = Starts.Where(section.Has).ToList();
        if (given is not [var start] || section.Section(start) is not { } what)
        {
            throw Wrong($"A policy has one of {string.Join(", ", Starts)}, with what belongs to it; this one has {(given.Count == 0 ? "none" : string.Join(" and ", given))}.");
        }

        var bare = start switch
        {
            "every" => Occasion(what, name, title),
            "after" => After(what, name, title),
            "date" => Date(what, name, title),
            "birthday" => new BirthdayPolicy { Name = name, Title = title, LeadDays = what.Whole("lead_days", 0), LeapDay = LeapDay(what), LeapMonth = LeapMonth(what), ShortMonth = ShortMonth(what) },
            "cadence" => Cadence(what, name, title),
            "stage" => (Policy)new StagePolicy { Name = name, Title = title, MatterType = what.Required("matter_type"), Stage = what.Required("stage"), AfterDays = what.Whole("after_days", 0), InWorkingDays = what.Flag("working_days", otherwise: false) },
            _ => new SegmentPolicy { Name = name, Title = title, Scheme = what.Required("scheme"), Segment = what.Required("segment"), AfterDays = what.Whole("after_days", 0) },
        };
        what.Done();
        return Dated(section, Common(section, bare, sort));
    }

    /// <summary>The letter that goes with a policy, where the file names one.</summary>
    public static LetterDefinition? Letter(MappingSection section, Policy policy)
    {
        if (section.Section("letter") is not { } letter)
        {
            return null;
        }

        var definition = new LetterDefinition { Name = $"{policy.Name}_letter", Title = policy.Title, Template = letter.Required("template"), Purpose = letter.Text("purpose"), Policy = policy.Name };
        letter.Done();
        return definition;
    }

    private static Policy Common(MappingSection section, Policy policy, CareSort? sort)
    {
        var escalate = section.Section("escalate");
        var whole = policy with
        {
            OwnerRole = section.Text("owner_role") is { Length: > 0 } role ? role : policy.OwnerRole,
            FulfilledBy = section.Texts("fulfilled_by"),
            Phase = sort?.Phase ?? CarePhase.Any,
            Type = sort?.Title,
            Channel = section.Text("channel"),
            DueDay = section.One("due_day", DueDayRule.Keep, ("keep", DueDayRule.Keep), ("next_working_day", DueDayRule.NextWorkingDay), ("previous_working_day", DueDayRule.PreviousWorkingDay)),
            Merges = section.Flag("merges", policy.Merges),
            Priority = section.One("priority", CarePriority.Normal, ("low", CarePriority.Low), ("normal", CarePriority.Normal), ("high", CarePriority.High), ("urgent", CarePriority.Urgent)),
            Escalation = escalate is null ? null : new Escalation { AfterDays = escalate.Whole("after_days", 1), Role = escalate.Required("role") },
            When = section.Text("when"),
            BlockedWhile = section.Text("blocked_while"),
        };
        escalate?.Done();
        return whole;
    }

    private static Policy Dated(MappingSection section, Policy policy) => policy is DatedPolicy dated
        ? dated with { EarlyDays = section.Whole("early_days", dated.EarlyDays), LapsesAfterDays = section.Whole("lapses_after_days", dated.LapsesAfterDays) }
        : policy;

    private static OccasionPolicy Occasion(MappingSection what, string name, LocalizedText title)
    {
        var day = (what.Text("festival"), what.Text("solar_term"), what.Text("on"), what.Text("lunar")) switch
        {
            ({ Length: > 0 } festival, "", "", "") => YearlyDay.Festival(festival),
            ("", { Length: > 0 } term, "", "") => YearlyDay.SolarTerm(term),
            ("", "", { Length: > 0 } on, "") => MonthDay(on, YearlyDay.On),
            ("", "", "", { Length: > 0 } lunar) => MonthDay(lunar, YearlyDay.Lunar),
            _ => throw Wrong("'every' has one of festival, solar_term, on (04-15) and lunar (09-09)."),
        };
        return new OccasionPolicy { Name = name, Title = title, On = day, LeadDays = what.Whole("lead_days", 0) };
    }

    private static YearlyDay MonthDay(string text, Func<int, int, YearlyDay> day) =>
        text.Split('-') is [var month, var ofMonth] && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(ofMonth, NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? day(m, d) : throw Wrong($"'{text}' is no month and day; write 04-15.");

    private static EventPolicy After(MappingSection what, string name, LocalizedText title) => new()
    {
        Name = name,
        Title = title,
        After = what.Texts("kinds"),
        Steps = [.. what.Wholes("days").Select(days => new EventStep(days)), .. what.Wholes("working_days").Select(days => new EventStep(days, inWorkingDays: true))],
    };

    private static DatePolicy Date(MappingSection what, string name, LocalizedText title) => new()
    {
        Name = name,
        Title = title,
        Attribute = what.Text("attribute"),
        Kind = what.Text("kind"),
        Detail = what.Text("detail"),
        YearsAfter = what.Whole("years_after", 0),
        DaysBefore = what.Whole("days_before", 0),
        DaysAfter = what.Whole("days_after", 0),
        Yearly = what.Flag("yearly", otherwise: false),
        Lunar = what.Flag("lunar", otherwise: false),
        LeapDay = LeapDay(what),
        LeapMonth = LeapMonth(what),
        ShortMonth = ShortMonth(what),
    };

    private static CadencePolicy Cadence(MappingSection what, string name, LocalizedText title)
    {
        var days = what.Section("days");
        return new() { Name = name, Title = title, Scheme = what.Required("scheme"), EveryDays = days?.Keys.ToDictionary(segment => segment, segment => days.Whole(segment, 1, least: 1), StringComparer.Ordinal) ?? [] };
    }

    private static LeapDayPolicy LeapDay(MappingSection what) => what.One("leap_day", LeapDayPolicy.LastOfFebruary, ("last_of_february", LeapDayPolicy.LastOfFebruary), ("first_of_march", LeapDayPolicy.FirstOfMarch), ("leap_years_only", LeapDayPolicy.LeapYearsOnly));

    private static LeapMonthPolicy LeapMonth(MappingSection what) => what.One("leap_month", LeapMonthPolicy.RegularMonth, ("regular_month", LeapMonthPolicy.RegularMonth), ("leap_month", LeapMonthPolicy.LeapMonth));

    private static ShortMonthPolicy ShortMonth(MappingSection what) => what.One("short_month", ShortMonthPolicy.LastDay, ("last_day", ShortMonthPolicy.LastDay), ("next_first", ShortMonthPolicy.NextFirst));

    private static ClienteleException Wrong(string sentence) => new(ErrorCodes.CareRulesInvalid, sentence);
}
