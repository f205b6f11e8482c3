namespace Clientele.Templating;

/// <content>Statements that change where names or output go: capture, with, wrap, import, readonly.</content>
internal sealed partial class Parser
{
    private CaptureSyntax ParseCapture()
    {
        var start = Next();
        var target = ParseRequired("capture");
        ExpectEndOfStatement();
        var body = ParseBody("capture", start);
        ExpectEndOfStatement();
        return new CaptureSyntax(new TextSpan(start.Start, Previous.End), target, body);
    }

    private WithSyntax ParseWith()
    {
        var start = Next();
        var target = ParseRequired("with");
        ExpectEndOfStatement();
        var body = ParseBody("with", start);
        ExpectEndOfStatement();
        return new WithSyntax(new TextSpan(start.Start, Previous.End), target, body);
    }

    private WrapSyntax ParseWrap()
    {
        var start = Next();
        var call = ParseRequired("wrap");
        ExpectEndOfStatement();
        var body = ParseBody("wrap", start);
        var span = new TextSpan(start.Start, Previous.End);
        ExpectEndOfStatement();
        return new WrapSyntax(span, call, body);
    }

    private ImportSyntax ParseImport()
    {
        var start = Next();
        var source = ParseRequired("import");
        ExpectEndOfStatement();
        return new ImportSyntax(TextSpan.Covering(start.Span, source.Span), source);
    }

    private ReadOnlySyntax? ParseReadOnly()
    {
        var start = Next();
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Local))
        {
            Error(start.Span, $"Expected a variable after `readonly` instead of `{Text(Current)}`.");
            SkipToEndOfStatement();
            return null;
        }

        var variable = ParsePrimary(Current)!;
        ExpectEndOfStatement();
        return new ReadOnlySyntax(TextSpan.Covering(start.Span, variable.Span), variable);
    }
}
