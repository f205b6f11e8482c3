using Clientele.Plugins;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Calls a history computation. What it throws costs this client the value, not the run.</summary>
internal sealed class HistorySlot(int index, HistoryMeasure measure, HashSet<string> kinds, IReadOnlyDictionary<string, int> reads, PeopleReading people) : ISlot
{
    private readonly int[] _reads = [.. reads.Values];

    public int Index => index;

    public PluginGate? Gate { get; } = Computing.GateOf(measure.Computation);

    public string Definition => $"{measure.Name}: {Computing.Definition(measure.Computation)} of {string.Join(", ", kinds.Order(StringComparer.Ordinal))}{(measure.Singly ? " singly" : "")}; {string.Join(", ", measure.Reads)}; {string.Join(", ", measure.ContactReads)}";

    public IEnumerable<string> Singly => measure.Singly ? kinds : [];

    public bool ReadsPeople => people.Any;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        var history = values.History.Of(facts, kinds, asOf, measure.Singly);
        var input = new HistoryInput(facts.Id, asOf, history, name => Read(values, name).NumberOrNull(), name => Read(values, name).TextOrNull()) { Contacts = people.Of(facts) };
        Computing.Fill(values, index, measure.Name, asOf, _reads, input, measure.Computation.Compute, Gate);
    }

    private RuleValue Read(ClientValues values, string name) => Computing.Read(values, reads, name, measure.Name);
}
