using System.CommandLine;
using System.Text.Json;
using Clientele.Templating;

namespace Clientele.Host.Commands;

/// <summary><c>clientele templates render</c>: tries a template on data of one's own.</summary>
internal static class TemplatesCommands
{
    public static Command Build(CommandRunner runner)
    {
        var files = new TemplateFiles(runner);
        var data = new Option<string>("--data") { Description = runner.Say("A JSON file whose members the template reads.", "供模板读取的 JSON 数据文件。"), HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = runner.Say("How values are escaped: html, markdown, csv, json, text or none; by the file's extension when left out.", "取值的转义方式：html、markdown、csv、json、text 或 none；省略时按扩展名。"), HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("html", "markdown", "csv", "json", "text", "none");
        return runner.Command(
            "templates", "Letter and report templates.", "函件与报告模板。",
            runner.Command("render", "Render a template with data from a JSON file.", "用 JSON 数据渲染模板。", (run, token) => RenderAsync(run, files, run.Value(data), run.Value(format), token), files.Template, data, format, files.Culture, files.Include),
            TemplateChecks.Check(runner),
            TemplateChecks.Variables(runner));
    }

    private static async Task<int> RenderAsync(Run run, TemplateFiles files, string? data, string? format, CancellationToken cancellationToken)
    {
        var template = await files.CompileAsync(run, Escaping(format), cancellationToken).ConfigureAwait(false);
        using var model = data is null ? null : await ReadAsync(run, data, cancellationToken).ConfigureAwait(false);
        var options = new RenderOptions { Culture = run.Value(files.Culture) ?? run.Language.Culture };
        await run.Output.WriteAsync(template.Render(model?.RootElement, options, cancellationToken)).ConfigureAwait(false);
        return 0;
    }

    internal static async Task<JsonDocument> ReadAsync(Run run, string data, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(data);
            return await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, run.Say($"{data} is not valid JSON at line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}; correct it and try again.", $"{data} 第 {error.LineNumber + 1} 行第 {error.BytePositionInLine + 1} 列不是有效的 JSON，请更正后重试。"), error);
        }
    }

    private static Escaping? Escaping(string? format) => format switch
    {
        "html" => Templating.Escaping.Html,
        "markdown" => Templating.Escaping.Markdown,
        "csv" => Templating.Escaping.Csv,
        "json" => Templating.Escaping.Json,
        "text" => Templating.Escaping.PlainText,
        "none" => Templating.Escaping.None,
        _ => null,
    };
}
