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

    private static Value Join(RenderState state, BinaryOperation operation, Value a, Value b)
    {
        RequireLists(state, operation, ref a, ref b);
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
            // Nothing many times is nothing: going round for it would cost time that nobody charges.
            for (var i = 0; i < count && (list.IsLazy || list.Count > 0); i++)
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
    private static Value Part(RenderState state, BinaryOperation operation, Value a, in Value b)
    {
        if (!TryList(state, operation.Left, ref a, b))
        {
            throw operation.Unsupported(state, a, b, operation.Left);
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

        // Of a lazy sequence it is, by Scriban, the first n + 1 items.
        var end = isModulo ? items.Count : a.List.IsLazy ? Math.Min(items.Count, divisor + 1L) : items.Count / divisor;
        for (var i = 0L; i < end; i += isModulo ? divisor : 1)
        {
            result.Add(items[(int)i]);
        }

        return Value.Of(result);
    }

    private static Value Append(RenderState state, BinaryOperation operation, Value a, in Value b)
    {
        if (!TryList(state, operation.Left, ref a, b))
        {
            throw operation.Unsupported(state, a, b, operation.Left);
        }

        var result = state.ToArray(a.List, operation.Left, 1);
        result.Add(b);
        return Value.Of(result);
    }

    private static Value Prepend(RenderState state, BinaryOperation operation, in Value a, Value b)
    {
        if (!TryList(state, operation.Right, ref b, a))
        {
            throw operation.Unsupported(state, a, b, operation.Right);
        }

        var result = new TemplateArray();
        result.Add(a);
        state.AddAll(result, b.List, operation.Right);
        return Value.Of(result);
    }

    // The longer list is the larger; of two equally long ones, every pair of items has to compare as the lists are said to.
    private static Value Compare(RenderState state, BinaryOperation operation, Value a, Value b)
    {
        RequireLists(state, operation, ref a, ref b);
        var (left, right) = (state.Counted(a.List, operation.Left), state.Counted(b.List, operation.Right));
        if (operation.Operator == BinaryOperator.NotEqual && !state.IsCompatible)
        {
            return Value.Of(!Pairs(state, operation, BinaryOperator.Equal, left, right).IsTrue);
        }

        return Pairs(state, operation, operation.Operator, left, right);
    }

    private static Value Pairs(RenderState state, BinaryOperation operation, BinaryOperator op, ListView left, ListView right)
    {
        if (left.Count != right.Count || left.Count == 0)
        {
            return Arithmetic.Ints(state, new BinaryOperation(op, operation.Left, operation.Sign, operation.Right), left.Count, right.Count);
        }

        var each = new BinaryOperation(op, operation.Sign, operation.Sign, operation.Sign);
        state.EnterLoop();
        var holds = true;
        for (var i = 0; i < left.Count && holds; i++)
        {
            state.Round(operation.Sign);
            holds = each.Apply(state, left[i], right[i]).IsTrue;
        }

        state.LeaveLoop();
        return Value.Of(holds);
    }

    private static void RequireLists(RenderState state, BinaryOperation operation, ref Value a, ref Value b)
    {
        var (left, right) = (a, b);
        if (!TryList(state, operation.Right, ref b, left))
        {
            throw operation.Unsupported(state, left, right, operation.Right);
        }

        if (!TryList(state, operation.Left, ref a, right))
        {
            throw operation.Unsupported(state, left, right, operation.Left);
        }
    }

    // Beside an array, an object stands for the list of its members; beside a lazy sequence it does not.
    private static bool TryList(RenderState state, TextSpan span, ref Value value, in Value other)
    {
        if (value.Kind == ValueKind.Object && other.IsList && !other.List.IsLazy)
        {
            value = Value.Of(state.Iterable(value, span));
        }

        return value.IsList;
    }
}
