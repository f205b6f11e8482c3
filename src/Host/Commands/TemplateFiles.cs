using System.CommandLine;
using System.Globalization;
using Clientele.Templating;

namespace Clientele.Host.Commands;

/// <summary>The template that a command names, the folder of what it includes, and the culture it is written in.</summary>
internal sealed class TemplateFiles(CommandRunner runner)
{
    public Option<string> Template { get; } = new("--template") { Description = runner.Say("The template file.", "模板文件。"), Required = true, HelpName = "FILE" };

    public Option<string> Include { get; } = new("--include") { Description = runner.Say("The folder that includes are read from; the template's own by default.", "include 所在文件夹，默认模板所在文件夹。"), HelpName = "DIR" };

    public Option<CultureInfo?> Culture { get; } = new("--culture")
    {
        Description = runner.Say("How numbers and dates are written, such as zh-CN or de-DE; as --language when left out.", "数字和日期的写法，如 zh-CN 或 de-DE；省略时同 --language。"),
        HelpName = "CULTURE",
        CustomParser = result =>
        {
            try
            {
                return CultureInfo.GetCultureInfo(result.Tokens[0].Value, predefinedOnly: true);
            }
            catch (CultureNotFoundException)
            {
                result.AddError(runner.Say($"'{result.Tokens[0].Value}' is not a culture; write it as zh-CN.", $"“{result.Tokens[0].Value}”不是区域设置，请写成 zh-CN。"));
                return null;
            }
        },
    };

    public async Task<Template> CompileAsync(Run run, Escaping? escaping, CancellationToken cancellationToken)
    {
        var path = run.Value(Template)!;
        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        var folder = Path.GetFullPath(run.Value(Include) ?? Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new TemplateEngine(new TemplateOptions { Escaping = escaping, Loader = new FolderLoader(folder) }).Compile(text, path);
    }

    /// <summary>Reads includes from one folder and nowhere else.</summary>
    private sealed class FolderLoader(string folder) : ITemplateLoader
    {
        public string? Load(string path)
        {
            var full = Path.GetFullPath(path, folder);
            return full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(full) ? File.ReadAllText(full) : null;
        }
    }
}
