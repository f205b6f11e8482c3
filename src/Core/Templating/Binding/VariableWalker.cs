namespace Clientele.Templating;

/// <summary>
/// Walks a template in reading order, keeping track of what it has defined itself, and goes on into the templates that it includes by a
/// written name; each is walked once.
/// </summary>
internal sealed class VariableWalker(TemplateEngine engine, WalkedPage start)
{
    private readonly Builtins _builtins = engine.Builtins;
    private readonly HashSet<string> _walked = [start.Source.Name];
    private WalkedPage _current = start;
    private readonly Dictionary<string, int> _defined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _elements = new(StringComparer.Ordinal);

    /// <summary>What is read, by path and place, in reading order.</summary>
    public List<(string Path, ExpressionSyntax Syntax, WalkedPage In)> Reads { get; } = [];

    /// <summary>What is called, with the number of positional arguments and whether arguments are named or spread.</summary>
    public List<(ExpressionSyntax Target, int Count, bool IsOpen, WalkedPage In)> Calls { get; } = [];

    /// <summary>Members that a builtin module does not have.</summary>
    public List<(string Module, string Member, TextSpan Span, WalkedPage In)> Unknown { get; } = [];

    /// <summary>Templates that are included and cannot be.</summary>
    public List<(TemplateException Error, TextSpan Span, WalkedPage In)> Failed { get; } = [];

    public VariableWalker Walk()
    {
        Block(_current.Page);
        return this;
    }

