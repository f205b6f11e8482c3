namespace Clientele.Templating.Conformance.Tests;

/// <summary>The three functions that upstream's tests add to the language.</summary>
internal static class SpecialFunctions
{
    public static TemplateObject Create()
    {
        var result = new TemplateObject();
        result.Set("special_concat_strings", Value.Of(new BuiltinFunction("special_concat_strings", "a:s? b:s? c:s?", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of($"a: {a[0].Or("default_a")}, b: {a[1].Or("default_b")}, c: {a[2].Or("default_c")}"))));
        result.Set("special_concat_string_and_params", Value.Of(new BuiltinFunction("special_concat_string_and_params", "a:s args:o*", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of($"a: {a[0].Or()}, {Numbered(call, a[1..])}"))));
        result.Set("special_concat_params", Value.Of(new BuiltinFunction("special_concat_params", "args:o*", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(Numbered(call, a)))));
        return result;
    }

    private static string Numbered(in Call call, ReadOnlySpan<Value> values)
    {
        var texts = new string[values.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = $"v{i}: {call.State.Text(values[i], call.Span)}";
        }

        return string.Join(", ", texts);
    }
}
