using Clientele.Measures;
using Clientele.Templating;

namespace Clientele.Segments;

/// <summary>Finds the smallest change of a single value that leads a client elsewhere: it tries the turning points of the rules, nearest first, and keeps what keeps its promise.</summary>
internal sealed class Counterfactual(Catalogue catalogue, SchemePlan scheme, ClientValues values, Func<ClientValues, string?> decide)
{
    private const decimal NothingToMeasureBy = 1;

    /// <param name="rules">The rules whose values may change.</param>
    /// <param name="also">Further turning points of a slot, as a ranking has them, by the step of its values.</param>
    /// <param name="wanted">Where the change must lead.</param>
    public IReadOnlyList<SegmentChange> Find(IReadOnlyList<BoundRule> rules, IReadOnlyDictionary<string, (int Slot, Func<decimal, IEnumerable<decimal>> At)> also, Func<string?, bool> wanted)
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            for (var index = 0; index < rule.Names.Count; index++)
            {
                slots[rule.Names[index]] = rule.Slots[index];
            }
        }

        foreach (var (name, extra) in also)
        {
            slots[name] = extra.Slot;
        }

        var changes = new List<SegmentChange>();
        foreach (var (name, slot) in slots.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var points = rules.SelectMany(rule => rule.TurningPoints(slot, values)).ToList();
            points.AddRange(also.TryGetValue(name, out var extra) ? extra.At(Step(name)).Select(RuleValue.Of) : []);
            if (Nearest(name, slot, points, wanted) is { } change)
            {
                changes.Add(change);
            }
        }

        return [.. changes.OrderBy(change => change.Size).ThenBy(change => change.Name, StringComparer.Ordinal)];
    }

    private SegmentChange? Nearest(string name, int slot, List<RuleValue> points, Func<string?, bool> wanted)
    {
        var from = values[slot];
        try
        {
            foreach (var to in Candidates(name, from, points).Where(to => to != from).Distinct().OrderBy(to => Distance(from, to)).ThenBy(to => to.ToString(), StringComparer.Ordinal))
            {
                values[slot] = to;
                if (Decide() is var segment && wanted(segment))
                {
                    return new SegmentChange(name, Title(name), from, to, segment is null ? null : scheme.Scheme.All.First(known => known.Name == segment), Size(from, to));
                }
            }

            return null;
        }
        finally
        {
            values[slot] = from;
        }
    }

    // A value of another kind than the rule expects is no change to propose.
    private string? Decide()
    {
        try
        {
            return decide(values);
        }
        catch (TemplateException)
        {
            return "";
        }
    }

    private IEnumerable<RuleValue> Candidates(string name, RuleValue from, List<RuleValue> points)
    {
        if (catalogue.Attributes.TryGetValue(name, out var attribute) && attribute.Kind is not ValueKind.Number)
        {
            return attribute.Kind switch
            {
                ValueKind.Boolean => [RuleValue.Of(true), RuleValue.Of(false)],
                ValueKind.Date => points.SelectMany(Days),
                ValueKind.Choice => attribute.Choices.Select(choice => RuleValue.Of(choice.Value)),
                _ => points.Where(point => point.Kind == RuleValueKind.Text).Append(RuleValue.Of(Other(points))),
            };
        }

        if (name == "client.kind")
        {
            return [RuleValue.Of("organisation"), RuleValue.Of("person")];
        }

        var step = Step(name);
        var isCount = step == 1;
        return points.Where(point => point.Kind == RuleValueKind.Number).SelectMany(point => Steps(point.Number, step)).Where(number => !isCount || number >= 0 || from.Number < 0).Select(RuleValue.Of);
    }

    private static IEnumerable<RuleValue> Days(RuleValue point)
    {
        var day = point.Kind == RuleValueKind.Date ? point.Date : DateOnly.TryParse(point.Text, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : (DateOnly?)null;
        return day is { } known && known > DateOnly.MinValue && known < DateOnly.MaxValue ? [RuleValue.Of(known.AddDays(-1)), RuleValue.Of(known), RuleValue.Of(known.AddDays(1))] : [];
    }

    private static IEnumerable<decimal> Steps(decimal point, decimal step)
    {
        if (Math.Abs(point) > 1_000_000_000_000_000_000m)
        {
            return [];
        }

        var (down, up) = (decimal.Floor(point / step) * step, decimal.Ceiling(point / step) * step);
        return [down - step, down, up, up + step];
    }

    private decimal Step(string name) => catalogue.Measures.GetValueOrDefault(name)?.Unit switch
    {
        MeasureUnit.Count or MeasureUnit.Days => 1m,
        MeasureUnit.Money => 0.01m,
        _ => 0.0001m,
    };

    private static string Other(List<RuleValue> points)
    {
        var other = "other";
        while (points.Exists(point => point.Text == other))
        {
            other += "_";
        }

        return other;
    }

    private static decimal Distance(RuleValue from, RuleValue to) => to.Kind switch
    {
        RuleValueKind.Number => Math.Abs(to.Number - from.Number),
        RuleValueKind.Date when from.Kind == RuleValueKind.Date => Math.Abs(to.Date.DayNumber - from.Date.DayNumber),
        _ => NothingToMeasureBy,
    };

    private static decimal Size(RuleValue from, RuleValue to)
    {
        var larger = Math.Max(Math.Abs(from.Number), Math.Abs(to.Number));
        return from.Kind == RuleValueKind.Number && larger > 0 ? Math.Abs(to.Number - from.Number) / larger : NothingToMeasureBy;
    }

    private LocalizedText Title(string name) =>
        catalogue.Measures.TryGetValue(name, out var measure) ? measure.Title
        : catalogue.Attributes.TryGetValue(name, out var attribute) ? attribute.Title
        : LocalizedText.Same(name);
}
