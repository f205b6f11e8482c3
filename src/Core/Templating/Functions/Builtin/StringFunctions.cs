namespace Clientele.Templating;

/// <summary>The module <c>string</c>.</summary>
internal static class StringFunctions
{
    public static BuiltinModule Module()
    {
        var module = new ModuleBuilder("string");
        StringCase.AddTo(module);
        StringEdits.AddTo(module);
        StringSearch.AddTo(module);
        StringParts.AddTo(module);
        StringHashes.AddTo(module);
        StringNumbers.AddTo(module);
        return module.Build();
    }

    /// <summary>The text of a converted argument; null counts as empty.</summary>
    public static string Or(this in Value value, string whenNull = "") => value.IsNull ? whenNull : value.Text;

    /// <summary>The result of a function that grows text, within Scriban's limit where that applies.</summary>
    public static Value Grown(this in Call call, string text)
    {
        call.State.CheckScribanLength(call.Span, text.Length);
        return call.Text(text);
    }
}
