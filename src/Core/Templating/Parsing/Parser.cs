using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>
/// Builds the syntax tree by recursive descent. What is wrong is collected, and parsing goes on after the statement it is in, so
/// that one pass names every mistake. Nesting is bounded, so no input exhausts the stack.
/// </summary>
internal sealed partial class Parser
{
    private const int MaximumDiagnostics = 100;
    private const int MaximumBlockDepth = 200;
    private const int MaximumTreeDepth = 500;

    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private readonly List<TemplateDiagnostic> _diagnostics;
    private readonly int _depthLimit;
    private readonly bool _scriptOnly;
    private int _index;
    private int _depth = 1;
    private int _blockDepth;
    private int _newLinesIgnored;
    private bool _assignable;
    private bool _inLoopHeader;

    private Parser(SourceText source, List<Token> tokens, List<TemplateDiagnostic> diagnostics, int depthLimit, bool scriptOnly)
    {
        _source = source;
        _tokens = tokens;
        _diagnostics = diagnostics;
        _depthLimit = depthLimit;
        _scriptOnly = scriptOnly;
    }

    private Token Current => _tokens[_index];

    private Token Previous => _tokens[Math.Max(0, _index - 1)];

    /// <exception cref="TemplateException">The text is not a template.</exception>
    public static BlockSyntax Parse(SourceText source, ScribanSettings settings)
    {
        var diagnostics = new List<TemplateDiagnostic>();
        var tokens = Lexer.Run(source, settings.ScriptOnly, diagnostics);
        var parser = new Parser(source, tokens, diagnostics, settings.ExpressionDepthLimit, settings.ScriptOnly);
        BlockSyntax? page = null;
        try
        {
            page = parser.ParsePage();
        }
        catch (TooManyErrorsException)
        {
            // The diagnostics say it all.
        }

        if (diagnostics.Count > 0)
        {
            throw new TemplateException(diagnostics);
        }

        return page!;
    }

    private Token Next()
    {
        var token = Current;
        if (_index < _tokens.Count - 1)
        {
            _index++;
        }

        return token;
    }

    private Token Peek(int offset) => _index + offset < 0 ? default : _tokens[Math.Min(_index + offset, _tokens.Count - 1)];

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Next();
        return true;
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
        {
            Next();
        }
    }

    private string Text(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "end of template",
        TokenKind.NewLine => "end of line",
        _ => _source.Text[token.Start..token.End],
    };

    private void Error(TextSpan span, string message, string code = TemplateErrorCode.Syntax)
    {
        _diagnostics.Add(TemplateDiagnostic.At(_source, span, code, message));
        if (_diagnostics.Count >= MaximumDiagnostics)
        {
            throw new TooManyErrorsException();
        }
    }

    private void Enter()
    {
        if (++_depth > _depthLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Error(Previous.Span, $"Expressions nest more than {_depthLimit} deep.", TemplateErrorCode.TooComplex);
            throw new TooManyErrorsException();
        }
    }

    // Chains such as `a + b + c` nest as deeply as parentheses do, though the parser goes round a loop for them.
    [return: NotNullIfNotNull(nameof(expression))]
    private ExpressionSyntax? Bounded(ExpressionSyntax? expression)
    {
        if (expression?.Depth > MaximumTreeDepth)
        {
            Error(Previous.Span, $"An expression of more than {MaximumTreeDepth} steps.", TemplateErrorCode.TooComplex);
            throw new TooManyErrorsException();
        }

        return expression;
    }

    private void EnterBlock(TextSpan opener)
    {
        if (++_blockDepth > MaximumBlockDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Error(opener, $"Blocks nest more than {MaximumBlockDepth} deep.", TemplateErrorCode.TooComplex);
            throw new TooManyErrorsException();
        }
    }

    private void Leave() => _depth--;

    private sealed class TooManyErrorsException : Exception;
}
