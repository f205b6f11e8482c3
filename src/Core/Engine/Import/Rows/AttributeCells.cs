using System.Globalization;

namespace Clientele.Import;

/// <summary>Reads the attributes of a client or a contact from a row, each in the form its definition says.</summary>
internal sealed class AttributeCells
{
    private readonly IReadOnlyList<(string Name, ValueReader Value)> _attributes;
    private readonly ValueReader? _from;
    private readonly TypedCells _cells;
    private readonly IReadOnlyDictionary<string, AttributeDefinition>? _known;

    /// <param name="attributes">The mapped attributes.</param>
    /// <param name="from">The day from which they hold.</param>
    /// <param name="binder">Finds their columns.</param>
    /// <param name="cells">Reads their cells.</param>
    /// <param name="known">The registered attributes; <see langword="null"/> to take values as they are.</param>
    /// <param name="whose">Whose they are, for the problem of one that nobody registered.</param>
    public AttributeCells(IReadOnlyDictionary<string, MappedValue> attributes, MappedValue? from, ValueBinder binder, TypedCells cells, IReadOnlyDictionary<string, AttributeDefinition>? known, string whose)
    {
        _attributes = binder.Bind(attributes);
        _from = binder.Optional(from);
        _cells = cells;
        _known = known;
        foreach (var (name, value) in attributes.Where(pair => known?.ContainsKey(pair.Key) == false))
        {
            binder.Problem(value.Line, $"No plugin registers the attribute '{name}'{whose}; {Nearest.Hint(name, [.. known!.Keys])}");
        }
    }

    /// <summary>The values of a row that are not blank.</summary>
    /// <param name="row">The row.</param>
    /// <param name="clientIsMade">Whether the row makes its client, whose first day then does where no other is given.</param>
    public IReadOnlyList<DatedValue> Read(SourceRow row, bool clientIsMade)
    {
        if (_attributes.Count == 0)
        {
            return [];
        }

        DateOnly? from = _from is null && clientIsMade ? null : _cells.RequiredDay(_from, row);
        return [.. _attributes.Select(pair => new DatedValue(pair.Name, Value(pair.Name, pair.Value, row), from)).Where(value => value.Value.Length > 0)];
    }

    private string Value(string name, ValueReader value, SourceRow row) => _known?.GetValueOrDefault(name) switch
    {
        null => value.Text(row),
        { Kind: ValueKind.Choice } choice => Choice(choice, value, row),
        { Kind: ValueKind.Number } number => Within(number, _cells.Invariant(ValueKind.Number, value, row), value),
        var other => _cells.Invariant(other.Kind, value, row),
    };

    private static string Within(AttributeDefinition definition, string number, ValueReader value) =>
        number.Length > 0 && decimal.Parse(number, CultureInfo.InvariantCulture) is var read && (read < definition.Least || read > definition.Most)
            ? throw new RowRejectedException(Because.OutsideRange(number, definition, value.Place))
            : number;

    private static string Choice(AttributeDefinition definition, ValueReader value, SourceRow row)
    {
        var text = value.Text(row);
        var key = CellText.Key(text);
        var choice = definition.Choices.FirstOrDefault(choice => CellText.Key(choice.Value) == key || CellText.Key(choice.Title.En) == key || CellText.Key(choice.Title.Zh) == key);
        return text.Length == 0 ? ""
            : choice?.Value ?? throw new RowRejectedException(Because.NotOneOf(text, definition.Title, definition.Choices.Select(choice => choice.Value), value.Place));
    }
}
