namespace Clientele.Templating;

/// <summary>Turns the syntax of a rule into what evaluates it, and refuses what a rule may not do, with the position.</summary>
internal sealed partial class RuleBinder
{
    private readonly SourceText _source;
    private readonly TemplateEngine _engine;
    private readonly List<string> _names = [];

    private RuleBinder(SourceText source, TemplateEngine engine)
    {
        _source = source;
        _engine = engine;
    }

    public static RuleExpression Bind(BlockSyntax page, SourceText source, TemplateEngine engine)
    {
        var binder = new RuleBinder(source, engine);
        var statements = page.Statements;
        if (statements.Count == 0)
        {
            throw binder.Refuse(default, "A rule is one expression; there is none.");
        }

        if (statements[0] is not ExpressionStatementSyntax only)
        {
            throw binder.Refuse(statements[0].Span, "A rule is one expression; it cannot assign, loop or branch by statements.");
        }

        if (statements.Count > 1)
        {
            throw binder.Refuse(statements[1].Span, "A rule is one expression; here a second begins.");
        }

        return new RuleExpression(source, binder.Bind(only.Expression), [.. binder._names]);
    }

    private RuleNode Bind(ExpressionSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => Literal(literal),
        ParenthesizedSyntax inner => Bind(inner.Inner),
        NameSyntax or MemberSyntax => Fact(syntax),
        ArraySyntax array => new RuleList(array.Span, [.. array.Items.Select(Bind)]),
        BinarySyntax binary => Binary(binary),
        UnarySyntax unary => Unary(unary),
        ConditionalSyntax choice => new RuleConditional(choice.Span, Bind(choice.Condition), Bind(choice.WhenTrue), Bind(choice.WhenFalse)),
        CallSyntax call => Call(call, null),
        PipeSyntax { To: CallSyntax call } pipe => Call(call, pipe.From),
        PipeSyntax pipe => Call(new CallSyntax(pipe.To.Span, pipe.To, [], isExplicit: false), pipe.From),
        _ => throw Refuse(syntax.Span, $"A rule cannot contain `{_source.Slice(syntax.Span)}`."),
    };

    private RuleConstant Literal(LiteralSyntax literal)
    {
        var value = literal.Value;
        if (value.IsNumber)
        {
            return Conversions.TryToDecimal(value, out var number)
                ? new RuleConstant(literal.Span, RuleValue.Of(number))
                : throw Refuse(literal.Span, "The number is too large for a rule.");
        }

        return value.Kind switch
        {
            ValueKind.Bool => new RuleConstant(literal.Span, RuleValue.Of(value.Bool)),
            ValueKind.String => new RuleConstant(literal.Span, RuleValue.Of(value.Text)),
            _ => new RuleConstant(literal.Span, RuleValue.Missing, isNull: true),
        };
    }

    private RuleNode Fact(ExpressionSyntax syntax)
    {
        var name = Path(syntax) ?? throw Refuse(syntax.Span, $"`{_source.Slice(syntax.Span)}` is not the name of a fact.");
        if (TryFunction(name, out _))
        {
            return Call(new CallSyntax(syntax.Span, syntax, [], isExplicit: false), null);
        }

        var index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
        }

        return new RuleFact(syntax.Span, index, name);
    }

    private static string? Path(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name.Name,
        MemberSyntax { Conditional: false } member => Path(member.Target) is { } path ? $"{path}.{member.Member.Name}" : null,
        _ => null,
    };

    private TemplateException Refuse(TextSpan span, string message, string code = TemplateErrorCode.NotARule) =>
        TemplateException.At(_source, span, code, message);
}
