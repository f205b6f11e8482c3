namespace Clientele.Templating;

/// <summary>Operators with a list on at least one side.</summary>
internal static class ListOperators
{
    public static Value Apply(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        switch (operation.Operator)
        {
            case BinaryOperator.Add: return Join(state, operation, a, b);
            case BinaryOperator.Multiply: return Repeat(state, operation, a, b);
            case BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulo: return Part(state, operation, a, b);
            case BinaryOperator.ShiftLeft: return Append(state, operation, a, b);
            case BinaryOperator.ShiftRight: return Prepend(state, operation, a, b);
            case BinaryOperator.Subtract or BinaryOperator.RangeInclude or BinaryOperator.RangeExclude:
                throw operation.Unsupported(state, a, b);
            default: return Compare(state, operation, a, b);
        }
    }

    private static Value Join(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        RequireLists(state, operation, a, b);
        var result = state.ToArray(a.List, operation.Left, b.List.Count);
        state.AddAll(result, b.List, operation.Right);
        return Value.Of(result);
    }

    private static Value Repeat(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        var (list, times) = a.IsList ? (a, b) : (b, a);
        if (!Conversions.TryToInt(times, out var count))
        {
            throw operation.Unsupported(state, a, b);
        }

        if (count < 0)
        {
            throw state.Fail(a.IsList ? operation.Right : operation.Left, "A list cannot be repeated a negative number of times.");
        }

        if (list.List.Count > 0 && (long)list.List.Count * count > Array.MaxLength)
        {
            throw state.Fail(operation.Sign, $"A list of more than {Array.MaxLength} items.", TemplateErrorCode.CollectionLimit);
        }

        var source = state.Settled(list.List, operation.Sign);
        return LazySequence.Over(source, current => Repeated(current, operation, source, count));
    }

    private static IEnumerator<Value> Repeated(RenderState state, BinaryOperation operation, ListView list, int count)
    {
        state.EnterLoop();
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (list.IsLazy)
                {
                    state.Round(operation.Sign);
                }

                using var items = list.Enumerate(state);
                while (items.MoveNext())
                {
                    if (!list.IsLazy)
                    {
                        state.Round(operation.Sign);
                    }

                    yield return items.Current;
                }
            }
        }
        finally
        {
            state.LeaveLoop();
        }
    }

    // `/ n` is the first n-th of a list, `% n` every n-th item.
    private static Value Part(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (!a.IsList)
        {
            throw operation.Unsupported(state, a, b, a.Kind == ValueKind.Object ? operation.Sign : operation.Left);
        }

        if (!Conversions.TryToInt(b, out var divisor))
        {
            throw operation.Unsupported(state, a, b);
        }

        if (divisor <= 0)
        {
            throw state.Fail(operation.Right, divisor == 0 ? "Division by zero." : "A list cannot be divided by a negative number.");
        }

        var items = state.ToArray(a.List, operation.Left);
        var result = new TemplateArray();
        var isModulo = operation.Operator == BinaryOperator.Modulo;

        // A range gives its part rounded up, an array rounded down.
        var end = isModulo ? items.Count : a.List.IsLazy ? (items.Count + divisor - 1) / divisor : items.Count / divisor;
        for (var i = 0L; i < end; i += isModulo ? divisor : 1)
        {
            result.Add(items[(int)i]);
        }

        return Value.Of(result);
    }

    private static Value Append(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (!a.IsList)
        {
            throw operation.Unsupported(state, a, b, operation.Left);
        }

        var result = state.ToArray(a.List, operation.Left, 1);
        result.Add(b);
        return Value.Of(result);
    }

    private static Value Prepend(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (!b.IsList && b.Kind != ValueKind.Object)
        {
            throw operation.Unsupported(state, a, b, operation.Right);
        }

        var result = new TemplateArray();
        result.Add(a);
        state.AddAll(result, state.Iterable(b, operation.Right), operation.Right);
        return Value.Of(result);
    }

    private static Value Compare(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (a.Kind == ValueKind.Object && b.Kind == ValueKind.Array || a.Kind == ValueKind.Array && b.Kind == ValueKind.Object)
        {
            return CompareWithObject(state, operation, a, b);
        }

        RequireLists(state, operation, a, b);
        if (operation.Operator == BinaryOperator.NotEqual)
        {
            return Value.Of(!AreEqual(state, operation, a, b));
        }

        return operation.Operator == BinaryOperator.Equal ? Value.Of(AreEqual(state, operation, a, b)) : Order(state, operation, a, b);
    }

    // An object is never equal to an array; the one with more in it is the larger.
    private static Value CompareWithObject(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (operation.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return Value.Of(operation.Operator == BinaryOperator.NotEqual);
        }

        var left = a.IsList ? a.List.Count : state.MemberCount(a, operation.Left);
        var right = b.IsList ? b.List.Count : state.MemberCount(b, operation.Right);
        return Arithmetic.Ints(state, operation, left, right);
    }

    private static bool AreEqual(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (a.List.Count >= 0 && b.List.Count >= 0 && a.List.Count != b.List.Count)
        {
            return false;
        }

        using var left = state.Items(a.List, operation.Left).GetEnumerator();
        using var right = state.Items(b.List, operation.Right).GetEnumerator();
        var equal = new BinaryOperation(BinaryOperator.Equal, operation.Left, operation.Sign, operation.Right);
        while (true)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return hasLeft == hasRight;
            }

            if (!equal.Apply(state, left.Current, right.Current).IsTrue)
            {
                return false;
            }
        }
    }

    // The first pair of items that differs decides; a list that ends first is the smaller.
    private static Value Order(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        using var left = state.Items(a.List, operation.Left).GetEnumerator();
        using var right = state.Items(b.List, operation.Right).GetEnumerator();
        var equal = new BinaryOperation(BinaryOperator.Equal, operation.Left, operation.Sign, operation.Right);
        while (true)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return operation.Apply(state, Value.Of(hasLeft ? 1 : 0), Value.Of(hasRight ? 1 : 0));
            }

            if (!equal.Apply(state, left.Current, right.Current).IsTrue)
            {
                return operation.Apply(state, left.Current, right.Current);
            }
        }
    }

    private static void RequireLists(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        if (!a.IsList)
        {
            throw operation.Unsupported(state, a, b, operation.Left);
        }

        if (!b.IsList)
        {
            throw operation.Unsupported(state, a, b, operation.Right);
        }
    }
}
