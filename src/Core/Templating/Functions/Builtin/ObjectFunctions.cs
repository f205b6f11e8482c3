namespace Clientele.Templating;

/// <summary>The module <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static BuiltinModule Module() => new ModuleBuilder("object")
        .Add("default", "value:o default:o", static (in Call call, ReadOnlySpan<Value> a) =>
            a[0].IsNull || (a[0].IsText && call.State.Text(a[0], call.Span).Length == 0) ? a[1] : a[0])
        .Add("eval", "value:o", static (in Call call, ReadOnlySpan<Value> a) => Evaluation.Expression(call, a[0]), isPure: false)
        .Add("eval_template", "value:o", static (in Call call, ReadOnlySpan<Value> a) => Evaluation.Template(call, a[0]), isPure: false)
        .Add("format", "value:o format:s culture:s?", static (in Call call, ReadOnlySpan<Value> a) => Formatting.Format(call, a, numbersOnly: false))
        .Add("from_json", "json:s", static (in Call call, ReadOnlySpan<Value> a) => JsonText.Read(call, a[0]))
        .Add("to_json", "value:o", static (in Call call, ReadOnlySpan<Value> a) => call.Grown(JsonText.Write(call, a[0])))
        .Add("has_key", "value:m key:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(!a[0].IsNull && !a[1].IsNull && call.State.TryMember(a[0], a[1].Text, call.Span, out _)))
        .Add("has_value", "value:m key:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(!a[0].IsNull && !a[1].IsNull && call.State.TryMember(a[0], a[1].Text, call.Span, out var value) && !value.IsNull))
        .Add("keys", "value:o", Keys)
        .Add("values", "value:o", Values)
        .Add("size", "value:o", Size)
        .Add("kind", "value:o", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(Kind(a[0])))
        .Add("typeof", "value:o", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(TypeOf(a[0])))
        .Build();

    private static Value Keys(in Call call, ReadOnlySpan<Value> a)
    {
        var result = new TemplateArray();
        if (a[0].IsList || a[0].Kind is ValueKind.String or ValueKind.Safe)
        {
            result.Add(Value.Of("size"));
        }
        else if (a[0].Kind == ValueKind.Object)
        {
            foreach (var name in call.State.Rounds(call.State.MemberNames(a[0], call.Span), call.Span))
            {
                result.Add(Value.Of(name));
            }
        }

        return Value.Of(result);
    }

    private static Value Values(in Call call, ReadOnlySpan<Value> a)
    {
        var result = new TemplateArray();
        if (a[0].IsList || a[0].Kind is ValueKind.String or ValueKind.Safe)
        {
            result.Add(Size(call, a));
        }
        else if (a[0].Kind == ValueKind.Object)
        {
            foreach (var name in call.State.Rounds(call.State.MemberNames(a[0], call.Span), call.Span))
            {
                result.Add(call.State.Member(a[0], name, call.Span));
            }
        }

        return Value.Of(result);
    }

    private static Value Size(in Call call, ReadOnlySpan<Value> a) => Value.Of(a[0].Kind switch
    {
        ValueKind.String or ValueKind.Safe => a[0].Text.Length,
        ValueKind.Array or ValueKind.Range => Count(call, a[0]),
        ValueKind.Object => call.State.MemberCount(a[0], call.Span),
        _ => 0,
    });

    private static int Count(in Call call, in Value list) =>
        !list.List.IsLazy && list.List.Count >= 0 ? list.List.Count : call.Items(list).Count();

    private static string? TypeOf(in Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Bool => "boolean",
        ValueKind.String or ValueKind.Safe => "string",
        ValueKind.Array => "array",
        ValueKind.Range => "iterator",
        _ when value.IsNumber => "number",
        _ => "object",
    };

    private static string? Kind(in Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Bool => "bool",
        ValueKind.Int => "int",
        ValueKind.Long => "long",
        ValueKind.BigInteger => "bigint",
        ValueKind.Float => "float",
        ValueKind.Double => "double",
        ValueKind.Decimal => "decimal",
        ValueKind.Char => "char",
        ValueKind.String or ValueKind.Safe => "string",
        ValueKind.Array => "array",
        ValueKind.Range => "range",
        ValueKind.Function => "function",
        ValueKind.Date => "DateTime",
        ValueKind.TimeSpan => "TimeSpan",
        ValueKind.Opaque => value.Reference is Enum ? "enum" : value.Reference!.GetType().Name,
        _ => "object",
    };
}
