using System.Text;

namespace Clientele.Templating;

/// <summary>Adding, removing, replacing and trimming.</summary>
internal static class StringEdits
{
    public static void AddTo(ModuleBuilder module)
    {
        module
            .Add("append", "text:s with:s", static (in Call call, ReadOnlySpan<Value> a) => call.Grown(a[0].Or() + a[1].Or()))
            .Add("prepend", "text:s by:s", static (in Call call, ReadOnlySpan<Value> a) => call.Grown(a[1].Or() + a[0].Or()))
            .Add("strip", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(a[0].Or().Trim()))
            .Add("lstrip", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(a[0].Or().TrimStart()))
            .Add("rstrip", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(a[0].Or().TrimEnd()))
            .Add("strip_newlines", "text:s", static (in Call call, ReadOnlySpan<Value> a) =>
                call.Text(a[0].Or().Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)))
            .Add("pad_left", "text:s width:i", static (in Call call, ReadOnlySpan<Value> a) => Pad(call, a, left: true))
            .Add("pad_right", "text:s width:i", static (in Call call, ReadOnlySpan<Value> a) => Pad(call, a, left: false))
            .Add("escape", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(TextLiteral.Escape(a[0].Text)))
            .Add("literal", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text($"\"{TextLiteral.Escape(a[0].Text)}\""));
        AddReplacements(module);
    }

    private static void AddReplacements(ModuleBuilder module) => module
        .Add("remove", "text:s remove:s", static (in Call call, ReadOnlySpan<Value> a) =>
            call.Text(a[1].Or().Length == 0 ? a[0].Or() : a[0].Or().Replace(a[1].Text, "", StringComparison.Ordinal)))
        .Add("remove_first", "text:s remove:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(ReplaceOne(a[0].Or(), a[1].Or(), "", false)))
        .Add("remove_last", "text:s remove:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(ReplaceOne(a[0].Or(), a[1].Or(), "", true)))
        .Add("replace", "text:s match:s replace:s", Replace)
        .Add("replace_first", "text:s match:s replace:s fromEnd:b?", static (in Call call, ReadOnlySpan<Value> a) =>
            call.Grown(ReplaceOne(a[0].Or(), a[1].Or(), a[2].Or(), a[3].IsTrue)));

    private static Value Replace(in Call call, ReadOnlySpan<Value> a)
    {
        var text = a[0].Or();
        if (text.Length == 0)
        {
            return Value.Of("");
        }

        if (a[1].Or().Length == 0)
        {
            throw call.Fail("Empty text cannot be replaced.", TemplateErrorCode.Arguments);
        }

        call.State.ChargeString(call.Span, Math.BigMul(text.Length / a[1].Text.Length, a[2].Or().Length));
        return call.Grown(text.Replace(a[1].Text, a[2].Or(), StringComparison.Ordinal));
    }

    private static string ReplaceOne(string text, string match, string replacement, bool fromEnd)
    {
        if (text.Length == 0 || match.Length == 0)
        {
            return text;
        }

        var index = fromEnd ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase) : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? text : new StringBuilder(text).Remove(index, match.Length).Insert(index, replacement).ToString();
    }

    private static Value Pad(in Call call, ReadOnlySpan<Value> a, bool left)
    {
        var text = a[0].Or();
        var width = Math.Max(0, a[1].Int);
        call.State.CheckScribanLength(call.Site.Argument(1), width);
        call.State.ChargeString(call.Span, Math.Max(width, text.Length));
        return Value.Of(left ? text.PadLeft(width) : text.PadRight(width));
    }
}
