using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>The values of one client, by slot. Filled anew for each client of a run.</summary>
internal sealed class ClientValues(int count)
{
    private readonly RuleValue[] _values = new RuleValue[count];
    private readonly Dictionary<string, IReadOnlyList<Reason>> _notes = new(StringComparer.Ordinal);

    public RuleValue this[int slot]
    {
        get => _values[slot];
        set => _values[slot] = value;
    }

    /// <summary>Where histories are put in order, one after the other.</summary>
    public MonthlyFacts History { get; } = new();

    /// <summary>What computations said about their values for this client, by measure.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Reason>> Notes => _notes;

    public void Note(string measure, IReadOnlyList<Reason> reasons) => _notes[measure] = reasons;
}
