namespace Clientele.Templating;

/// <summary>Lists what a template reads from its model.</summary>
internal static class VariableCollector
{
    public static IReadOnlyList<string> Collect(BlockSyntax page, Builtins builtins)
    {
        var walker = new VariableWalker(builtins);
        walker.Block(page);
        return [.. walker.Reads.Select(r => r.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
