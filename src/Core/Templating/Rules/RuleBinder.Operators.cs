namespace Clientele.Templating;

/// <content>Operators and calls.</content>
internal sealed partial class RuleBinder
{
    private RuleNode Unary(UnarySyntax unary) => unary.Operator switch
    {
        TokenKind.Exclamation => new RuleNot(unary.Span, Bind(unary.Operand)),
        TokenKind.Minus => new RuleNegation(unary.Span, Bind(unary.Operand)),
        TokenKind.Plus => Bind(unary.Operand),
        _ => throw Refuse(unary.Span, "A rule cannot use functions as values or spread lists."),
    };

    private RuleNode Binary(BinarySyntax binary)
    {
        switch (binary.Operator.Kind)
        {
            case TokenKind.DoubleAmpersand or TokenKind.DoublePipe:
                var clauses = new List<RuleNode>();
                Flatten(binary, binary.Operator.Kind, clauses);
                return binary.Operator.Kind == TokenKind.DoubleAmpersand
                    ? new RuleAnd(binary.Span, [.. clauses])
                    : new RuleOr(binary.Span, [.. clauses]);
            case TokenKind.DoubleQuestion or TokenKind.QuestionExclamation:
                return new RuleCoalesce(
                    binary.Span, Bind(binary.Left), Bind(binary.Right), binary.Operator.Kind == TokenKind.QuestionExclamation);
        }

        var op = BinaryOperation.Of(binary.Operator.Kind);
        if (op is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.RangeInclude or BinaryOperator.RangeExclude)
        {
            throw Refuse(binary.Operator.Span, $"A rule cannot use `{_source.Slice(binary.Operator.Span)}`.");
        }

        var (left, right) = (Bind(binary.Left), Bind(binary.Right));
        return op >= BinaryOperator.Equal ? new RuleComparison(binary.Span, left, op, right) : new RuleArithmetic(binary.Span, left, op, right);
    }

    // `a && b && c` is one list of three clauses, as a reader sees it.
    private void Flatten(ExpressionSyntax syntax, TokenKind op, List<RuleNode> clauses)
    {
        if (syntax is BinarySyntax binary && binary.Operator.Kind == op)
        {
            Flatten(binary.Left, op, clauses);
            Flatten(binary.Right, op, clauses);
            return;
        }

        clauses.Add(Bind(syntax));
    }

    private RuleCall Call(CallSyntax call, ExpressionSyntax? piped)
    {
        var text = _source.Slice(call.Target.Span);
        if (Path(call.Target) is not { } name || !TryFunction(name, out var function))
        {
            throw new TemplateException([
                TemplateDiagnostic.At(_source, call.Target.Span, TemplateErrorCode.UnknownFunction, $"There is no function `{text}`.") with
                {
                    Suggestion = Suggestion.Closest(text, _engine.Builtins.FunctionNames),
                }]);
        }

        if (!function.IsPure)
        {
            throw Refuse(call.Target.Span, $"A rule cannot call `{name}`: its result does not depend on its arguments alone.");
        }

        var arguments = new List<RuleNode>();
        if (piped is not null)
        {
            arguments.Add(Bind(piped));
        }

        foreach (var argument in call.Arguments)
        {
            arguments.Add(argument is { Name: null, Value: { } value }
                ? Bind(value)
                : throw Refuse(argument.Span, "The arguments of a function in a rule have no names."));
        }

        CheckCount(call, function, arguments.Count);
        var site = new CallSite(call.Span, call.Target.Span, [.. arguments.Select(a => a.Span)]);
        var span = piped is null ? call.Span : TextSpan.Covering(piped.Span, call.Span);
        return new RuleCall(span, function, site, [.. arguments], _engine);
    }

    private void CheckCount(CallSyntax call, Function function, int count)
    {
        var (required, most) = function.Arity;
        if (count < required || count > most)
        {
            throw Refuse(
                call.Span, $"`{function.Name}` takes {(required == most ? $"{required}" : $"{required} to {most}")} arguments, not {count}.",
                TemplateErrorCode.Arguments);
        }
    }

    private bool TryFunction(string name, out Function function)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            return _engine.Builtins.TryGetFunction(name[..dot], name[(dot + 1)..], out function);
        }

        var known = _engine.Builtins.TryGet(name, out var value) && value.Kind == ValueKind.Function;
        function = known ? value.Function : null!;
        return known;
    }
}
