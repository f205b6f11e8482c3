namespace Clientele.Templating;

/// <content>Statements.</content>
internal sealed partial class Binder
{
    private Statement Statement(StatementSyntax syntax)
    {
        switch (syntax)
        {
            case RawSyntax raw: return new RawStatement(raw.Span, raw.Text);
            case ExpressionStatementSyntax expression:
                var written = new ExpressionStatement(expression.Span, Expression(expression.Expression));
                return _options.Scriban.RenderRuntimeErrors ? new ForgivingStatement(written) : written;
            case AssignmentSyntax assignment: return Assignment(assignment);
            case IfSyntax branch:
                return new IfStatement(branch.Span, [.. branch.Branches.Select(b => (b.Condition is null ? null : Expression(b.Condition), Block(b.Body)))]);
            case CaseSyntax choice: return Case(choice);
            case ForSyntax loop: return For(loop);
            case WhileSyntax loop: return While(loop);
            case LoopExitSyntax exit: return new LoopExitStatement(exit.Span, exit.IsBreak ? Flow.Break : Flow.Continue, _scope.LoopDepth > 0);
            case CaptureSyntax capture: return new CaptureStatement(capture.Span, Expression(capture.Target), Block(capture.Body));
            case ReadOnlySyntax { Variable: NameSyntax variable } only: return new ReadOnlyStatement(only.Span, variable.Name);
            case ReadOnlySyntax only: return new ReadOnlyStatement(only.Span, _source.Slice(only.Variable.Span));
            case ImportSyntax import: return new ImportStatement(import.Span, Expression(import.Source));
            case WithSyntax with: return new WithStatement(with.Span, Expression(with.Target), Block(with.Body));
            case WrapSyntax wrap: return Wrap(wrap);
            case FunctionStatementSyntax function:
                var name = _source.Slice(function.Function.Name!.Span);
                return new FunctionStatement(function.Span, Target(function.Function.Name), Function(function.Function, name));
            case ReturnSyntax result: return new ReturnStatement(result.Span, result.Value is null ? null : Expression(result.Value));
            default: throw new InvalidOperationException(syntax.GetType().Name);
        }
    }

    // What is assigned is the variable itself, even when its name is that of a loop or a builtin.
    private Node Target(ExpressionSyntax syntax) => Expression(syntax) is BuiltinNode
        ? syntax is NameSyntax name
            ? new GlobalNode(name.Span, name.Name, Site(name.Span))
            : new MemberNode(
                syntax.Span, Expression(((MemberSyntax)syntax).Target), ((MemberSyntax)syntax).Member.Name, ((MemberSyntax)syntax).Member.Span, false, Site(syntax.Span))
        : Expression(syntax);

    private AssignStatement Assignment(AssignmentSyntax assignment)
    {
        var target = Target(assignment.Target is ParenthesizedSyntax { Inner: var inner } ? inner : assignment.Target);
        var operation = assignment.Operator.Kind == TokenKind.Equal
            ? null
            : new BinaryOperation(BinaryOperation.Of(assignment.Operator.Kind), target.Span, target.Span, target.Span);
        return new AssignStatement(assignment.Span, target, Expression(assignment.Value), operation);
    }

    private CaseStatement Case(CaseSyntax choice)
    {
        var subject = Expression(choice.Subject);
        var branches = new List<(BinaryOperation[]?, Node[]?, Statement[])>();
        foreach (var (values, body) in choice.Branches)
        {
            var nodes = values is null ? null : Expressions(values);
            var tests = nodes is null ? null : Array.ConvertAll(nodes, n => new BinaryOperation(BinaryOperator.Equal, subject.Span, n.Span, n.Span));
            branches.Add((tests, nodes, Block(body)));
        }

        return new CaseStatement(choice.Span, subject, [.. branches]);
    }

    private WhileStatement While(WhileSyntax loop)
    {
        var condition = Expression(loop.Condition);
        _scope.LoopDepth++;
        var body = Block(loop.Body);
        _scope.LoopDepth--;
        return new WhileStatement(loop.Span, condition, body);
    }

    private ItemLoopStatement For(ForSyntax loop)
    {
        var items = Expression(loop.Items);
        var name = loop.Variable switch
        {
            NameSyntax plain => plain.Name,
            LocalSyntax local => "$" + local.Name,
            _ => null,
        };
        var target = name is null ? (IAssignable)Target(loop.Variable) : null;
        var otherwise = loop.Else is null ? null : Block(loop.Else);
        var slot = name is null ? -1 : _scope.EnterLoop(name);
        _scope.LoopDepth++;
        var body = Block(loop.Body);
        _scope.LoopDepth--;
        if (slot >= 0)
        {
            _scope.LeaveLoop();
        }

        var (offset, limit, columns) = (Option(loop, "offset"), Option(loop, "limit"), Option(loop, "cols"));
        var reversed = loop.Options.Any(o => o.Name == "reversed");
        var plainName = loop.Variable is NameSyntax ? name : null;
        var bit = plainName is not null && _builtins.TryGet(plainName, out _) ? Builtins.ModuleBit(plainName) : 0;
        return loop.IsTableRow
            ? new TableRowStatement(loop.Span)
            {
                Items = items, Offset = offset, Limit = limit, Reversed = reversed, Body = body, Else = otherwise, VariableName = plainName,
                Slot = slot, Target = target, Columns = columns, Keyword = "tablerow", ModuleBit = bit,
            }
            : new ForStatement(loop.Span)
            {
                Items = items, Offset = offset, Limit = limit, Reversed = reversed, Body = body, Else = otherwise, VariableName = plainName,
                Slot = slot, Target = target, Keyword = "for", ModuleBit = bit,
            };
    }

    private Node? Option(ForSyntax loop, string name) =>
        loop.Options.LastOrDefault(o => o.Name == name) is { Value: { } value } ? Expression(value) : null;

    private WrapStatement Wrap(WrapSyntax wrap)
    {
        var call = Expression(wrap.Call);
        if (call is CallNode)
        {
            return new WrapStatement(wrap.Span, call, Block(wrap.Body));
        }

        var isPath = wrap.Call is NameSyntax or LocalSyntax or MemberSyntax or IndexSyntax;
        var site = new CallSite(wrap.Span, call.Span, []) { After = new TextSpan(wrap.Span.End, wrap.Span.End + 1) };
        return new WrapStatement(wrap.Span, isPath ? new CallNode(call.Span, call, [], site, isPiped: false) : call, Block(wrap.Body));
    }
}
