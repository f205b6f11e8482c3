using Clientele.Care;
using Clientele.Import;

namespace Clientele;

/// <summary>Finds every reference of one registration that leads nowhere it may see.</summary>
internal sealed class ReferenceCheck(Registration registration, RegisteredNames seen, List<RegistrationProblem> problems)
{
    public void Run()
    {
        foreach (var measure in registration.Measures)
        {
            Measure(measure);
        }

        foreach (var type in registration.MatterTypes)
        {
            MatterType(type);
        }

        foreach (var scheme in registration.Schemes)
        {
            Scheme(scheme);
        }

        foreach (var insight in registration.Insights)
        {
            Insight(insight);
        }

        foreach (var policy in registration.Policies)
        {
            Policy(policy);
        }

        foreach (var guard in registration.Guards)
        {
            Refers($"guard '{guard.Name}'", "touchpoint kind", guard.Kinds);
        }

        foreach (var window in registration.Windows.OfType<EventWindow>())
        {
            Refers($"timing window '{window.Name}'", "touchpoint kind", window.OpenedBy.Concat(window.ClosedBy));
        }

        foreach (var register in registration.Registers)
        {
            Register(register);
        }

        Documents();
    }

    private void Measure(Measure measure)
    {
        var owner = $"measure '{measure.Name}'";
        Refers(owner, "touchpoint kind", measure switch { FactMeasure fact => fact.Kinds, HistoryMeasure history => history.Kinds, _ => [] });
        Refers(owner, "value", measure switch { ComputedMeasure computed => computed.Reads, HistoryMeasure history => history.Reads, _ => [] });
        Refers(owner, "contact attribute", measure is HistoryMeasure people ? people.ContactReads : []);
    }

    private void Insight(Insight insight)
    {
        var owner = $"insight '{insight.Name}'";
        Refers(owner, "value", insight.Reads);
        Refers(owner, "contact attribute", insight.ContactReads);
        Refers(owner, "scheme", insight.Schemes);
        Refers(owner, "touchpoint kind", insight.Kinds);
        Refers(owner, "register", insight.Registers);
        Refers(owner, "matter type", insight.MatterTypes);
        Distinct(owner, "setting", [.. insight.Settings.Select(setting => setting.Name)]);
        foreach (var setting in insight.Settings.Where(setting => !setting.Allows(setting.DefaultText)))
        {
            problems.Add(new(ErrorCodes.RecordInvalid, registration.Origin.Id, $"The default of the setting '{setting.Name}' of the {owner} is not {setting.Allowed.En}.", "Correct the default or the bounds."));
        }

        foreach (var names in insight.Settings.OfType<NamesSetting>())
        {
            Refers(owner, names.Of == SettingNames.Schemes ? "scheme" : "value", names.Default);
        }
    }

    private void Register(RegisterDefinition register)
    {
        var owner = $"register '{register.Name}'";
        var fields = register.Fields.Select(field => field.Name).ToList();
        Distinct(owner, "field", fields);
        Local(owner, "field of it", fields, register.Key.Concat(register.UniqueActive));
    }

    private void MatterType(MatterType type)
    {
        var owner = $"matter type '{type.Name}'";
        var stages = type.Stages.Select(stage => stage.Name).ToList();
        Distinct(owner, "stage", stages);
        foreach (var move in type.Moves)
        {
            Refers(owner, "touchpoint kind", [move.On]);
            Local(owner, "stage", stages, [move.From, move.To]);
        }

        Distinct(owner, "follow-on", [.. type.FollowOns.Select(next => next.Name)]);
        foreach (var next in type.FollowOns)
        {
            FollowOn($"follow-on '{next.Name}' of {owner}", next, stages);
        }
    }

