using System.Reflection;
using System.Text.RegularExpressions;
using Clientele.Plugins;
using Clientele.Templating;

namespace Clientele.Tests.Plugins;

public sealed class ErrorDocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "errors.md"));

    [Theory]
    [InlineData(typeof(PluginCodes))]
    [InlineData(typeof(ErrorCodes))]
    [InlineData(typeof(TemplateErrorCode))]
    public void Every_code_has_a_line_of_its_own_in_the_documentation(Type codes)
    {
        var defined = codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order().ToList();
        var prefix = defined[0][..3];

        var documented = Regex.Matches(Page, $@"^\| ({prefix}\d{{4}}) \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).Order().ToList();

        Assert.Equal(defined, documented);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
