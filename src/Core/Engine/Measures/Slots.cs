using Clientele.Plugins;
using Clientele.Storage.Reading;
using Clientele.Templating;

namespace Clientele.Measures;

/// <summary>Fills one slot of a client's values.</summary>
internal interface ISlot
{
    int Index { get; }

    /// <summary>The gate of the plugin that computes the value, where one does.</summary>
    PluginGate? Gate => null;

    /// <summary>What decides the value, so that another definition is told from this one.</summary>
    string Definition { get; }

    void Fill(ClientFacts facts, DateOnly asOf, ClientValues values);
}

internal sealed class AttributeSlot(int index, AttributeDefinition attribute) : ISlot
{
    public int Index => index;

    public string Definition => $"{attribute.Name}: {attribute.Kind}";

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        foreach (var (name, value) in facts.Attributes)
        {
            if (name == attribute.Name)
            {
                values.Set(index, AttributeValues.Of(attribute.Kind, value), RuleMotion.Still);
                return;
            }
        }

        values.Set(index, RuleValue.Missing, RuleMotion.Still);
    }
}

internal sealed class ClientKindSlot(int index) : ISlot
{
    public int Index => index;

    public string Definition => "client.kind";

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values) => values.Set(index, RuleValue.Of(facts.Kind == ClientKind.Person ? "person" : "organisation"), RuleMotion.Still);
}

internal sealed class ExpressionSlot(int index, string name, BoundRule rule) : ISlot
{
    public int Index => index;

    public string Definition => $"{name} = {rule.Text}";

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values) => values.Set(index, rule.Value(values), rule.Motion(values));
}

/// <summary>Calls a plugin's computation. What it throws costs this client the value, not the run.</summary>
internal sealed class ComputedSlot(int index, ComputedMeasure measure, IReadOnlyDictionary<string, int> reads) : ISlot
{
    private readonly int[] _reads = [.. reads.Values];

    public int Index => index;

    public PluginGate? Gate { get; } = Computing.GateOf(measure.Computation);

    public string Definition => $"{measure.Name}: {Computing.Definition(measure.Computation)} of {string.Join(", ", measure.Reads)}";

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        var input = new MeasureInput(facts.Id, asOf, name => Read(values, name).NumberOrNull(), name => Read(values, name).TextOrNull());
        Computing.Fill(values, index, measure.Name, asOf, _reads, input, measure.Computation.Compute, Gate);
    }

    private RuleValue Read(ClientValues values, string name) => Computing.Read(values, reads, name, measure.Name);
}
