using Clientele.Calendars;
using Clientele.Import;

namespace Clientele.Care;

/// <summary>Reads the care file, and finds everything wrong in it in one pass.</summary>
internal static class CareFileReader
{
    public static (CareFile? File, IReadOnlyList<MappingProblem> Problems) Read(string yaml)
    {
        var problems = new List<MappingProblem>();
        if (yaml.AsSpan().Trim().IsEmpty)
        {
            return (new CareFile(), problems);
        }

        if (MappingReader.Parse(yaml, "The care rules are one list of 'name: value' lines.", problems) is not { } root)
        {
            return (null, problems);
        }

        var section = new MappingSection("", root, problems);
        var file = Made(section, section.Line, () => File(section));
        return (problems.Count == 0 ? file : null, problems);
    }

    /// <summary>Makes a record whose own checks may refuse what is written; the refusal is a problem of that line.</summary>
    public static T? Made<T>(MappingSection section, int line, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (ClienteleException refusal)
        {
            section.Problem(line, refusal.Message);
            return null;
        }
    }

    private static CareFile File(MappingSection root)
    {
        var types = Types(root);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var policies = new List<Policy>();
        var letters = new List<LetterDefinition>();
        foreach (var section in root.Sections("policies"))
        {
            if (Made(section, section.Line, () => CarePolicyReader.Read(section, types)) is not { } policy)
            {
                continue;
            }

            if (!lines.TryAdd(policy.Name, section.Line))
            {
                section.Problem(section.Line, $"There is a policy '{policy.Name}' on line {lines[policy.Name]} already; rename one of the two.");
            }

            policies.Add(policy);
            if (CarePolicyReader.Letter(section, policy) is { } letter)
            {
                lines.TryAdd(letter.Name, section.Line);
                letters.Add(letter);
            }

            section.Done();
        }

        var settings = Settings(root);
        root.Done();
        return new CareFile { Settings = settings, Policies = policies, Letters = letters, Lines = lines };
    }

    private static CareSettings Settings(MappingSection root)
    {
        var otherwise = new CareSettings();
        var owners = root.Section("contacts_a_day_of");
        return new CareSettings
        {
            WorkingDays = new WorkingCalendar([.. root.Sections("working_days").Select(Holiday)]),
            Blackouts = [.. root.Sections("blackouts").Select(Closed)],
            MergeWindowDays = root.Whole("merge_window_days", otherwise.MergeWindowDays),
            OneContactInDays = root.Whole("one_contact_in_days", otherwise.OneContactInDays),
            ContactsADay = root.Has("contacts_a_day") ? root.Whole("contacts_a_day", 1, least: 1) : null,
            ContactsADayOf = owners?.Keys.ToDictionary(owner => owner, owner => owners.Whole(owner, 0), StringComparer.Ordinal) ?? otherwise.ContactsADayOf,
            ValueMeasure = root.Has("value_measure") ? root.Text("value_measure") : otherwise.ValueMeasure,
        };
    }

    private static HolidayNotice Holiday(MappingSection section)
    {
        var notice = new HolidayNotice { Name = section.Text("name"), From = Day(section, "from"), To = Day(section, "to"), Worked = [.. section.Days("worked")] };
        section.Done();
        return notice;
    }

    private static Blackout Closed(MappingSection section)
    {
        var closed = new Blackout(Day(section, "from"), Day(section, "to"), Title(section));
        if (closed.To < closed.From)
        {
            section.Problem(section.Line, "'to' comes before 'from'.");
        }

        section.Done();
        return closed;
    }

    private static DateOnly Day(MappingSection section, string key)
    {
        section.Required(key);
        return section.Day(key) ?? DateOnly.FromDayNumber(0);
    }

    private static Dictionary<string, CareSort> Types(MappingSection root)
    {
        var types = new Dictionary<string, CareSort>(StringComparer.Ordinal);
        foreach (var name in root.Section("types") is { } list ? list.Keys : [])
        {
            if (root.Section("types")!.Section(name) is { } section)
            {
                types[name] = new(Title(section), section.One("phase", CarePhase.Any, ("any", CarePhase.Any), ("before_sale", CarePhase.BeforeSale), ("after_sale", CarePhase.AfterSale)));
                section.Done();
            }
        }

        return types;
    }

    /// <summary>A title in both languages; the one that is left out takes the other's words.</summary>
    public static LocalizedText Title(MappingSection section)
    {
        var (en, zh) = (section.Text("en"), section.Text("zh"));
        if (en.Length == 0 && zh.Length == 0)
        {
            section.Problem(section.Line, "'en' and 'zh' are missing; say in at least one language what people read.");
            return LocalizedText.Same("?");
        }

        return new LocalizedText(en.Length > 0 ? en : zh, zh.Length > 0 ? zh : en);
    }
}

/// <summary>The firm's own sort of care.</summary>
internal sealed record CareSort(LocalizedText Title, CarePhase Phase);
