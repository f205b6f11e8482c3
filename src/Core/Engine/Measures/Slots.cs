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

    void Fill(ClientFacts facts, DateOnly asOf, ClientValues values);
}

internal sealed class AttributeSlot(int index, AttributeDefinition attribute) : ISlot
{
    public int Index => index;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        foreach (var (name, value) in facts.Attributes)
        {
            if (name == attribute.Name)
            {
                values[index] = AttributeValues.Of(attribute.Kind, value);
                return;
            }
        }

        values[index] = RuleValue.Missing;
    }
}

internal sealed class ClientKindSlot(int index) : ISlot
{
    public int Index => index;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values) => values[index] = RuleValue.Of(facts.Kind == ClientKind.Person ? "person" : "organisation");
}

internal sealed class ExpressionSlot(int index, BoundRule rule) : ISlot
{
    public int Index => index;

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values) => values[index] = rule.Value(values);
}

/// <summary>Calls a plugin's computation. What it throws costs this client the value, not the run.</summary>
internal sealed class ComputedSlot(int index, ComputedMeasure measure, IReadOnlyDictionary<string, int> reads) : ISlot
{
    public int Index => index;

    public PluginGate? Gate { get; } = Computing.GateOf(measure.Computation);

    public void Fill(ClientFacts facts, DateOnly asOf, ClientValues values)
    {
        var input = new MeasureInput(facts.Id, asOf, name => Read(values, name).NumberOrNull(), name => Read(values, name).TextOrNull());
        Computing.Fill(values, index, measure.Name, input, measure.Computation.Compute, Gate);
    }

    private RuleValue Read(ClientValues values, string name) => Computing.Read(values, reads, name, measure.Name);
}
