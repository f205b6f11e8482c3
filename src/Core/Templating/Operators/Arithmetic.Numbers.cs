using System.Numerics;

namespace Clientele.Templating;

/// <content>The operators of each kind of number.</content>
internal static partial class Arithmetic
{
    private static Value Integers(RenderState state, BinaryOperation operation, long a, long b)
    {
        switch (operation.Operator)
        {
            case BinaryOperator.Divide:
                return Value.Of((double)a / b);
            case BinaryOperator.DivideRound or BinaryOperator.Modulo when b == 0:
                throw state.Fail(operation.Sign, "Division by zero.");
            case BinaryOperator.DivideRound when b != -1:
                return Value.OfInteger(a / b);
            case BinaryOperator.Modulo:
                return Value.OfInteger(b == -1 ? 0 : a % b);
            case >= BinaryOperator.Equal:
                return Truth(operation.Operator, a.CompareTo(b));
            default:
                return BigIntegers(state, operation, a, b);
        }
    }

    private static Value BigIntegers(RenderState state, BinaryOperation operation, BigInteger a, BigInteger b)
    {
        switch (operation.Operator)
        {
            case BinaryOperator.Add: return Value.OfInteger(a + b);
            case BinaryOperator.Subtract: return Value.OfInteger(a - b);
            case BinaryOperator.Multiply:
                ChargeBytes(state, operation, a.GetByteCount() + b.GetByteCount());
                return Value.OfInteger(a * b);
            case BinaryOperator.Divide: return Value.Of((double)a / (double)b);
            case BinaryOperator.DivideRound or BinaryOperator.Modulo when b.IsZero:
                throw state.Fail(operation.Sign, "Division by zero.");
            case BinaryOperator.DivideRound or BinaryOperator.Modulo:
                ChargeBytes(state, operation, a.GetByteCount() + b.GetByteCount());
                return Value.OfInteger(operation.Operator == BinaryOperator.Modulo ? a % b : a / b);
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight: return Shift(state, operation, a, b);
            case BinaryOperator.RangeInclude or BinaryOperator.RangeExclude: return Range(state, operation, a, b);
            default: return Truth(operation.Operator, a.CompareTo(b));
        }
    }

    private static Value Shift(RenderState state, BinaryOperation operation, BigInteger a, BigInteger b)
    {
        if (BigInteger.Abs(b) > MaximumShift)
        {
            throw state.Fail(operation.Sign, $"A shift by more than {MaximumShift} bits.");
        }

        var bits = operation.Operator == BinaryOperator.ShiftLeft ? (int)b : -(int)b;
        ChargeBytes(state, operation, (Math.Max(0, bits) / 8) + a.GetByteCount());
        return Value.OfInteger(bits >= 0 ? a << bits : a >> -bits);
    }

    // Multiplying and printing take more than proportional time, so large numbers are bounded as such.
    private static void ChargeBytes(RenderState state, BinaryOperation operation, int bytes)
    {
        if (bytes > MaximumBytes)
        {
            throw state.Fail(operation.Sign, $"A number of more than {MaximumBytes} bytes.", TemplateErrorCode.StringLimit);
        }

        state.ChargeSteps(operation.Sign, bytes / 16);
    }

    private static Value Range(RenderState state, BinaryOperation operation, BigInteger first, BigInteger last)
    {
        if (operation.Operator == BinaryOperator.RangeExclude)
        {
            if (first == last)
            {
                return LazySequence.None;
            }

            last += first < last ? -1 : 1;
        }

        var range = new NumberRange(first, last);
        state.CheckRange(operation.Sign, range.Length);
        return Value.Of(range);
    }

    private static Value Floats(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        var (x, y) = ((float)Conversions.ToDouble(a), (float)Conversions.ToDouble(b));
        return operation.Operator switch
        {
            BinaryOperator.Add => Value.Of(x + y),
            BinaryOperator.Subtract => Value.Of(x - y),
            BinaryOperator.Multiply => Value.Of(x * y),
            BinaryOperator.Divide => Value.Of(x / y),
            BinaryOperator.DivideRound => Value.Of((float)(int)(x / y)),
            BinaryOperator.Modulo => Value.Of(x % y),
            BinaryOperator.ShiftLeft => Value.Of(x * MathF.Pow(2, y)),
            BinaryOperator.ShiftRight => Value.Of(x / MathF.Pow(2, y)),
            _ => Real(state, operation, a, b, x, y),
        };
    }

    private static Value Doubles(RenderState state, BinaryOperation operation, double x, double y) => operation.Operator switch
    {
        BinaryOperator.Add => Value.Of(x + y),
        BinaryOperator.Subtract => Value.Of(x - y),
        BinaryOperator.Multiply => Value.Of(x * y),
        BinaryOperator.Divide => Value.Of(x / y),
        BinaryOperator.DivideRound => Value.Of(Math.Round(x / y)),
        BinaryOperator.Modulo => Value.Of(x % y),
        BinaryOperator.ShiftLeft => Value.Of(x * Math.Pow(2, y)),
        BinaryOperator.ShiftRight => Value.Of(x / Math.Pow(2, y)),
        _ => Real(state, operation, Value.Of(x), Value.Of(y), x, y),
    };

    private static Value Real(RenderState state, BinaryOperation operation, in Value a, in Value b, double x, double y) => operation.Operator switch
    {
        BinaryOperator.Equal => Value.Of(x == y),
        BinaryOperator.NotEqual => Value.Of(x != y),
        BinaryOperator.Less => Value.Of(x < y),
        BinaryOperator.LessOrEqual => Value.Of(x <= y),
        BinaryOperator.Greater => Value.Of(x > y),
        BinaryOperator.GreaterOrEqual => Value.Of(x >= y),
        _ => throw operation.Unsupported(state, a, b),
    };

    private static Value Decimals(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        var isBeyondScriban = state.IsCompatible && (a.Kind == ValueKind.BigInteger || b.Kind == ValueKind.BigInteger);
        if (isBeyondScriban || !Conversions.TryToDecimal(a, out var x) || !Conversions.TryToDecimal(b, out var y))
        {
            throw operation.Unsupported(state, a, b);
        }

        try
        {
            return operation.Operator switch
            {
                BinaryOperator.Add => Value.Of(x + y),
                BinaryOperator.Subtract => Value.Of(x - y),
                BinaryOperator.Multiply => Value.Of(x * y),
                BinaryOperator.Divide => Value.Of(x / y),
                BinaryOperator.DivideRound => Value.Of(Math.Round(x / y)),
                BinaryOperator.Modulo => Value.Of(x % y),
                BinaryOperator.ShiftLeft => Value.Of(x * (decimal)Math.Pow(2, (double)y)),
                BinaryOperator.ShiftRight => Value.Of(x / (decimal)Math.Pow(2, (double)y)),
                BinaryOperator.RangeInclude or BinaryOperator.RangeExclude => throw operation.Unsupported(state, a, b),
                _ => Truth(operation.Operator, x.CompareTo(y)),
            };
        }
        catch (DivideByZeroException)
        {
            throw state.Fail(operation.Sign, "Division by zero.");
        }
        catch (OverflowException)
        {
            throw state.Fail(operation.Sign, "The result is too large for a decimal.");
        }
    }
}
