using Clientele.Care;
using Clientele.Plugins;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>
/// The measures and attributes that a run needs, compiled in the order in which they depend on each other: every name has a slot,
/// and one pass over a client's facts fills all slots.
/// </summary>
/// <remarks>Immutable after building; values live in a <see cref="ClientValues"/> of the run.</remarks>
internal sealed class MeasurePlan
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<ISlot> _order = [];
    private readonly Catalogue _catalogue;
    private readonly TemplateEngine _engine;

    public MeasurePlan(Catalogue catalogue, TemplateEngine engine)
    {
        _catalogue = catalogue;
        _engine = engine;
    }

    public int SlotCount => _slots.Count;

    /// <summary>The gates of the plugins that compute some of the values.</summary>
    public IReadOnlyList<PluginGate> Gates => [.. _order.Select(slot => slot.Gate).OfType<PluginGate>().Distinct()];

    public IReadOnlyCollection<string> Names => _slots.Keys;

    /// <summary>The windows of the measures in the plan: the days at which they begin to look.</summary>
    public IReadOnlyList<DateOnly> WindowStarts(DateOnly asOf) =>
        [.. _order.OfType<FactSlot>().Select(slot => slot.Window.FirstDay(asOf)).Where(day => day > DateOnly.MinValue).Distinct()];

    /// <summary>What the plan reads of the facts, as of a day.</summary>
    public FactQuery Query(DateOnly asOf)
    {
        var always = _order.OfType<HistorySlot>().SelectMany(slot => slot.Singly).ToHashSet(StringComparer.Ordinal);
        var since = _order.OfType<FactSlot>().SelectMany(slot => slot.Singly.Select(kind => (Kind: kind, Day: slot.Window.FirstDay(asOf)))).Where(read => !always.Contains(read.Kind))
            .GroupBy(read => read.Kind, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Min(read => read.Day), StringComparer.Ordinal);
        return new(asOf, WindowStarts(asOf))
        {
            Singly = [.. always, .. since.Keys],
            SinglyFrom = since,
            People = _order.OfType<HistorySlot>().Any(slot => slot.ReadsPeople),
        };
    }

    /// <summary>Everything that decides a value, as one text.</summary>
    public string Definition => string.Join('\n', _order.Select(slot => slot.Definition));

    /// <summary>The slot of a measure or attribute, planning it and what it reads on first request.</summary>
    public int Slot(string name) => Slot(name, []);

    /// <summary>A rule whose names are bound to slots.</summary>
    public BoundRule Rule(string text, string name)
    {
        var rule = _engine.CompileRule(text, name);
        return new BoundRule(rule, [.. rule.Names.Select(Slot)]);
    }

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        values.NextDay = facts.NextDay;
        foreach (var slot in _order)
        {
            slot.Fill(facts, asOf, values);
            if (values.IsAbandoned)
            {
                // Somebody else went on with the facts while a computation did not come back.
                return;
            }
        }
    }

    private int Slot(string name, IReadOnlyList<string> readers)
    {
        if (_slots.TryGetValue(name, out var known))
        {
            return known;
        }

        if (readers.Contains(name))
        {
            throw new ClienteleException(ErrorCodes.ExpressionInvalid, $"The measure '{name}' reads itself: {string.Join(" → ", [.. readers, name])}.");
        }

        var slot = Plan(name, [.. readers, name]);
        _slots.Add(name, slot.Index);
        _order.Add(slot);
        return slot.Index;
    }

    private ISlot Plan(string name, IReadOnlyList<string> readers)
    {
        if (_catalogue.Attributes.TryGetValue(name, out var attribute))
        {
            return new AttributeSlot(_slots.Count, attribute);
        }

        switch (_catalogue.Measures.GetValueOrDefault(name))
        {
            case FactMeasure fact:
                return new FactSlot(_slots.Count, fact, _catalogue);
            case ExpressionMeasure expression:
                var rule = _engine.CompileRule(expression.Expression, name);
                var bound = new BoundRule(rule, [.. rule.Names.Select(read => Slot(read, readers))]);
                return new ExpressionSlot(_slots.Count, name, bound);
            case ComputedMeasure computed:
                var reads = computed.Reads.ToDictionary(read => read, read => Slot(read, readers), StringComparer.Ordinal);
                return new ComputedSlot(_slots.Count, computed, reads);
            case HistoryMeasure history:
                var besides = history.Reads.ToDictionary(read => read, read => Slot(read, readers), StringComparer.Ordinal);
                return new HistorySlot(_slots.Count, history, _catalogue.KindsOf(history.Kinds, history.Roles), besides, new PeopleReading(_catalogue, history.ContactReads, name));
            default:
                return name switch
                {
                    "client.kind" => new ClientKindSlot(_slots.Count),
                    _ when name.StartsWith(SegmentSlot.Prefix, StringComparison.Ordinal) => new SegmentSlot(_slots.Count),
                    _ => throw new ClienteleException(ErrorCodes.ExpressionInvalid, $"'{name}' is neither a measure nor an attribute that anybody registered{Nearest(name)}."),
                };
        }
    }

    private string Nearest(string name)
    {
        var near = _catalogue.Measures.Keys.Concat(_catalogue.Attributes.Keys).Where(known => known.Split('.')[^1] == name.Split('.')[^1] || known.StartsWith(name, StringComparison.Ordinal)).Take(3).ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}";
    }
}