    private void Block(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            Statement(statement);
        }
    }

    private void Statement(StatementSyntax statement)
    {
        switch (statement)
        {
            case ExpressionStatementSyntax s: Expression(s.Expression); break;
            case AssignmentSyntax s: Assignment(s); break;
            case IfSyntax s:
                foreach (var (condition, body) in s.Branches)
                {
                    Expression(condition);
                    Block(body);
                }

                break;
            case CaseSyntax s:
                Expression(s.Subject);
                foreach (var (values, body) in s.Branches)
                {
                    All(values ?? []);
                    Block(body);
                }

                break;
            case ForSyntax s: For(s); break;
            case WhileSyntax s: Expression(s.Condition); Block(s.Body); break;
            case CaptureSyntax s: Block(s.Body); Define(s.Target); break;
            case ImportSyntax s: Expression(s.Source); break;
            case WithSyntax s: Expression(s.Target); Block(s.Body); break;
            case WrapSyntax s: Expression(s.Call); Block(s.Body); break;
            case FunctionStatementSyntax s: Define(s.Function.Name!); Function(s.Function); break;
            case ReturnSyntax s: Expression(s.Value); break;
        }
    }

    private void Assignment(AssignmentSyntax assignment)
    {
        Expression(assignment.Value);
        if (assignment.Operator.Kind != TokenKind.Equal)
        {
            Expression(assignment.Target);
        }

        Define(assignment.Target);
    }

    private void For(ForSyntax loop)
    {
        Expression(loop.Items);
        All(loop.Options.Select(o => o.Value).OfType<ExpressionSyntax>());
        if (loop.Variable is NameSyntax variable)
        {
            _defined[variable.Name] = _defined.GetValueOrDefault(variable.Name) + 1;
            var hidden = _elements.GetValueOrDefault(variable.Name);
            if (Path(loop.Items) is { } path)
            {
                _elements[variable.Name] = path;
            }

            Block(loop.Body);
            _elements.Remove(variable.Name);
            if (hidden is not null)
            {
                _elements[variable.Name] = hidden;
            }

            _defined[variable.Name]--;
        }
        else
        {
            Block(loop.Body);
        }

        if (loop.Else is not null)
        {
            Block(loop.Else);
        }
    }

    private void Function(FunctionSyntax function)
    {
        var parameters = function.Parameters ?? [];
        All(parameters.Select(p => p.Default).OfType<ExpressionSyntax>());
        foreach (var parameter in parameters)
        {
            _defined[parameter.Name] = _defined.GetValueOrDefault(parameter.Name) + 1;
        }

        Block(function.Body);
        foreach (var parameter in parameters)
        {
            _defined[parameter.Name]--;
        }
    }

    private void Define(ExpressionSyntax target)
    {
        if (target is NameSyntax name)
        {
            _defined[name.Name] = _defined.GetValueOrDefault(name.Name) + 1;
        }
        else
        {
            Expression(target);
        }
    }

    private void All(IEnumerable<ExpressionSyntax> expressions)
    {
        foreach (var expression in expressions)
        {
            Expression(expression);
        }
    }

    private void Expression(ExpressionSyntax? expression)
    {
        if (expression is null)
        {
            return;
        }

        if (Path(expression) is { } path)
        {
            Reads.Add((path, expression, _current));
            return;
        }

        switch (expression)
        {
            case InterpolationSyntax e: All(e.Parts); break;
            case ArraySyntax e: All(e.Items); break;
            case ObjectSyntax e: All(e.Members.Select(m => m.Value)); break;
            case MemberSyntax { Target: NameSyntax module } e when _defined.GetValueOrDefault(module.Name) == 0 && _builtins.TryGet(module.Name, out var value):
                if (value.Reference is BuiltinModule known && !known.Members.ContainsKey(e.Member.Name))
                {
                    Unknown.Add((module.Name, e.Member.Name, e.Span, _current));
                }

                break;
            case MemberSyntax e: Expression(e.Target); break;
            case IndexSyntax e: Expression(e.Target); Expression(e.Index); break;
            case ParenthesizedSyntax e: Expression(e.Inner); break;
            case UnarySyntax e: Expression(e.Operand); break;
            case BinarySyntax e: Expression(e.Left); Expression(e.Right); break;
            case ConditionalSyntax e: All([e.Condition, e.WhenTrue, e.WhenFalse]); break;
            case IncrementSyntax e: Expression(e.Target); break;
            case PipeSyntax { To: CallSyntax call } e: Expression(e.From); Call(call, IsSpread(e.From), e.From); break;
            case PipeSyntax e:
                Expression(e.From);
                Calls.Add((e.To, 1, IsSpread(e.From), _current));
                Expression(e.To);
                Includes(e.To, [e.From]);
                break;
            case AnonymousFunctionSyntax e: Function(e.Function); break;
            case CallSyntax e: Call(e, isOpen: false, piped: null); break;
        }
    }

    private void Call(CallSyntax call, bool isOpen, ExpressionSyntax? piped)
    {
        var count = call.Arguments.Count + (piped is null ? 0 : 1);
        Calls.Add((call.Target, count, isOpen || call.Arguments.Any(a => a.Name is not null || IsSpread(a.Value)), _current));
        Expression(call.Target);
        All(call.Arguments.Select(a => a.Value).OfType<ExpressionSyntax>());
        Includes(call.Target, [.. piped is null ? Enumerable.Empty<ExpressionSyntax>() : [piped], .. call.Arguments.Where(a => a.Name is null).Select(a => a.Value!)]);
    }

    private void Includes(ExpressionSyntax target, IReadOnlyList<ExpressionSyntax> arguments)
    {
        if (target is not NameSyntax { Name: "include" or "include_join" } name || _defined.GetValueOrDefault(name.Name) > 0 || arguments.Count == 0)
        {
            return;
        }

        IEnumerable<ExpressionSyntax> names = name.Name == "include" ? [arguments[0]] : arguments[0] is ArraySyntax array ? array.Items : [];
        foreach (var written in names.Select(Unwrapped).OfType<LiteralSyntax>().Where(literal => literal.Value.Kind == ValueKind.String))
        {
            Include(written.Value.Text, written.Span);
        }

        foreach (var affix in arguments.Skip(name.Name == "include" ? arguments.Count : 1).Take(3).OfType<LiteralSyntax>())
        {
            if (affix.Value.Kind == ValueKind.String && affix.Value.Text.StartsWith(IncludeFunctions.TemplateMark, StringComparison.Ordinal))
            {
                Include(affix.Value.Text[IncludeFunctions.TemplateMark.Length..], affix.Span);
            }
        }
    }

    private void Include(string path, TextSpan span)
    {
        if (!_walked.Add(path))
        {
            return;
        }

        var around = _current;
        try
        {
            var unit = engine.Include(path, around.Escaping);
            _current = new WalkedPage(unit.Page, unit.Unit.Source, unit.Unit.Escaping, [$"{around.Place(span)}: {unit.Unit.Description}", .. around.Stack]);
            Block(unit.Page);
        }
        catch (TemplateException exception)
        {
            Failed.Add((exception, span, around));
        }
        finally
        {
            _current = around;
        }
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax syntax) => syntax is ParenthesizedSyntax { Inner: var inner } ? Unwrapped(inner) : syntax;

    private static bool IsSpread(ExpressionSyntax? syntax) => syntax is UnarySyntax { Operator: TokenKind.Caret or TokenKind.DoubleCaret };

    private string? Path(ExpressionSyntax expression) => expression switch
    {
        NameSyntax name => Root(name.Name),
        MemberSyntax { Target: var target, Member: var member } => Path(target) is { } path
            ? member.Name is "size" or "empty?" or "blank?" ? path : $"{path}.{member.Name}"
            : null,
        _ => null,
    };

    private string? Root(string name)
    {
        if (_elements.TryGetValue(name, out var element))
        {
            return element;
        }

        return _defined.GetValueOrDefault(name) > 0 || _builtins.TryGet(name, out _) || name is "for" or "while" or "tablerow" ? null : name;
    }
}
