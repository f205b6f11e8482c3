namespace Clientele.Templating;

/// <summary>The module <c>math</c>.</summary>
internal static class MathFunctions
{
    public static BuiltinModule Module() => new ModuleBuilder("math")
        .Add("abs", "value:o", Abs)
        .Add("ceil", "value:d", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(Math.Ceiling(a[0].Double)))
        .Add("floor", "value:d", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(Math.Floor(a[0].Double)))
        .Add("round", "value:d precision:i=0", static (in Call call, ReadOnlySpan<Value> a) =>
            Value.Of(Math.Round(a[0].Double, Math.Clamp(a[1].Int, 0, 15))))
        .Add("is_number", "value:o", static (in Call call, ReadOnlySpan<Value> a) => Value.Of(a[0].IsNumber))
        .Add("plus", "value:o with:o", static (in Call call, ReadOnlySpan<Value> a) => Operate(call, BinaryOperator.Add, a[0], a[1]))
        .Add("minus", "value:o with:o", static (in Call call, ReadOnlySpan<Value> a) => Operate(call, BinaryOperator.Subtract, a[0], a[1]))
        .Add("times", "value:o with:o", static (in Call call, ReadOnlySpan<Value> a) => Operate(call, BinaryOperator.Multiply, a[0], a[1]))
        .Add("modulo", "value:o with:o", static (in Call call, ReadOnlySpan<Value> a) => Operate(call, BinaryOperator.Modulo, a[0], a[1]))
        .Add("divided_by", "value:d divisor:o", DividedBy)
        .Add("format", "value:o format:s culture:s?", static (in Call call, ReadOnlySpan<Value> a) => Formatting.Format(call, a, numbersOnly: true), writer: Formatting.Write)
        .Add("random", "minValue:i maxValue:i", Random, isPure: false)
        .Add("uuid", "", static (in Call call, ReadOnlySpan<Value> a) => call.Text(call.State.NextUuid().ToString()), isPure: false)
        .Build();

    private static Value Abs(in Call call, ReadOnlySpan<Value> a) => a[0].Kind switch
    {
        ValueKind.Null or ValueKind.Bool => a[0],
        ValueKind.Int or ValueKind.Long or ValueKind.BigInteger => Value.OfInteger(System.Numerics.BigInteger.Abs(a[0].BigInteger)),
        ValueKind.Float => Value.Of(Math.Abs(a[0].Float)),
        ValueKind.Double => Value.Of(Math.Abs(a[0].Double)),
        ValueKind.Decimal => Value.Of(Math.Abs(a[0].Decimal)),
        _ => throw call.Fail($"Expected a number, not {KindName.Of(a[0])}.", TemplateErrorCode.Conversion),
    };

    private static Value Operate(in Call call, BinaryOperator op, in Value a, in Value b) =>
        new BinaryOperation(op, call.Span, call.Span, call.Span).Apply(call.State, a, b);

    // A whole divisor gives a whole number.
    private static Value DividedBy(in Call call, ReadOnlySpan<Value> a)
    {
        var result = Operate(call, BinaryOperator.Divide, a[0], a[1]);
        if (a[1].Kind != ValueKind.Int || result.Kind != ValueKind.Double)
        {
            return result;
        }

        var floor = Math.Floor(result.Double);
        return Value.Of(double.IsNaN(floor) ? 0 : floor >= int.MaxValue ? int.MaxValue : floor <= int.MinValue ? int.MinValue : (int)floor);
    }

    private static Value Random(in Call call, ReadOnlySpan<Value> a)
    {
        if (a[0].Int > a[1].Int)
        {
            throw call.Fail("The first number may not be above the second.", TemplateErrorCode.Arguments);
        }

        return Value.Of(call.State.Random.Next(a[0].Int, a[1].Int));
    }
}
