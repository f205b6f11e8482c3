using System.Runtime.CompilerServices;

namespace Clientele.Templating.Tests;

/// <summary>Runs every example of the language page.</summary>
public sealed class DocumentationTests
{
    private static readonly object Model = new
    {
        Client = new { Name = "华东设计院", City = "上海" },
        Urgent = true,
        Grade = "B",
        Items = new[] { new { Name = "Survey" }, new { Name = "Drawing" } },
    };

    [Fact]
    public void Every_example_of_the_language_page_gives_what_the_page_says()
    {
        var examples = Examples().ToList();
        Assert.True(examples.Count >= 7);
        foreach (var (template, expected) in examples)
        {
            Assert.Equal(expected, Render.Text(template, Model));
        }
    }

    private static IEnumerable<(string Template, string Expected)> Examples([CallerFilePath] string file = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "../../docs/scriban.md")).ReplaceLineEndings("\n");
        foreach (var block in page.Split("```scriban\n").Skip(1))
        {
            var parts = block.Split("\n```")[0].Split("\n---\n");
            yield return (parts[0], parts[1]);
        }
    }
}
