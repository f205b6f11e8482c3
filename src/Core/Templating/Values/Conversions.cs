using System.Numerics;

namespace Clientele.Templating;

/// <summary>Conversions between kinds of values that need nothing but the value.</summary>
internal static class Conversions
{
    public static double ToDouble(in Value value) => value.Kind switch
    {
        ValueKind.Bool or ValueKind.Int or ValueKind.Long => value.Long,
        ValueKind.BigInteger => (double)value.BigInteger,
        ValueKind.Decimal => (double)value.Decimal,
        _ => value.Double,
    };

    public static bool TryToDecimal(in Value value, out decimal result)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool or ValueKind.Int or ValueKind.Long:
                result = value.Long;
                return true;
            case ValueKind.Decimal:
                result = value.Decimal;
                return true;
            case ValueKind.Float or ValueKind.Double when Math.Abs(value.Double) < 7.9e28:
                result = (decimal)value.Double;
                return true;
            case ValueKind.BigInteger when BigInteger.Abs(value.BigInteger) <= (BigInteger)decimal.MaxValue:
                result = (decimal)value.BigInteger;
                return true;
            default:
                result = 0;
                return false;
        }
    }

    /// <summary>A whole number: fractions are rounded to even, null is 0.</summary>
    public static bool TryToInt(in Value value, out int result)
    {
        result = 0;
        switch (value.Kind)
        {
            case ValueKind.Null:
                return true;
            case ValueKind.Bool or ValueKind.Int:
                result = value.Int;
                return true;
            case ValueKind.Long when value.Long is >= int.MinValue and <= int.MaxValue:
                result = (int)value.Long;
                return true;
            case ValueKind.Float or ValueKind.Double or ValueKind.Decimal:
                var rounded = Math.Round(ToDouble(value));
                if (!(Math.Abs(rounded) <= int.MaxValue))
                {
                    return false;
                }

                result = (int)rounded;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A text that tells values apart, whatever the culture.</summary>
    public static string ToText(Value value) => System.Convert.ToString(ToObject(value), System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>The value as an ordinary .NET object, for host functions.</summary>
    public static object? ToObject(in Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Empty => null,
        ValueKind.Bool => value.Bool,
        ValueKind.Int => value.Int,
        ValueKind.Long => value.Long,
        ValueKind.Float => value.Float,
        ValueKind.Double => value.Double,
        ValueKind.Decimal => value.Decimal,
        ValueKind.Char => value.Char,
        ValueKind.Date => value.Date,
        ValueKind.TimeSpan => value.TimeSpan,
        _ => value.Reference,
    };
}
