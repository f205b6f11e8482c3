namespace Clientele.Templating;

/// <summary>Lists what a template, with what it includes, reads from its model.</summary>
internal static class VariableCollector
{
    public static IReadOnlyList<string> Collect(TemplateEngine engine, WalkedPage page) =>
        [.. new VariableWalker(engine, page).Walk().Reads.Select(r => r.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
