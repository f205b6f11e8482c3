using Clientele.Plugins;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>The values of one client, by slot. Filled anew for each client of a run.</summary>
internal sealed class ClientValues(int count)
{
    private readonly RuleValue[] _values = new RuleValue[count];
    private readonly RuleMotion[] _motions = new RuleMotion[count];
    private readonly Dictionary<string, IReadOnlyList<Reason>> _notes = new(StringComparer.Ordinal);
    private PluginGate? _inside;
    private bool _isAbandoned;

    public RuleValue this[int slot]
    {
        get => _values[slot];
        set => _values[slot] = value;
    }

    /// <summary>How the value of a slot goes on from day to day, as long as no fact comes or goes.</summary>
    public RuleMotion Motion(int slot) => _motions[slot];

    public void Set(int slot, RuleValue value, RuleMotion motion) => (_values[slot], _motions[slot]) = (value, motion);

    /// <summary>For how many days all of some slots stay as they are.</summary>
    public int Steady(ReadOnlySpan<int> slots)
    {
        var steady = int.MaxValue;
        foreach (var slot in slots)
        {
            steady = Math.Min(steady, _motions[slot].StillSteps);
        }

        return steady;
    }

    /// <summary>The first later day on which facts or attributes that are known already change.</summary>
    public DateOnly NextDay { get; set; }

    /// <summary>Where histories are put in order, one after the other.</summary>
    public MonthlyFacts History { get; } = new();

    /// <summary>The gate of the plugin that is computing a value for this client at this moment.</summary>
    public PluginGate? Inside { get => Volatile.Read(ref _inside); set => Volatile.Write(ref _inside, value); }

    /// <summary>Whether nobody waits for these values any more, because a computation did not come back in time.</summary>
    public bool IsAbandoned { get => Volatile.Read(ref _isAbandoned); set => Volatile.Write(ref _isAbandoned, value); }

    /// <summary>What computations said about their values for this client, by measure.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Reason>> Notes => _notes;

    public void Note(string measure, IReadOnlyList<Reason> reasons) => _notes[measure] = reasons;
}
