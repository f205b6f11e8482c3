namespace Clientele.Templating;

/// <summary>An operator at a place in a template: applies it, and knows where its mistakes are.</summary>
/// <remarks>The kinds of the operands decide which rules apply: text first, then null and <c>empty</c>, then lists, then the rest.</remarks>
internal sealed class BinaryOperation(BinaryOperator op, TextSpan left, TextSpan sign, TextSpan right)
{
    public BinaryOperator Operator { get; } = op;

    public TextSpan Left { get; } = left;

    public TextSpan Sign { get; } = sign;

    public TextSpan Right { get; } = right;

    public bool IsComparison => Operator >= BinaryOperator.Equal;

    public string Symbol => Operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideRound => "//",
        BinaryOperator.Modulo => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.RangeInclude => "..",
        BinaryOperator.RangeExclude => "..<",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };

    public static BinaryOperator Of(TokenKind token) => token switch
    {
        TokenKind.Plus or TokenKind.PlusEqual or TokenKind.DoublePlus => BinaryOperator.Add,
        TokenKind.Minus or TokenKind.MinusEqual or TokenKind.DoubleMinus => BinaryOperator.Subtract,
        TokenKind.Star or TokenKind.StarEqual => BinaryOperator.Multiply,
        TokenKind.Slash or TokenKind.SlashEqual => BinaryOperator.Divide,
        TokenKind.DoubleSlash or TokenKind.DoubleSlashEqual => BinaryOperator.DivideRound,
        TokenKind.Percent or TokenKind.PercentEqual => BinaryOperator.Modulo,
        TokenKind.DoubleLess => BinaryOperator.ShiftLeft,
        TokenKind.DoubleGreater => BinaryOperator.ShiftRight,
        TokenKind.DoubleDot => BinaryOperator.RangeInclude,
        TokenKind.DoubleDotLess => BinaryOperator.RangeExclude,
        TokenKind.DoubleEqual => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        _ => BinaryOperator.GreaterOrEqual,
    };

    public Value Apply(RenderState state, in Value a, in Value b)
    {
        if (a.Kind == ValueKind.Int && b.Kind == ValueKind.Int)
        {
            return Arithmetic.Ints(state, this, a.Int, b.Int);
        }

        if (a.IsText || b.IsText)
        {
            return TextOperators.Apply(state, this, a, b);
        }

        if (a.IsNull || b.IsNull)
        {
            return IsComparison ? Value.Of(Operator == (a.IsNull == b.IsNull ? BinaryOperator.Equal : BinaryOperator.NotEqual)) : Value.Null;
        }

        if (a.Kind == ValueKind.Empty || b.Kind == ValueKind.Empty)
        {
            return EmptyOperators.Apply(state, this, a, b);
        }

        if (a.IsList || b.IsList)
        {
            state.EnterCall(Sign);
            var result = ListOperators.Apply(state, this, a, b);
            state.LeaveCall();
            return result;
        }

        return Arithmetic.Apply(state, this, a, b);
    }

    public TemplateException Unsupported(RenderState state, in Value a, in Value b, TextSpan? at = null) =>
        state.Fail(at ?? Sign, $"`{Symbol}` is not possible between {KindName.Of(a)} and {KindName.Of(b)}.");
}
