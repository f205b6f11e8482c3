using System.Globalization;

namespace Clientele.Templating;

/// <summary>Cuts a template into tokens. Never fails: what it cannot read becomes a diagnostic and an invalid token.</summary>
internal sealed partial class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private readonly List<TemplateDiagnostic> _diagnostics;
    private readonly Stack<Interpolation> _interpolations = new();
    private int _position;
    private int _braces;

    private Lexer(SourceText source, List<TemplateDiagnostic> diagnostics)
    {
        _source = source;
        _text = source.Text;
        _diagnostics = diagnostics;
    }

    public static List<Token> Run(SourceText source, bool scriptOnly, List<TemplateDiagnostic> diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        if (scriptOnly)
        {
            lexer.ReadCode(untilExit: false);
        }
        else
        {
            lexer.ReadTemplate();
        }

        lexer._tokens.Add(new Token(TokenKind.EndOfFile, source.Text.Length, source.Text.Length));
        return lexer._tokens;
    }

    private char Current => Peek(0);

    private char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private bool AtEnd => _position >= _text.Length;

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _position, _position + length));
        _position += length;
    }

    private void Error(int start, int end, string message) =>
        _diagnostics.Add(TemplateDiagnostic.At(_source, new TextSpan(start, end), TemplateErrorCode.Syntax, message));

    private static bool StartsIdentifier(char c) => c == '_' || char.IsAsciiLetter(c) || (c > 127 && char.IsLetter(c));

    private static bool ContinuesIdentifier(char c) => StartsIdentifier(c) || char.IsAsciiDigit(c) || (c > 127 && char.IsDigit(c));

    private static string Printable(char c) => char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}") : c.ToString();

    private readonly record struct Interpolation(char Quote, int Braces);
}
