namespace Clientele.Templating;

internal sealed class LiteralNode(TextSpan span, Value value) : Node(span)
{
    public Value Value { get; } = value;

    public override Value Evaluate(RenderState state) => Value;
}

internal sealed class ArrayNode(TextSpan span, Node[] items) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        var array = new TemplateArray(items.Length);
        state.ChargeSteps(Span, items.Length + 1);
        foreach (var item in items)
        {
            array.Add(item.Evaluate(state));
        }

        return Value.Of(array);
    }
}

internal sealed class ObjectNode(TextSpan span, (string Name, Node Value)[] members) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        var result = new TemplateObject();
        state.ChargeSteps(Span, members.Length + 1);
        foreach (var (name, value) in members)
        {
            result.Set(name, value.Evaluate(state));
        }

        return Value.OfObject(result);
    }
}

internal sealed class InterpolationNode(TextSpan span, Node[] parts) : Node(span)
{
    public override Value Evaluate(RenderState state)
    {
        var texts = new string[parts.Length];
        long length = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var value = parts[i].Evaluate(state);
            texts[i] = state.IsCompatible ? Interpolated(state, value, parts[i].Span) : state.Text(value, parts[i].Span);
            length += texts[i].Length;
            state.ChargeString(Span, texts[i].Length);
        }

        return Value.Of(string.Concat(texts));
    }

    // Scriban writes what .NET's own ToString gives.
    private static string Interpolated(RenderState state, Value value, TextSpan span) => value.Kind switch
    {
        ValueKind.Bool => value.Bool ? "True" : "False",
        ValueKind.Array => "Scriban.Runtime.ScriptArray",
        ValueKind.Range => "Scriban.Runtime.ScriptRange",
        _ => state.Text(value, span),
    };
}
