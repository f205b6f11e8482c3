namespace Clientele.Templating;

/// <summary>Arrays with something added or removed. None changes the array it is given.</summary>
internal static class ArrayEdits
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("add", "list:e value:o", static (in Call call, ReadOnlySpan<Value> a) =>
        {
            var result = Copy(call, a[0]);
            result.Add(a[1]);
            return Value.Of(result);
        })
        .Add("add_range", "list1:e list2:e", static (in Call call, ReadOnlySpan<Value> a) =>
        {
            var result = Copy(call, a[0]);
            if (!a[1].IsNull)
            {
                call.State.AddAll(result, a[1].List, call.Span);
            }

            return Value.Of(result);
        })
        .Add("insert_at", "list:e index:i value:o", InsertAt)
        .Add("remove_at", "list:l index:i", RemoveAt);

    private static TemplateArray Copy(in Call call, in Value list) =>
        list.IsNull ? new TemplateArray() : call.State.ToArray(list.List, call.Span, 1);

    private static Value InsertAt(in Call call, ReadOnlySpan<Value> a)
    {
        var result = Copy(call, a[0]);
        var index = a[1].Int < 0 ? Math.Max(0, result.Count + a[1].Int) : a[1].Int;
        call.State.ChargeItems(call.Span, index + 1L);
        call.State.ChargeSteps(call.Span, Math.Max(0, index - result.Count));
        while (result.Count < index)
        {
            result.Add(Value.Null);
        }

        result.Insert(index, a[2]);
        return Value.Of(result);
    }

    private static Value RemoveAt(in Call call, ReadOnlySpan<Value> a)
    {
        var result = Copy(call, a[0]);
        var index = a[1].Int < 0 ? result.Count + a[1].Int : a[1].Int;
        if (index >= 0 && index < result.Count)
        {
            result.RemoveAt(index);
        }

        return Value.Of(result);
    }
}