    private void FollowOn(string owner, FollowOn next, IReadOnlyList<string> stages)
    {
        Refers(owner, "matter type", [next.Type]);
        Local(owner, "stage", stages, Given(next.Stage));
        if (next.Stage.Length == 0 && next.Before.Length == 0)
        {
            problems.Add(new(ErrorCodes.RecordInvalid, registration.Origin.Id, $"The {owner} is opened by nothing.", "State the stage that opens it, or the date it is opened before."));
        }
    }

    private void Scheme(Scheme scheme)
    {
        var owner = $"scheme '{scheme.Name}'";
        Distinct(owner, "segment", [.. scheme.All.Select(segment => segment.Name)]);
        Refers(owner, "measure", scheme is RankScheme rank ? [rank.Measure] : []);
        Local(owner, "segment of it", scheme.All.Select(segment => segment.Name), scheme.Treatments.Keys.Order(StringComparer.Ordinal));
        if (scheme is MatrixScheme matrix)
        {
            Shape(owner, matrix);
        }
    }

    // Which level a cell names is known only together with the cuts of both axes.
    private void Shape(string owner, MatrixScheme matrix)
    {
        var (rows, columns) = (matrix.Rows.Cuts.Count + 1, matrix.Columns.Cuts.Count + 1);
        if (matrix.Cells.Count != rows * columns || matrix.Cells.Any(cell => cell.Row < 0 || cell.Row >= rows || cell.Column < 0 || cell.Column >= columns))
        {
            problems.Add(new(ErrorCodes.RecordInvalid, registration.Origin.Id, $"The {owner} has {rows} by {columns} levels and {matrix.Cells.Count} cells that do not cover them.", "Give one cell for every pair of levels, counted from 0."));
        }

        foreach (var axis in new[] { matrix.Rows, matrix.Columns })
        {
            var cuts = axis.Cuts.Select(cut => cut.Value ?? cut.Quantile!.Value).ToList();
            if (axis.Cuts.Count == 0 || axis.Band < 0 || axis.Cuts.Select(cut => cut.Value is null).Distinct().Count() > 1 || cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second))
            {
                problems.Add(new(ErrorCodes.RecordInvalid, registration.Origin.Id, $"The cuts of '{axis.Title.En}' of the {owner} must ascend, all be values or all be quantiles, and have a band of 0 or more.", "Correct the cuts."));
            }
        }
    }

    private void Policy(Policy policy)
    {
        var owner = $"policy '{policy.Name}'";
        Refers(owner, "touchpoint kind", policy.FulfilledBy);
        switch (policy)
        {
            case CadencePolicy cadence:
                Segments(owner, cadence.Scheme, cadence.EveryDays.Keys.Order(StringComparer.Ordinal));
                break;
            case SegmentPolicy entry:
                Segments(owner, entry.Scheme, [entry.Segment]);
                break;
            case StagePolicy stage:
                Stages(owner, stage.MatterType, [stage.Stage]);
                break;
            case InsightPolicy listed:
                Refers(owner, "insight", [listed.Insight]);
                break;
            case EventPolicy after:
                Refers(owner, "touchpoint kind", after.After);
                Holds(owner, after.Steps.Zip(after.Steps.Skip(1)).All(pair => pair.First.AfterDays < pair.Second.AfterDays), "has steps that do not ascend", "Give the earliest step first, and each day once.");
                break;
            case OccasionPolicy { On: { Name.Length: > 0 } on }:
                var names = YearlyDays.Names(on.Kind);
                Holds(owner, names.Contains(on.Name, StringComparer.Ordinal), $"refers to '{on.Name}', which is no {(on.Kind == YearlyDayKind.Festival ? "festival" : "solar term")}", $"Correct the name: {Nearest.Hint(on.Name, names)}");
                break;
            case DatePolicy date:
                Date(owner, date);
                break;
        }
    }

    private void Segments(string owner, string scheme, IEnumerable<string> segments)
    {
        Refers(owner, "scheme", [scheme]);
        Local(owner, $"segment of scheme '{scheme}'", seen.Scheme(scheme)?.All.Select(segment => segment.Name), segments);
    }

    private void Date(string owner, DatePolicy date)
    {
        Holds(owner, date.Attribute.Length > 0 != date.Kind.Length > 0 && (date.Detail.Length == 0 || date.Kind.Length > 0), "must take its date from an attribute, or from a kind of touchpoint and its detail", "Give 'Attribute' alone, or 'Kind' with or without 'Detail'.");
        Holds(owner, date.DaysBefore == 0 || date.DaysAfter == 0, "is due both before and after its date", "Give days before or days after.");
        Refers(owner, "value", Given(date.Attribute));
        Refers(owner, "touchpoint kind", Given(date.Kind));
        var held = date.Attribute.Length > 0 ? seen.Attribute(date.Attribute)?.Kind : null;
        if (date.Detail.Length > 0 && seen.Kind(date.Kind) is { } kind)
        {
            Local(owner, $"detail of '{date.Kind}'", kind.Details.Select(detail => detail.Name), [date.Detail]);
            held = kind.Details.FirstOrDefault(detail => detail.Name == date.Detail)?.Kind;
        }

        Holds(owner, held is null or ValueKind.Date, $"takes its date from '{date.Attribute}{date.Detail}', which holds no date", "Name one that is registered as a date.");
    }

    private void Holds(string owner, bool holds, string what, string hint)
    {
        if (!holds)
        {
            problems.Add(new(ErrorCodes.RecordInvalid, registration.Origin.Id, $"The {owner} {what}.", hint));
        }
    }

    private void Documents()
    {
        foreach (var letter in registration.Letters)
        {
            Refers($"letter '{letter.Name}'", "policy", Given(letter.Policy));
            Refers($"letter '{letter.Name}'", "insight", letter.Insights);
            Refers($"letter '{letter.Name}'", "register", letter.Registers);
            Stages($"letter '{letter.Name}'", letter.MatterType, letter.Stages);
        }

        foreach (var report in registration.Reports)
        {
            var owner = $"report '{report.Name}'";
            Refers(owner, "scheme", Given(report.Scheme));
            Refers(owner, "measure", Given(report.Measure));
            Refers(owner, "policy", report.Policies);
            Refers(owner, "insight", report.Insights);
            Refers(owner, "register", report.Registers);
            Stages(owner, report.MatterType, []);
        }
    }

    private void Stages(string owner, string type, IReadOnlyList<string> stages)
    {
        Refers(owner, "matter type", Given(type));
        Local(owner, type.Length > 0 ? $"stage of matter type '{type}'" : "stage without a matter type", type.Length > 0 ? seen.MatterType(type)?.Stages.Select(stage => stage.Name) : [], stages);
    }

    private void Refers(string owner, string space, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => !seen.Has(space, name)))
        {
            problems.Add(new(
                ErrorCodes.RegistrationUnknown,
                registration.Origin.Id,
                $"The {owner} refers to the {RegisteredNames.Title(space)} '{name}', which neither the core, nor '{registration.Origin.Id}', nor a plugin it depends on registers.",
                "Correct the name, register it, or declare the dependency on the plugin that does."));
        }
    }

    // An owner that is itself unknown is reported once, by Refers; its parts are then not looked for.
    private void Local(string owner, string what, IEnumerable<string>? known, IEnumerable<string> names)
    {
        foreach (var name in known is null ? [] : names.Except(known, StringComparer.Ordinal))
        {
            problems.Add(new(ErrorCodes.RegistrationUnknown, registration.Origin.Id, $"The {owner} refers to '{name}', which is no {what}.", "Correct the name."));
        }
    }

    private void Distinct(string owner, string what, IReadOnlyList<string> names)
    {
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            problems.Add(new(ErrorCodes.RegistrationDuplicate, registration.Origin.Id, $"The {owner} of '{registration.Origin.Id}' has the {what} '{twice.Key}' twice.", "Rename one of the two."));
        }
    }

    private static IEnumerable<string> Given(string name) => name.Length > 0 ? [name] : [];
}
