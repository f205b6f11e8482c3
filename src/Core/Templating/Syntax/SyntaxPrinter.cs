namespace Clientele.Templating;

/// <summary>Writes a syntax tree back as text.</summary>
internal static class SyntaxPrinter
{
    public static string Print(FunctionSyntax function) => function.Name is null ? "do; end" : "<function>";
}
