namespace Clientele.Templating;

/// <summary>Whether two values are the same thing: what <c>array.contains</c>, <c>array.uniq</c> and <c>for.changed</c> ask.</summary>
internal static class Equality
{
    public static bool Same(RenderState state, in Value a, in Value b)
    {
        if (a.Kind != b.Kind)
        {
            return IsNamed(a, b) || (a.IsNumber && b.IsNumber && !state.IsCompatible && Arithmetic.Compare(a, b) == 0);
        }

        return a.Kind switch
        {
            ValueKind.Null or ValueKind.Empty => true,
            ValueKind.String or ValueKind.Safe => string.Equals(a.Text, b.Text, StringComparison.Ordinal),
            ValueKind.Bool or ValueKind.Char => a.Long == b.Long,
            ValueKind.Date => a.Date == b.Date,
            ValueKind.TimeSpan => a.TimeSpan == b.TimeSpan,
            ValueKind.Opaque => a.Reference!.Equals(b.Reference),
            ValueKind.Array or ValueKind.Range or ValueKind.Object or ValueKind.Function => ReferenceEquals(a.Reference, b.Reference),
            _ => Arithmetic.Compare(a, b) == 0,
        };
    }

    // A value of an enumeration is found by its name.
    private static bool IsNamed(in Value a, in Value b) =>
        a is { Kind: ValueKind.Opaque, Reference: Enum named } && b.Kind == ValueKind.String && named.ToString() == b.Text;
}
