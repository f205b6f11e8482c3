namespace Clientele.Templating.Tests;

/// <summary>Renders in one line.</summary>
internal static class Render
{
    public static string Text(string template, object? model = null, Escaping escaping = Escaping.None, TemplateBudget? budget = null) =>
        Engine(escaping, budget: budget).Compile(template, "test").Render(model);

    public static TemplateException Error(string template, object? model = null, TemplateBudget? budget = null) =>
        Assert.Throws<TemplateException>(() =>
            new TemplateEngine(new TemplateOptions { Budget = budget ?? TemplateBudget.Default }).Compile(template, "test").Render(model));

    public static TemplateEngine Engine(Escaping escaping = Escaping.None, Dictionary<string, string>? files = null, TemplateBudget? budget = null) =>
        new(new TemplateOptions { Escaping = escaping, Loader = files is null ? null : new Files(files), Budget = budget ?? TemplateBudget.Default });

    private sealed class Files(Dictionary<string, string> files) : ITemplateLoader
    {
        public string? Load(string path) => files.GetValueOrDefault(path);
    }
}
