namespace Clientele.Templating;

/// <content>Functions and what they return.</content>
internal sealed partial class Parser
{
    private FunctionStatementSyntax? ParseFunction()
    {
        var start = Next();
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Local))
        {
            Error(start.Span, $"Expected the name of the function instead of `{Text(Current)}`.");
            SkipToEndOfStatement();
            ParseBody("func", start);
            return null;
        }

        var name = ParsePrimary(Current)!;
        List<ParameterSyntax>? parameters = null;
        if (Current.Kind == TokenKind.OpenParen && Current.Start == Previous.End)
        {
            parameters = ParseParameters();
        }

        ExpectEndOfStatement();
        var body = ParseBody("func", start);
        ExpectEndOfStatement();
        var span = new TextSpan(start.Start, Previous.End);
        return new FunctionStatementSyntax(span, new FunctionSyntax(span, name, parameters, body, isInline: false));
    }

    private List<ParameterSyntax> ParseParameters()
    {
        Next();
        var parameters = new List<ParameterSyntax>();
        while (Current.Kind != TokenKind.CloseParen)
        {
            SkipNewLines();
            if (Current.Kind != TokenKind.Identifier)
            {
                Error(Current.Span, $"Expected the name of a parameter instead of `{Text(Current)}`.");
                break;
            }

            var name = Next();
            ExpressionSyntax? initial = null;
            if (Accept(TokenKind.Equal))
            {
                initial = ParseExpression();
                if (initial is null)
                {
                    Error(Current.Span, $"Expected a default value instead of `{Text(Current)}`.");
                    break;
                }
            }

            AddParameter(parameters, name.Span, Text(name), initial, Accept(TokenKind.TripleDot));
            SkipNewLines();
            if (!Accept(TokenKind.Comma) && Current.Kind != TokenKind.CloseParen)
            {
                Error(Current.Span, $"Expected a comma or `)` instead of `{Text(Current)}`.");
                break;
            }
        }

        Accept(TokenKind.CloseParen);
        return parameters;
    }

    private void AddParameter(List<ParameterSyntax> parameters, TextSpan span, string name, ExpressionSyntax? initial, bool isVariadic)
    {
        if (parameters is [.., { IsVariadic: true }])
        {
            Error(span, "Nothing can follow the parameter that takes the remaining arguments.");
        }
        else if (initial is null && !isVariadic && parameters is [.., { Default: not null }])
        {
            Error(span, "A parameter without a default cannot follow one that has a default.");
        }

        parameters.Add(new ParameterSyntax(name, initial, isVariadic));
    }

    private FunctionStatementSyntax? ParseInlineFunction(CallSyntax declaration)
    {
        var parameters = new List<ParameterSyntax>();
        foreach (var argument in declaration.Arguments)
        {
            var name = argument switch
            {
                { Name: ['=', .. var withDefault] } => withDefault,
                { Value: NameSyntax variable } => variable.Name,
                _ => null,
            };
            if (name is null)
            {
                Error(argument.Span, "Expected the name of a parameter.");
                return null;
            }

            var isDefault = argument.Name is ['=', ..];
            AddParameter(parameters, argument.Span, name, isDefault ? argument.Value : null, argument.Name == "...");
        }

        var value = ParseExpression();
        if (value is null)
        {
            Error(Current.Span, $"Expected the value of the function instead of `{Text(Current)}`.");
            return null;
        }

        ExpectEndOfStatement();
        var span = TextSpan.Covering(declaration.Span, value.Span);
        var body = new BlockSyntax(value.Span, [new ReturnSyntax(value.Span, value)]);
        return new FunctionStatementSyntax(span, new FunctionSyntax(span, declaration.Target, parameters, body, isInline: true));
    }

    private ReturnSyntax ParseReturn()
    {
        var start = Next();
        var value = ParseExpression();
        ExpectEndOfStatement();
        return new ReturnSyntax(TextSpan.Covering(start.Span, value?.Span ?? start.Span), value);
    }
}
