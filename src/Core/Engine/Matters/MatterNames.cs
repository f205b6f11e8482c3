using System.Globalization;
using Clientele.Storage.Projection;
using Clientele.Templating;

namespace Clientele.Matters;

/// <summary>A name that the requirements of a matter type's moves may read.</summary>
/// <param name="Kind">What it holds, for checking.</param>
/// <param name="Read">Reads it from a matter's history.</param>
internal sealed record MatterName(RuleName Kind, Func<MatterHistory, RuleValue> Read);

/// <summary>The names that <see cref="Requirement"/> lists, for one matter type. Checking and judging use the same, so what passes the check can be read.</summary>
internal sealed class MatterNames
{
    private readonly Dictionary<string, MatterName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TouchpointKind> _kinds;
    private readonly Dictionary<string, MatterType> _types;

    private MatterNames(IEnumerable<TouchpointKind> kinds, IEnumerable<MatterType> types)
    {
        _kinds = kinds.DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        _types = types.DistinctBy(type => type.Name).ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>The names.</summary>
    /// <param name="type">The type whose moves require something.</param>
    /// <param name="kinds">The kinds of touchpoint it may know.</param>
    /// <param name="types">The matter types it may know.</param>
    public static IReadOnlyDictionary<string, MatterName> Of(MatterType type, IEnumerable<TouchpointKind> kinds, IEnumerable<MatterType> types)
    {
        var names = new MatterNames(kinds, types);
        names.AddMatter();
        names.AddFacts("", _ => DateOnly.MinValue);
        foreach (var stage in type.Stages.Select(stage => stage.Name).Distinct(StringComparer.Ordinal))
        {
            names.Add($"stage.{stage}", RuleValueKind.Date, history => Entered(history, stage) is { } day ? RuleValue.Of(day) : RuleValue.Missing);
            names.AddFacts($"after.{stage}.", history => Entered(history, stage));
        }

        names.AddLinked();
        return names._names;
    }

    private void AddMatter()
    {
        Add("move.on", RuleValueKind.Date, history => RuleValue.Of(history.On));
        Add("matter.opened_on", RuleValueKind.Date, history => RuleValue.Of(history.Matter.OpenedOn));
        Add("matter.days_open", RuleValueKind.Number, history => RuleValue.Of(history.On.DayNumber - history.Matter.OpenedOn.DayNumber));
        Add("matter.amount", RuleValueKind.Number, history => RuleValue.Of(history.Facts.Where(IsSale).Sum(fact => fact.Amount ?? 0)));
        Add("matter.open_linked", RuleValueKind.Number, history => RuleValue.Of(history.Linked.Count(linked => IsOpen(linked, history.On))));
    }

    private void AddFacts(string prefix, Func<MatterHistory, DateOnly?> since)
    {
        foreach (var kind in _kinds.Keys)
        {
            Add($"{prefix}count.{kind}", RuleValueKind.Number, history => RuleValue.Of(Since(history, since(history)).Count(fact => fact.Kind == kind)));
            if (prefix.Length == 0)
            {
                Add($"last.{kind}", RuleValueKind.Date, history => history.Facts.LastOrDefault(fact => fact.Kind == kind) is { } last ? RuleValue.Of(last.OccurredOn) : RuleValue.Missing);
            }
        }

        foreach (var fields in _kinds.Values.SelectMany(kind => kind.Details).GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            var kinds = fields.Select(field => Kind(field.Kind)).Distinct().ToList();
            Add($"{prefix}detail.{fields.Key}", kinds.Count == 1 ? kinds[0] : RuleValueKind.Missing, history => Detail(Since(history, since(history)), fields.Key));
        }
    }

    private void AddLinked()
    {
        foreach (var type in _types.Values)
        {
            Add($"linked.{type.Name}", RuleValueKind.Number, history => Count(history, type, (linked, on) => linked.StageOn(on) is not null));
            Add($"open_linked.{type.Name}", RuleValueKind.Number, history => Count(history, type, IsOpen));
            foreach (var stage in type.Stages.Select(stage => stage.Name).Distinct(StringComparer.Ordinal))
            {
                Add($"linked.{type.Name}.{stage}", RuleValueKind.Number, history => Count(history, type, (linked, on) => linked.StageOn(on) == stage));
            }
        }
    }

    private void Add(string name, RuleValueKind kind, Func<MatterHistory, RuleValue> read) => _names.TryAdd(name, new(new(kind), read));

    private static RuleValue Count(MatterHistory history, MatterType type, Func<LinkedMatter, DateOnly, bool> counts) =>
        RuleValue.Of(history.Linked.Count(linked => linked.Matter.Type == type.Name && counts(linked, history.On)));

    // A matter whose type is unknown now is taken as open: nobody can say that it is over.
    private bool IsOpen(LinkedMatter linked, DateOnly on) =>
        linked.StageOn(on) is { } name && _types.GetValueOrDefault(linked.Matter.Type)?.Stages.FirstOrDefault(stage => stage.Name == name)?.Final != true;

    private bool IsSale(MatterFact fact) => _kinds.TryGetValue(fact.Kind, out var kind) && kind.Roles.HasFlag(TouchpointRoles.Sale);

    private static DateOnly? Entered(MatterHistory history, string stage) => history.Stages.LastOrDefault(entered => entered.Stage == stage)?.From;

    private static IEnumerable<MatterFact> Since(MatterHistory history, DateOnly? day) => day is { } first ? history.Facts.Where(fact => fact.OccurredOn >= first) : [];

    private RuleValue Detail(IEnumerable<MatterFact> facts, string name)
    {
        var fact = facts.LastOrDefault(fact => fact.Details.TryGetValue(name, out var value) && value.Length > 0);
        return fact is null ? RuleValue.Missing : Value(_kinds.GetValueOrDefault(fact.Kind)?.Details.FirstOrDefault(field => field.Name == name)?.Kind ?? ValueKind.Text, fact.Details[name]);
    }

    private static RuleValueKind Kind(ValueKind kind) => kind switch
    {
        ValueKind.Number => RuleValueKind.Number,
        ValueKind.Date => RuleValueKind.Date,
        ValueKind.Boolean => RuleValueKind.Flag,
        _ => RuleValueKind.Text,
    };

    private static RuleValue Value(ValueKind kind, string text) => kind switch
    {
        ValueKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? RuleValue.Of(number) : RuleValue.Missing,
        ValueKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? RuleValue.Of(day) : RuleValue.Missing,
        ValueKind.Boolean => RuleValue.Of(text == "true"),
        _ => RuleValue.Of(text),
    };
}
