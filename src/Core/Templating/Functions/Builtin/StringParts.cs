using System.Text;

namespace Clientele.Templating;

/// <summary>Parts of text: slices, truncation, splitting, singular and plural.</summary>
internal static class StringParts
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("slice", "text:s start:i length:i?", static (in Call call, ReadOnlySpan<Value> a) =>
            call.Text(Slice(a[0].Or(), a[1].Int, a[2].IsNull ? a[0].Or().Length : a[2].Int)))
        .Add("slice1", "text:s start:i length:i=1", static (in Call call, ReadOnlySpan<Value> a) => call.Text(Slice(a[0].Or(), a[1].Int, a[2].Int)))
        .Add("split", "text:s match:s", Split)
        .Add("truncate", "text:s length:i ellipsis:s?", static (in Call call, ReadOnlySpan<Value> a) => Truncate(call, a), writer: WriteTruncated)
        .Add("truncatewords", "text:s count:i ellipsis:s?", static (in Call call, ReadOnlySpan<Value> a) => TruncateWords(call, a))
        .Add("pluralize", "number:i singular:s plural:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].Int == 1 ? a[1] : a[2]);

    private static string Slice(string text, int start, int length)
    {
        if (start < 0)
        {
            start += text.Length;
        }

        if (start < 0)
        {
            length += start;
            start = 0;
        }

        return start >= text.Length || length <= 0 ? "" : text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static Value Split(in Call call, ReadOnlySpan<Value> a)
    {
        var most = call.State.Limits.CollectionItems;
        var parts = a[0].Or().Split([a[1].Or()], most == int.MaxValue ? most : most + 1, StringSplitOptions.RemoveEmptyEntries);
        call.State.ChargeItems(call.Span, parts.Length);
        call.State.ChargeString(call.Span, a[0].Or().Length);
        return Value.Of(new LazySequence(1, _ => parts.Select(static part => Value.Of(part)).GetEnumerator()));
    }

    private static Value Truncate(in Call call, ReadOnlySpan<Value> a)
    {
        var text = a[0].Or();
        var kept = Kept(text, a[1].Int, a[2], out var ellipsis);
        return kept.Length == text.Length && ellipsis.Length == 0 ? Value.Of(text) : call.Text(string.Concat(kept, ellipsis));
    }

    private static void WriteTruncated(in Call call, in Value value, ReadOnlySpan<Value> rest)
    {
        var kept = Kept(value.Or(), rest[0].Int, rest[1], out var ellipsis);
        call.State.WriteText(kept, ellipsis, call.Span);
    }

    // What stays of the text, and what follows it in place of the rest.
    private static ReadOnlySpan<char> Kept(string text, int length, in Value mark, out string ellipsis)
    {
        ellipsis = "";
        if (text.Length <= Math.Max(0, length))
        {
            return text;
        }

        ellipsis = mark.Or("...");
        return text.AsSpan(0, Math.Clamp(length - ellipsis.Length, 0, text.Length));
    }

    private static Value TruncateWords(in Call call, ReadOnlySpan<Value> a)
    {
        var ellipsis = call.State.IsCompatible ? "..." : a[2].Or("...");
        if (a[0].Or().Length == 0)
        {
            return Value.Of("");
        }

        var words = Words(a[0].Text, call.State.IsCompatible);

        var result = new StringBuilder().AppendJoin(' ', words.Take(Math.Max(0, a[1].Int)));
        if (call.State.IsCompatible || words.Count > a[1].Int)
        {
            result.Append(ellipsis);
        }

        return call.Text(result.ToString());
    }

    // To Scriban, space at either end of a text has an empty word beyond it.
    private static List<string> Words(string text, bool isScriban)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (isScriban && char.IsWhiteSpace(text[0]))
        {
            words.Insert(0, "");
        }

        if (isScriban && char.IsWhiteSpace(text[^1]))
        {
            words.Add("");
        }

        return words;
    }
}
