namespace Clientele.Templating;

/// <summary>Questions about lists.</summary>
internal static class ArrayQueries
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("first", "list:e", First)
        .Add("last", "list:e", Last)
        .Add("size", "list:e", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(Size(call, a[0])))
        .Add("contains", "list:e item:o", Contains)
        .Add("any", "list:e function:o args:o*", Any, isPure: false)
        .Add("join", "list:e delimiter:s function:o?", Join, isPure: false)
        .Add("cycle", "list:l group:o?", Cycle, isPure: false);

    private static int Size(in Call call, in Value list) =>
        list.IsNull ? 0 : list.List.Count >= 0 && !list.List.IsLazy ? list.List.Count : call.Items(list).Count();

    private static Value First(in Call call, ReadOnlySpan<Value> a)
    {
        if (!a[0].IsNull)
        {
            foreach (var item in call.Items(a[0]))
            {
                return item;
            }
        }

        return Value.Null;
    }

    private static Value Last(in Call call, ReadOnlySpan<Value> a)
    {
        if (!a[0].IsNull && a[0].List is { IsLazy: false, Count: >= 0 and var count } list)
        {
            return count == 0 ? Value.Null : list[count - 1];
        }

        return a[0].IsNull ? Value.Null : call.Items(a[0]).LastOrDefault();
    }

    private static Value Contains(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.False;
        }

        foreach (var item in call.Items(a[0]))
        {
            if (Equality.Same(call.State, item, a[1]))
            {
                return Value.True;
            }
        }

        return Value.False;
    }

    private static Value Any(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.False;
        }

        var function = call.FunctionArgument(a[1], 1);
        var arguments = new Value[a.Length - 1];
        a[2..].CopyTo(arguments.AsSpan(1));
        foreach (var item in call.Items(a[0]))
        {
            arguments[0] = item;
            if (function.Invoke(call.State, call.Site, arguments, null, null).IsTrue)
            {
                return Value.True;
            }
        }

        return Value.False;
    }

    private static Value Join(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.Of("");
        }

        var function = a[2].IsNull ? null : call.FunctionArgument(a[2], 2);
        var text = new System.Text.StringBuilder();
        var isFirst = true;
        foreach (var item in call.Items(a[0]))
        {
            text.Append(isFirst ? "" : a[1].Or());
            isFirst = false;
            var shown = function is null ? item : function.Invoke(call.State, call.Site, [Value.Of(call.State.Text(item, call.Span))], null, null);
            text.Append(call.State.Text(shown, call.Span));
            call.State.CheckScribanLength(call.Span, text.Length);
            if (text.Length > call.State.Limits.StringChars)
            {
                call.State.ChargeString(call.Span, text.Length);
            }
        }

        return call.Text(text.ToString());
    }

    private static Value Cycle(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.Null;
        }

        var items = call.State.ToArray(a[0].List, call.Span);
        var group = a[1].IsNull ? string.Join(',', items.AsSpan().ToArray().Select(Conversions.ToText)) : Conversions.ToText(a[1]);
        return items.Count == 0 ? Value.Null : items[call.State.NextInCycle(group, items.Count)];
    }

    /// <summary>An argument that has to be a function.</summary>
    public static Function FunctionArgument(this in Call call, in Value value, int index) => value.Kind == ValueKind.Function
        ? value.Function
        : throw call.State.Fail(call.Site.Argument(index), $"Expected a function, not {KindName.Of(value)}.", TemplateErrorCode.Conversion);
}
