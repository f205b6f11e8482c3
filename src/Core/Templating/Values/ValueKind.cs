namespace Clientele.Templating;

/// <summary>What a <see cref="Value"/> holds. The order of the numbers is the order in which they widen.</summary>
internal enum ValueKind : byte
{
    Null,
    Bool,
    Int,
    Long,
    BigInteger,
    Float,
    Double,
    Decimal,
    Char,
    String,
    Safe,
    Date,
    TimeSpan,
    Array,
    Range,
    Object,
    Function,
    Empty,
    Opaque,
}
