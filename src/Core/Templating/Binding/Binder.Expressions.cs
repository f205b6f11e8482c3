using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <content>Expressions.</content>
internal sealed partial class Binder
{
    private Node Expression(ExpressionSyntax syntax)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TemplateException.At(_source, syntax.Span, TemplateErrorCode.TooComplex, "The template nests too deeply.");
        }

        return Dispatch(syntax);
    }

    private Node Dispatch(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => new LiteralNode(literal.Span, literal.Value),
        InterpolationSyntax interpolation => new InterpolationNode(interpolation.Span, Expressions(interpolation.Parts)),
        ArraySyntax array => new ArrayNode(array.Span, Expressions(array.Items)),
        ObjectSyntax members => new ObjectNode(members.Span, [.. members.Members.Select(m => (m.Name, Expression(m.Value)))]),
        NameSyntax name => Name(name),
        LocalSyntax local => Local(local),
        ThisSyntax => new ThisNode(syntax.Span),
        MemberSyntax member => Member(member),
        IndexSyntax index => new IndexNode(index.Span, Expression(index.Target), Expression(index.Index), Site(index.Span)),
        ParenthesizedSyntax { Inner: AnonymousFunctionSyntax } inner => new CalledFunctionNode(inner.Span, Expression(inner.Inner), Site(inner.Span)),
        ParenthesizedSyntax inner => Expression(inner.Inner),
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Binary(binary),
        ConditionalSyntax conditional => new ConditionalNode(
            Expression(conditional.Condition), Expression(conditional.WhenTrue), Expression(conditional.WhenFalse)),
        IncrementSyntax increment => new IncrementNode(
            increment.Span, Expression(increment.Target), Operation(increment.Operator, increment.Target.Span, increment.Target.Span), increment.Postfix),
        CallSyntax call => Call(call, piped: null),
        PipeSyntax pipe => Pipe(pipe, isBetweenPipes: false),
        AnonymousFunctionSyntax function => new AnonymousFunctionNode(function.Span, Function(function.Function, "do")),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private Node[] Expressions(IReadOnlyList<ExpressionSyntax> expressions) => [.. expressions.Select(Expression)];

    private static CallSite Site(TextSpan span) => new(span, span, []);

    private Node Name(NameSyntax name)
    {
        var site = Site(name.Span);
        if (_scope.TryScoped(name.Name, out var slot))
        {
            return new ScopedNode(name.Span, name.Name, slot, site);
        }

        if (_scope.TryLoop(name.Name, out slot))
        {
            return new LoopVariableNode(name.Span, name.Name, slot, site);
        }

        var lookup = new GlobalNode(name.Span, name.Name, site);
        if (name.Name is "for" or "while" or "tablerow")
        {
            return new LoopNode(name.Span, name.Name);
        }

        return _builtins.TryGet(name.Name, out var builtin) && builtin.Kind == ValueKind.Function && Builtins.IsBoundEarly(name.Name)
            ? new BuiltinNode(name.Span, builtin.Function, Builtins.ModuleBit(name.Name), lookup, site)
            : lookup;
    }

    private Node Local(LocalSyntax local)
    {
        if (local.Name.Length == 0)
        {
            return new ArgumentsNode(local.Span);
        }

        if (local.Name == "$")
        {
            return new WrappedBlockNode(local.Span);
        }

        var site = Site(local.Span);
        if (int.TryParse(local.Name, System.Globalization.NumberStyles.None, null, out var index))
        {
            return new ArgumentNode(local.Span, index, site);
        }

        return _scope.TryLoop("$" + local.Name, out var slot)
            ? new LoopVariableNode(local.Span, "$" + local.Name, slot, site)
            : new LocalNode(local.Span, _scope.Local(local.Name), site);
    }

    private Node Member(MemberSyntax member)
    {
        var site = Site(member.Span);
        var node = new MemberNode(member.Span, Expression(member.Target), member.Member.Name, member.Member.Span, member.Conditional, site);
        if (member is { Conditional: false, Target: NameSyntax { Name: "for" or "while" or "tablerow" } loop })
        {
            return new LoopMemberNode(member.Span, loop.Name, member.Member.Name, node);
        }

        if (member.Target is NameSyntax module && !_scope.TryScoped(module.Name, out _) && !_scope.TryLoop(module.Name, out _)
            && _builtins.TryGetFunction(module.Name, member.Member.Name, out var function))
        {
            return new BuiltinNode(member.Span, function, Builtins.ModuleBit(module.Name), node, site);
        }

        return node;
    }

    private Node Unary(UnarySyntax unary)
    {
        var operand = Expression(unary.Operand);
        Node node = unary.Operator switch
        {
            TokenKind.Exclamation => new NotNode(unary.Span, operand),
            TokenKind.At => new FunctionReferenceNode(unary.Span, operand),
            TokenKind.Caret or TokenKind.DoubleCaret => new ExpandNode(unary.Span, operand),
            _ => new SignNode(unary.Span, operand, unary.Operator == TokenKind.Minus),
        };
        return node is SignNode && operand is LiteralNode { Value.IsNumber: true } literal
            ? new LiteralNode(unary.Span, Arithmetic.Sign(null!, literal.Value, unary.Operator == TokenKind.Minus, unary.Span))
            : node;
    }

    private Node Binary(BinarySyntax binary)
    {
        var (left, right) = (Expression(binary.Left), Expression(binary.Right));
        return binary.Operator.Kind switch
        {
            TokenKind.DoubleAmpersand => new AndNode(left, right),
            TokenKind.DoublePipe => new OrNode(left, right),
            TokenKind.DoubleQuestion => new CoalesceNode(left, right, inverted: false),
            TokenKind.QuestionExclamation => new CoalesceNode(left, right, inverted: true),
            _ => new BinaryNode(left, Operation(binary.Operator, binary.Left.Span, binary.Right.Span), right),
        };
    }

    private static BinaryOperation Operation(Token op, TextSpan left, TextSpan right) => new(BinaryOperation.Of(op.Kind), left, op.Span, right);

    private CallNode Call(CallSyntax call, ExpressionSyntax? piped, bool isBetweenPipes = false)
    {
        var arguments = new List<BoundArgument>();
        var spans = new List<TextSpan>();
        if (piped is not null)
        {
            spans.Add(piped.Span);
            arguments.Add(new BoundArgument(null, Piped(piped), IsExpansion(piped)));
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Name is ['=' or '.', ..])
            {
                throw TemplateException.At(_source, argument.Span, TemplateErrorCode.Syntax, "An assignment is a statement; it cannot be an argument.");
            }

            spans.Add(argument.Value!.Span);
            arguments.Add(new BoundArgument(argument.Name, Expression(argument.Value), IsExpansion(argument.Value)));
        }

        var site = new CallSite(call.Span, call.Target.Span, [.. spans])
        {
            // Scriban has lost the position of a call between two pipes.
            After = isBetweenPipes && _options.ScribanCompatible ? new TextSpan(1, 2) : new TextSpan(call.Span.End, call.Span.End + 1),
        };
        return new CallNode(call.Span, Expression(call.Target), [.. arguments], site, piped is not null);
    }

    private Node Piped(ExpressionSyntax from) => from is PipeSyntax inner ? Pipe(inner, isBetweenPipes: true) : Expression(from);

    private static bool IsExpansion(ExpressionSyntax? syntax) => syntax is UnarySyntax { Operator: TokenKind.Caret or TokenKind.DoubleCaret };

    private Node Pipe(PipeSyntax pipe, bool isBetweenPipes)
    {
        if (pipe.To is CallSyntax call)
        {
            return Call(call, pipe.From, isBetweenPipes);
        }

        var (from, to) = (Piped(pipe.From), Expression(pipe.To));
        var site = new CallSite(to.Span, to.Span, [pipe.From.Span]);
        return IsExpansion(pipe.From)
            ? new CallNode(to.Span, to, [new BoundArgument(null, from, Expands: true)], site, isPiped: true)
            : new PipeNode(from, to, site);
    }
}
