namespace Clientele.Templating;

/// <summary>Questions about text.</summary>
internal static class StringSearch
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("contains", "text:s value:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(a[1].Or().Length > 0 && a[0].Or().Contains(a[1].Text, StringComparison.Ordinal)))
        .Add("starts_with", "text:s value:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(a[1].Or().Length > 0 && a[0].Or().StartsWith(a[1].Text, StringComparison.Ordinal)))
        .Add("ends_with", "text:s value:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(a[1].Or().Length > 0 && a[0].Or().EndsWith(a[1].Text, StringComparison.Ordinal)))
        .Add("equals_ignore_case", "text:s value:s", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(string.Equals(a[0].IsNull ? null : a[0].Text, a[1].IsNull ? null : a[1].Text, StringComparison.OrdinalIgnoreCase)))
        .Add("empty", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(a[0].Or().Length == 0))
        .Add("whitespace", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(string.IsNullOrWhiteSpace(a[0].Or())))
        .Add("size", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(a[0].Or().Length))
        .Add("index_of", "text:s search:s startIndex:i? count:i? stringComparison:s?", IndexOf);

    private static Value IndexOf(in Call call, ReadOnlySpan<Value> a)
    {
        var text = a[0].Or();
        var start = a[2].IsNull ? 0 : a[2].Int;
        var count = a[3].IsNull ? text.Length - start : a[3].Int;
        if (start < 0 || start > text.Length || count < 0 || count > text.Length - start)
        {
            throw call.State.Fail(
                call.Site.Argument(a[3].IsNull ? 2 : 3), $"The text has {text.Length} characters; there is nothing at {start} for {count}.",
                TemplateErrorCode.Arguments);
        }

        if (!Enum.TryParse<StringComparison>(a[4].Or("Ordinal"), ignoreCase: true, out var comparison))
        {
            throw call.State.Fail(call.Site.Argument(4), $"There is no string comparison `{a[4].Or()}`.", TemplateErrorCode.Arguments);
        }

        return Value.Of(text.IndexOf(a[1].Or(), start, count, comparison));
    }
}
