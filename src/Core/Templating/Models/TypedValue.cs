namespace Clientele.Templating;

/// <summary>Makes values of results whose type is known when the code is compiled, so that numbers and dates are not boxed on the way.</summary>
internal static class TypedValue<T>
{
    // Decided once for a sealed type: nothing below it can be a list.
    private static readonly bool IsPlain = typeof(T).IsSealed && ModelAccess.IsPlain(typeof(T));

    public static Value Of(RenderState state, T value)
    {
        // Each comparison is decided when the method is compiled for its type, so only one branch remains.
        if (typeof(T) == typeof(int))
        {
            return Value.Of((int)(object)value!);
        }

        if (typeof(T) == typeof(decimal))
        {
            return Value.Of((decimal)(object)value!);
        }

        if (typeof(T) == typeof(bool))
        {
            return Value.Of((bool)(object)value!);
        }

        if (typeof(T) == typeof(double))
        {
            return Value.Of((double)(object)value!);
        }

        if (typeof(T) == typeof(DateTime))
        {
            return Value.Of((DateTime)(object)value!);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return Value.Of(((DateOnly)(object)value!).ToDateTime(TimeOnly.MinValue));
        }

        return IsPlain && value is not null ? Value.OfObject(value) : ModelAccess.ToValue(state, value);
    }
}
