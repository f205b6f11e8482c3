using System.Globalization;

namespace Clientele.Templating;

/// <summary>Numbers out of text; null when the text is not a number.</summary>
internal static class StringNumbers
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("to_int", "text:s", static (in Call call, ReadOnlySpan<Value> a) =>
            int.TryParse(a[0].Or(), NumberStyles.Integer, call.State.Culture, out var number) ? Value.Of(number) : Value.Null)
        .Add("to_long", "text:s", static (in Call call, ReadOnlySpan<Value> a) =>
            long.TryParse(a[0].Or(), NumberStyles.Integer, call.State.Culture, out var number) ? Value.Of(number) : Value.Null)
        .Add("to_float", "text:s", static (in Call call, ReadOnlySpan<Value> a) =>
            float.TryParse(a[0].Or(), NumberStyles.Float | NumberStyles.AllowThousands, call.State.Culture, out var number) ? Value.Of(number) : Value.Null)
        .Add("to_double", "text:s", static (in Call call, ReadOnlySpan<Value> a) =>
            double.TryParse(a[0].Or(), NumberStyles.Float | NumberStyles.AllowThousands, call.State.Culture, out var number) ? Value.Of(number) : Value.Null);
}
