namespace Clientele.Templating;

/// <summary>Operators with the sentinel <c>empty</c>: it equals whatever has no content, and computes like null.</summary>
internal static class EmptyOperators
{
    public static Value Apply(RenderState state, BinaryOperation operation, in Value a, in Value b)
    {
        switch (operation.Operator)
        {
            case BinaryOperator.Equal:
                return Value.Of(IsEmpty(state, a, operation.Left) && IsEmpty(state, b, operation.Right));
            case BinaryOperator.NotEqual:
                return Value.Of(!(IsEmpty(state, a, operation.Left) && IsEmpty(state, b, operation.Right)));
            case BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual when a.Kind == b.Kind:
                return Value.True;
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight when a.Kind != b.Kind:
                throw operation.Unsupported(state, a, b);
            default:
                return operation.IsComparison ? Value.False : Value.Null;
        }
    }

    public static bool IsEmpty(RenderState state, in Value value, TextSpan span) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Empty => true,
        ValueKind.String or ValueKind.Safe => value.Text.Length == 0,
        ValueKind.Array or ValueKind.Range => value.List.Count >= 0 ? value.List.Count == 0 : !state.Items(value.List, span).Any(),
        ValueKind.Object => state.MemberCount(value, span) == 0,
        _ => false,
    };
}
