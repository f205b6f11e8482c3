using System.Globalization;
using System.Text;

namespace Clientele.Templating;

/// <summary>Upper and lower case.</summary>
internal static class StringCase
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("upcase", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(a[0].Text.ToUpperInvariant()))
        .Add("downcase", "text:s", static (in Call call, ReadOnlySpan<Value> a) => a[0].IsNull ? Value.Null : call.Text(Lower(a[0].Text)))
        .Add("capitalize", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(Capitalize(call.State, a[0].Or())))
        .Add("capitalizewords", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(CapitalizeWords(a[0].Or())))
        .Add("handleize", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(Handleize(a[0].Or())));

    private static string Lower(string text) => CultureInfo.InvariantCulture.TextInfo.ToLower(text);

    private static string Capitalize(RenderState state, string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : string.Concat(state.Culture.TextInfo.ToUpper(text[0]).ToString(), text.AsSpan(1));

    private static string CapitalizeWords(string text)
    {
        var result = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var c in text)
        {
            result.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = char.IsWhiteSpace(c);
        }

        return result.ToString();
    }

    // What may stand in the path of an address: letters and digits, everything else becomes one dash between words.
    private static string Handleize(string text)
    {
        var result = new StringBuilder(text.Length);
        var last = '\0';
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                last = c;
                result.Append(char.ToLowerInvariant(c));
            }
            else if (last != '-')
            {
                last = '-';
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }
}
