namespace Clientele.Templating;

/// <summary>Lists made from lists, computed when they are gone through.</summary>
internal static class ArraySequences
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("compact", "list:e", static (in Call call, ReadOnlySpan<Value> a) => Lazy(call, a[0], static items => items.Where(static item => !item.IsNull)))
        .Add("reverse", "list:e", Reverse)
        .Add("uniq", "list:e", Uniq)
        .Add("limit", "list:e count:i", Limit)
        .Add("offset", "list:e index:i", Offset)
        .Add("concat", "list1:e list2:e", Concat)
        .Add("map", "list:o member:s", Map)
        .Add("each", "list:e function:o", Each, isPure: false)
        .Add("filter", "list:e function:o", Filter, isPure: false);

    private static Value Lazy(in Call call, in Value list, Func<IEnumerable<Value>, IEnumerable<Value>> change)
    {
        if (list.IsNull)
        {
            return Value.Null;
        }

        var span = call.Span;
        var items = call.State.Settled(list.List, span);
        return LazySequence.Over(items, state => change(state.Items(items, span)).GetEnumerator());
    }

    private static Value Reverse(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return LazySequence.None;
        }

        var span = call.Span;
        var list = call.State.Settled(a[0].List, span);
        return LazySequence.Over(list, state =>
        {
            var items = state.ToArray(list, span);
            return Enumerable.Range(1, items.Count).Select(i => items[items.Count - i]).GetEnumerator();
        });
    }

    private static Value Uniq(in Call call, ReadOnlySpan<Value> a)
    {
        var comparer = new ValueComparer(call.State);
        return Lazy(call, a[0], items => items.Distinct(comparer));
    }

    private static Value Limit(in Call call, ReadOnlySpan<Value> a)
    {
        var count = a[1].Int;
        return Lazy(call, a[0], items => items.Take(count));
    }

    private static Value Offset(in Call call, ReadOnlySpan<Value> a)
    {
        var count = a[1].Int;
        return Lazy(call, a[0], items => items.Skip(count));
    }

    private static Value Concat(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || a[1].IsNull)
        {
            return a[0].IsNull ? a[1] : a[0];
        }

        var (span, state) = (call.Span, call.State);
        var second = a[1].List.IsLazy ? state.ToArray(a[1].List, span) : a[1].List;
        return Lazy(call, a[0], items => items.Concat(state.Items(second, span)));
    }

    private static Value Map(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull || a[1].IsNull)
        {
            return LazySequence.None;
        }

        var (member, span) = (a[1].Text, call.Span);
        var list = call.State.Settled(call.ListOf(a[0]), span);
        return LazySequence.Over(list, state => Members(state, list, member, span).GetEnumerator());
    }

    /// <summary>What a function that takes anything goes over: the items, the characters, the members as pairs, or the value alone.</summary>
    public static ListView ListOf(this in Call call, in Value value)
    {
        if (value.IsList || value.Kind is ValueKind.String or ValueKind.Safe || (value.Kind == ValueKind.Object && ModelAccess.IsDictionary(value.Reference!)))
        {
            return call.State.Iterable(value, call.Span);
        }

        var single = new TemplateArray(1);
        single.Add(value);
        return single;
    }

    private static IEnumerable<Value> Members(RenderState state, ListView list, string member, TextSpan span)
    {
        foreach (var item in state.Items(list, span))
        {
            if (!(item.IsList && member == "size") && state.TryMember(item, member, span, out var value))
            {
                yield return value;
            }
        }
    }

    private static Value Each(in Call call, ReadOnlySpan<Value> a)
    {
        var (state, site) = (call.State, call.Site);
        var function = a[0].IsNull || a[1].IsNull ? null : call.FunctionArgument(a[1], 1);
        return Lazy(call, a[0], items => function is null ? items : items.Select(item => function.Invoke(state, site, [item], null, null)));
    }

    private static Value Filter(in Call call, ReadOnlySpan<Value> a)
    {
        var (state, site) = (call.State, call.Site);
        var function = a[0].IsNull || a[1].IsNull ? null : call.FunctionArgument(a[1], 1);
        return Lazy(call, a[0], items => function is null ? items : items.Where(item => function.Invoke(state, site, [item], null, null).IsTrue));
    }
}
