namespace Clientele.Templating;

/// <content>Statements.</content>
internal sealed partial class SyntaxPrinter
{
    private void Statement(StatementSyntax statement)
    {
        switch (statement)
        {
            case RawSyntax s: Raw(s.Text); break;
            case ExpressionStatementSyntax s: Expression(s.Expression); break;
            case AssignmentSyntax s:
                Expression(s.Target);
                _text.Append(' ').Append(Symbol(s.Operator.Kind)).Append(' ');
                Expression(s.Value);
                break;
            case IfSyntax s: If(s); break;
            case CaseSyntax s: Case(s); break;
            case ForSyntax s: For(s); break;
            case WhileSyntax s: Block("while ", s.Condition, s.Body); break;
            case LoopExitSyntax s: _text.Append(s.IsBreak ? "break" : "continue"); break;
            case CaptureSyntax s: Block("capture ", s.Target, s.Body); break;
            case WithSyntax s: Block("with ", s.Target, s.Body); break;
            case WrapSyntax s: Block("wrap ", s.Call, s.Body); break;
            case ReadOnlySyntax s: Word("readonly ", s.Variable); break;
            case ImportSyntax s: Word("import ", s.Source); break;
            case ReturnSyntax s: Word(s.Value is null ? "ret" : "ret ", s.Value); break;
            case FunctionStatementSyntax s: Function(s.Function); break;
        }
    }

    private void Word(string word, ExpressionSyntax? expression)
    {
        _text.Append(word);
        if (expression is not null)
        {
            Expression(expression);
        }
    }

    private void Block(string word, ExpressionSyntax head, BlockSyntax body)
    {
        Word(word, head);
        _text.Append("; ");
        Body(body);
    }

    private void If(IfSyntax branch)
    {
        for (var i = 0; i < branch.Branches.Count; i++)
        {
            var (condition, body) = branch.Branches[i];
            Word(condition is null ? "else" : i == 0 ? "if " : "else if ", condition);
            _text.Append("; ");
            _text.Append(Statements(body) ? "; " : "");
        }

        _text.Append("end");
    }

    private void Case(CaseSyntax choice)
    {
        Word("case ", choice.Subject);
        _text.Append("; ");
        foreach (var (values, body) in choice.Branches)
        {
            _text.Append(values is null ? "else" : "when ");
            List(values ?? [], ", ");
            _text.Append("; ");
            _text.Append(Statements(body) ? "; " : "");
        }

        _text.Append("end");
    }

    private void For(ForSyntax loop)
    {
        Word(loop.IsTableRow ? "tablerow " : "for ", loop.Variable);
        Word(" in ", loop.Items);
        foreach (var option in loop.Options)
        {
            Word(option.Value is null ? $" {option.Name}" : $" {option.Name}: ", option.Value);
        }

        _text.Append("; ");
        if (loop.Else is not null)
        {
            _text.Append(Statements(loop.Body) ? "; else; " : "else; ");
        }

        Body(loop.Else ?? loop.Body);
    }

    private void Function(FunctionSyntax function)
    {
        Word(function.IsInline ? "" : "func ", function.Name);
        if (function.Parameters is not null)
        {
            Parameters(function.Parameters);
        }

        if (function is { IsInline: true, Body.Statements: [ReturnSyntax { Value: { } value }] })
        {
            Word(" = ", value);
            return;
        }

        _text.Append("; ");
        Body(function.Body);
    }

    private void Parameters(IReadOnlyList<ParameterSyntax> parameters)
    {
        _text.Append('(');
        for (var i = 0; i < parameters.Count; i++)
        {
            _text.Append(i > 0 ? ", " : "").Append(parameters[i].Name);
            if (parameters[i].Default is { } initial)
            {
                Word(" = ", initial);
            }

            _text.Append(parameters[i].IsVariadic ? "..." : "");
        }

        _text.Append(')');
    }
}
