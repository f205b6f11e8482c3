using System.Diagnostics.CodeAnalysis;

namespace Clientele.Templating;

/// <summary>Tells values apart for <c>array.uniq</c>.</summary>
internal sealed class ValueComparer(RenderState state) : IEqualityComparer<Value>
{
    public bool Equals(Value x, Value y) => Equality.Same(state, x, y);

    public int GetHashCode([DisallowNull] Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Empty => 0,
        ValueKind.String or ValueKind.Safe => value.Text.GetHashCode(StringComparison.Ordinal),
        _ when value.IsNumber => Conversions.ToDouble(value).GetHashCode(),
        ValueKind.Bool or ValueKind.Char or ValueKind.Date or ValueKind.TimeSpan => value.Kind == ValueKind.Date ? value.Date.GetHashCode() : value.Long.GetHashCode(),
        ValueKind.Opaque => value.Reference!.GetHashCode(),
        _ => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.Reference),
    };
}
