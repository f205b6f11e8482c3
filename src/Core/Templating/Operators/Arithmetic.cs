using System.Numerics;

namespace Clientele.Templating;

/// <summary>Operators on numbers, booleans, dates and objects.</summary>
/// <remarks>Two kinds of number meet in the wider: int, long, big integer, float, double, decimal. Whole numbers never overflow.</remarks>
internal static partial class Arithmetic
{
    private const int MaximumShift = 1_048_576;
    private const int MaximumBytes = 262_144;

    public static Value Ints(RenderState state, BinaryOperation operation, int a, int b)
    {
        switch (operation.Operator)
        {
            case BinaryOperator.Add: return Value.OfInteger((long)a + b);
            case BinaryOperator.Subtract: return Value.OfInteger((long)a - b);
            case BinaryOperator.Multiply: return Value.OfInteger((long)a * b);
            case BinaryOperator.Divide: return Value.Of((double)a / b);
            case BinaryOperator.Equal: return Value.Of(a == b);
            case BinaryOperator.NotEqual: return Value.Of(a != b);
            case BinaryOperator.Less: return Value.Of(a < b);
            case BinaryOperator.LessOrEqual: return Value.Of(a <= b);
            case BinaryOperator.Greater: return Value.Of(a > b);
            case BinaryOperator.GreaterOrEqual: return Value.Of(a >= b);
            default: return Integers(state, operation, a, b);
        }
    }

    public static Value Apply(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (IsPlain(a) && IsPlain(b))
        {
            return Numbers(state, operation, a, b);
        }

        if (a.Kind is ValueKind.Date or ValueKind.TimeSpan && b.Kind is ValueKind.Date or ValueKind.TimeSpan)
        {
            return Dates(state, operation, a, b);
        }

        return Others(state, operation, a, b);
    }

    public static Value Sign(RenderState state, in Value value, bool negative, TextSpan span)
    {
        if (!negative && value.IsNumber)
        {
            return value;
        }

        return value.Kind switch
        {
            ValueKind.Int => Value.OfInteger(-(long)value.Int),
            ValueKind.Long or ValueKind.BigInteger => Value.OfInteger(-value.BigInteger),
            ValueKind.Float => Value.Of(-value.Float),
            ValueKind.Double => Value.Of(-value.Double),
            ValueKind.Decimal => Value.Of(-value.Decimal),
            _ => throw state.Fail(span, $"A sign needs a number, not {KindName.Of(value)}."),
        };
    }

    /// <summary>Compares two numbers exactly; NaN is below everything.</summary>
    public static int Compare(in Value a, in Value b)
    {
        var kind = a.Kind > b.Kind ? a.Kind : b.Kind;
        return kind switch
        {
            ValueKind.Decimal when Conversions.TryToDecimal(a, out var x) && Conversions.TryToDecimal(b, out var y) => x.CompareTo(y),
            ValueKind.Decimal or ValueKind.Double => Conversions.ToDouble(a).CompareTo(Conversions.ToDouble(b)),
            ValueKind.Float => ((float)Conversions.ToDouble(a)).CompareTo((float)Conversions.ToDouble(b)),
            ValueKind.BigInteger => a.BigInteger.CompareTo(b.BigInteger),
            _ => a.Long.CompareTo(b.Long),
        };
    }

    private static bool IsPlain(in Value value) => value.Kind is >= ValueKind.Bool and <= ValueKind.Decimal;

    private static Value Numbers(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        var kind = a.Kind > b.Kind ? a.Kind : b.Kind;
        switch (kind)
        {
            case ValueKind.Bool:
                return operation.Operator switch
                {
                    BinaryOperator.Equal => Value.Of(a.Bool == b.Bool),
                    BinaryOperator.NotEqual => Value.Of(a.Bool != b.Bool),
                    _ => throw operation.Unsupported(state, a, b),
                };
            case ValueKind.Int or ValueKind.Long:
                return Integers(state, operation, a.Long, b.Long);
            case ValueKind.BigInteger:
                return BigIntegers(state, operation, a.BigInteger, b.BigInteger);
            case ValueKind.Float:
                return Floats(state, operation, a, b);
            case ValueKind.Double:
                return Doubles(state, operation, Conversions.ToDouble(a), Conversions.ToDouble(b));
            default:
                return Decimals(state, operation, a, b);
        }
    }

    private static Value Dates(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (operation.IsComparison && a.Kind == b.Kind)
        {
            return Truth(operation.Operator, a.Kind == ValueKind.Date ? a.Date.CompareTo(b.Date) : a.TimeSpan.CompareTo(b.TimeSpan));
        }

        try
        {
            return (operation.Operator, a.Kind, b.Kind) switch
            {
                (BinaryOperator.Subtract, ValueKind.Date, ValueKind.Date) => Value.Of(a.Date - b.Date),
                (BinaryOperator.Subtract, ValueKind.TimeSpan, ValueKind.TimeSpan) => Value.Of(a.TimeSpan - b.TimeSpan),
                (BinaryOperator.Subtract, ValueKind.Date, ValueKind.TimeSpan) => Value.Of(a.Date - b.TimeSpan),
                (BinaryOperator.Add, ValueKind.Date, ValueKind.TimeSpan) => Value.Of(a.Date + b.TimeSpan),
                (BinaryOperator.Add, ValueKind.TimeSpan, ValueKind.TimeSpan) => Value.Of(a.TimeSpan + b.TimeSpan),
                _ => throw operation.Unsupported(state, a, b),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw state.Fail(operation.Sign, "The date is out of range.");
        }
    }

    private static Value Others(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        // Anything that is not nothing is true, so an object meets a boolean as one.
        if (a.Kind == ValueKind.Bool || b.Kind == ValueKind.Bool)
        {
            return Numbers(state, operation, Value.Of(a.IsTrue), Value.Of(b.IsTrue));
        }

        if (a.IsNumber || b.IsNumber)
        {
            throw operation.Unsupported(state, a, b);
        }

        switch (operation.Operator)
        {
            case BinaryOperator.Equal: return Value.Of(Equality.Same(state, a, b));
            case BinaryOperator.NotEqual: return Value.Of(!Equality.Same(state, a, b));
            default:
                if (operation.IsComparison && a.Reference is IComparable left && left.GetType() == b.Reference?.GetType())
                {
                    return Truth(operation.Operator, left.CompareTo(b.Reference));
                }

                throw operation.Unsupported(state, a, b);
        }
    }

    private static Value Truth(BinaryOperator op, int comparison) => Value.Of(op switch
    {
        BinaryOperator.Equal => comparison == 0,
        BinaryOperator.NotEqual => comparison != 0,
        BinaryOperator.Less => comparison < 0,
        BinaryOperator.LessOrEqual => comparison <= 0,
        BinaryOperator.Greater => comparison > 0,
        _ => comparison >= 0,
    });
}
