using System.Globalization;

namespace Clientele.Templating;

/// <summary>Operators with text on at least one side: joining, repeating, and comparing by the printed form.</summary>
internal static class TextOperators
{
    public static Value Apply(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (operation.Operator == BinaryOperator.Multiply)
        {
            return Repeat(state, operation, a, b);
        }

        if (operation.Operator is not BinaryOperator.Add && !operation.IsComparison)
        {
            throw state.Fail(operation.Sign, $"`{operation.Symbol}` is not possible with text.");
        }

        if (operation.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual && (a.Kind == ValueKind.Empty || b.Kind == ValueKind.Empty))
        {
            return EmptyOperators.Apply(state, operation, a, b);
        }

        if (a.IsNull != b.IsNull && operation.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return Value.Of(operation.Operator == BinaryOperator.NotEqual);
        }

        // Null is below every text, the empty one included.
        var left = a.IsNull && operation.IsComparison ? null : state.Text(a, operation.Left);
        var right = b.IsNull && operation.IsComparison ? null : state.Text(b, operation.Right);
        return operation.Operator switch
        {
            BinaryOperator.Add => Concat(state, operation.Sign, left!, right!),
            BinaryOperator.Equal => Value.Of(string.Equals(left, right, StringComparison.Ordinal)),
            BinaryOperator.NotEqual => Value.Of(!string.Equals(left, right, StringComparison.Ordinal)),
            BinaryOperator.Less => Value.Of(string.CompareOrdinal(left, right) < 0),
            BinaryOperator.LessOrEqual => Value.Of(string.CompareOrdinal(left, right) <= 0),
            BinaryOperator.Greater => Value.Of(string.CompareOrdinal(left, right) > 0),
            _ => Value.Of(string.CompareOrdinal(left, right) >= 0),
        };
    }

    private static Value Concat(RenderState state, TextSpan span, string left, string right)
    {
        state.ChargeString(span, (long)left.Length + right.Length);
        return Value.Of(left + right);
    }

    private static Value Repeat(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        var (text, times, timesSpan) = b.IsText ? (b, a, operation.Left) : (a, b, operation.Right);
        if (!Conversions.TryToInt(times, out var count) && !(times.Kind == ValueKind.String && int.TryParse(times.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out count)))
        {
            throw state.Fail(timesSpan, "Text can only be multiplied by a whole number.");
        }

        var part = state.Text(text, operation.Left);
        if (count <= 0 || part.Length == 0)
        {
            return Value.Of("");
        }

        state.CheckScribanLength(timesSpan, (long)part.Length * count);
        state.ChargeString(operation.Sign, (long)part.Length * count);
        return Value.Of(string.Create(part.Length * count, part, static (span, p) =>
        {
            for (var i = 0; i < span.Length; i += p.Length)
            {
                p.CopyTo(span[i..]);
            }
        }));
    }
}
