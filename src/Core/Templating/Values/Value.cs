using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>
/// A value of the language, without boxing: a tag, twelve bytes of payload and a reference. A decimal is spread over the
/// payload, so that prices cost no allocation.
/// </summary>
internal readonly struct Value
{
    private readonly object? _reference;
    private readonly long _bits;
    private readonly int _high;
    private readonly byte _scale;

    private Value(ValueKind kind, object? reference, long bits, int high = 0, byte scale = 0)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
        _high = high;
        _scale = scale;
    }

    public static Value Null => default;

    public static Value True => new(ValueKind.Bool, null, 1);

    public static Value False => new(ValueKind.Bool, null, 0);

    public static Value Empty => new(ValueKind.Empty, null, 0);

    /// <summary>A null that says "never assigned", so that a function's own variable can give way to a global.</summary>
    public static Value Unset => new(ValueKind.Null, null, 1);

    public ValueKind Kind { get; }

    public bool IsUnset => Kind == ValueKind.Null && _bits == 1;

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsNumber => Kind is >= ValueKind.Int and <= ValueKind.Decimal;

    public bool IsText => Kind is ValueKind.String or ValueKind.Safe or ValueKind.Char;

    public bool IsList => Kind is ValueKind.Array or ValueKind.Range;

    /// <summary>Only null, false and the sentinel <c>empty</c> are false; 0, "" and [] are true.</summary>
    public bool IsTrue => Kind switch
    {
        ValueKind.Null or ValueKind.Empty => false,
        ValueKind.Bool => _bits != 0,
        _ => true,
    };

    public object? Reference => _reference;

    public bool Bool => _bits != 0;

    public int Int => (int)_bits;

    public long Long => _bits;

    public double Double => BitConverter.Int64BitsToDouble(_bits);

    public float Float => (float)Double;

    public char Char => (char)_bits;

    public decimal Decimal =>
        Unsafe.BitCast<(long, long), decimal>((((long)_high << 32) | ((long)(_scale & 0x7F) << 16) | ((_scale & 0x80L) << 24), _bits));

    public BigInteger BigInteger => Kind == ValueKind.BigInteger ? (BigInteger)_reference! : new BigInteger(_bits);

    public DateTime Date => DateTime.FromBinary(_bits);

    public TimeSpan TimeSpan => new(_bits);

    /// <summary>The text of a string or of safe text; other kinds have none.</summary>
    public string Text => Kind == ValueKind.Safe ? Unsafe.As<SafeText>(_reference!).Text : Unsafe.As<string>(_reference!);

    public SafeText Safe => Unsafe.As<SafeText>(_reference!);

    public ListView List => Unsafe.As<ListView>(_reference!);

    public Function Function => Unsafe.As<Function>(_reference!);

    public static Value Of(bool value) => new(ValueKind.Bool, null, value ? 1 : 0);

    public static Value Of(int value) => new(ValueKind.Int, null, value);

    public static Value Of(long value) => new(ValueKind.Long, null, value);

    public static Value Of(double value) => new(ValueKind.Double, null, BitConverter.DoubleToInt64Bits(value));

    public static Value Of(float value) => new(ValueKind.Float, null, BitConverter.DoubleToInt64Bits(value));

    public static Value Of(char value) => new(ValueKind.Char, null, value);

    public static Value Of(BigInteger value) => new(ValueKind.BigInteger, value, 0);

    public static Value Of(string? value) => value is null ? default : new(ValueKind.String, value, 0);

    public static Value Of(DateTime value) => new(ValueKind.Date, null, value.ToBinary());

    public static Value Of(TimeSpan value) => new(ValueKind.TimeSpan, null, value.Ticks);

    public static Value Of(SafeText value) => new(ValueKind.Safe, value, 0);

    public static Value Of(ListView list) => new(list.IsLazy ? ValueKind.Range : ValueKind.Array, list, 0);

    public static Value Of(Function function) => new(ValueKind.Function, function, 0);

    public static Value OfObject(object value) => new(ValueKind.Object, value, 0);

    public static Value OfOpaque(object value) => new(ValueKind.Opaque, value, 0);

    // A decimal is 32 bits of scale and sign, the high 32 bits of the number, then the low 64.
    public static Value Of(decimal value)
    {
        var (head, low) = Unsafe.BitCast<decimal, (long, long)>(value);
        var scale = (byte)(((head >> 16) & 0x7F) | ((head >> 24) & 0x80));
        return new Value(ValueKind.Decimal, null, low, (int)(head >> 32), scale);
    }

    /// <summary>The smallest integer kind that holds the value.</summary>
    public static Value OfInteger(BigInteger value) =>
        value >= int.MinValue && value <= int.MaxValue ? Of((int)value)
        : value >= long.MinValue && value <= long.MaxValue ? Of((long)value)
        : Of(value);

    public static Value OfInteger(long value) => value is >= int.MinValue and <= int.MaxValue ? Of((int)value) : Of(value);
}
