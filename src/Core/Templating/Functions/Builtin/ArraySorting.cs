using System.Runtime.ExceptionServices;

namespace Clientele.Templating;

/// <summary><c>array.sort</c>: by the item or by a member, nothing before anything, equal items keeping their order.</summary>
internal static class ArraySorting
{
    public static void AddTo(ModuleBuilder module) => module.Add("sort", "list:o member:s?", Sort);

    private static Value Sort(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return Value.Of(new TemplateArray());
        }

        var (state, span) = (call.State, call.Span);
        var items = state.ToArray(call.ListOf(a[0]), span).AsSpan().ToArray();
        var keys = a[1].Or().Length == 0 ? items : Array.ConvertAll(items, Key(state, a[1].Text, span));
        var order = Enumerable.Range(0, items.Length).ToArray();
        SortBy(state, order, keys, span);
        var sorted = new TemplateArray(items.Length);
        foreach (var index in order)
        {
            sorted.Add(items[index]);
        }

        return Value.Of(sorted);
    }

    private static void SortBy(RenderState state, int[] order, Value[] keys, TextSpan span)
    {
        try
        {
            Array.Sort(order, (x, y) =>
            {
                state.Step(span);
                var result = Compare(state, keys[x], keys[y], span);
                return result != 0 ? result : x.CompareTo(y);
            });
        }
        catch (InvalidOperationException exception) when (exception.InnerException is TemplateException or OperationCanceledException)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
        }
    }

    private static Converter<Value, Value> Key(RenderState state, string path, TextSpan span)
    {
        var members = path.Split('.');
        return item =>
        {
            foreach (var member in members)
            {
                item = state.TryMember(item, member, span, out var value) ? value : Value.Null;
            }

            return item;
        };
    }

    private static int Compare(RenderState state, in Value a, in Value b, TextSpan span)
    {
        if (a.IsNull || b.IsNull)
        {
            return (a.IsNull ? 0 : 1) - (b.IsNull ? 0 : 1);
        }

        if (a.IsNumber && b.IsNumber)
        {
            return Arithmetic.Compare(a, b);
        }

        if (a.IsText && b.IsText)
        {
            return state.Culture.CompareInfo.Compare(state.Text(a, span), state.Text(b, span));
        }

        if (a.Kind == b.Kind && a.Kind is ValueKind.Bool or ValueKind.Date or ValueKind.TimeSpan)
        {
            return a.Kind == ValueKind.Date ? a.Date.CompareTo(b.Date) : a.Long.CompareTo(b.Long);
        }

        if (a.Reference is IComparable comparable && comparable.GetType() == b.Reference?.GetType())
        {
            return comparable.CompareTo(b.Reference);
        }

        throw state.Fail(span, $"{KindName.Of(a)} and {KindName.Of(b)} have no order.");
    }
}
