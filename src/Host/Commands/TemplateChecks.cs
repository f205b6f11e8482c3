using System.CommandLine;
using System.Text.Json;
using Clientele.Host.Printing;
using Clientele.Templating;

namespace Clientele.Host.Commands;

/// <summary><c>clientele templates check|variables</c>: what a template needs, and whether the data have it, without rendering.</summary>
internal static class TemplateChecks
{
    private sealed record Variable(string Name);

    public static Command Check(CommandRunner runner)
    {
        var (template, data) = Options(runner);
        return runner.Command("check", "Check a template without rendering: its syntax, its functions, and, with data, the names it reads.", "不渲染而检查模板：语法、函数；给出数据时还检查所读取的名称。", (run, token) => CheckAsync(run, run.Value(template)!, run.Value(data), token), template, data);
    }

    public static Command Variables(CommandRunner runner)
    {
        var (template, _) = Options(runner);
        return runner.Command("variables", "List the names a template reads.", "列出模板读取的名称。", (run, token) => ListAsync(run, run.Value(template)!, token), template);
    }

    private static (Option<string> Template, Option<string> Data) Options(CommandRunner runner) => (
        new Option<string>("--template") { Description = runner.Say("The template file.", "模板文件。"), Required = true, HelpName = "FILE" },
        new Option<string>("--data") { Description = runner.Say("A JSON file that has every member the model will have.", "包含模型全部成员的 JSON 文件。"), HelpName = "FILE" });

    private static async Task<int> CheckAsync(Run run, string path, string? data, CancellationToken cancellationToken)
    {
        var template = await CompileAsync(path, cancellationToken).ConfigureAwait(false);
        var schema = new ModelSchema();
        if (data is not null)
        {
            using var json = await TemplatesCommands.ReadAsync(run, data, cancellationToken).ConfigureAwait(false);
            Declare(schema, json.RootElement, "");
        }

        var problems = template.Check(schema);
        foreach (var problem in problems)
        {
            await run.NoteAsync(problem.ToString()).ConfigureAwait(false);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    private static async Task<int> ListAsync(Run run, string path, CancellationToken cancellationToken)
    {
        var template = await CompileAsync(path, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(new Listing<Variable>(new Column<Variable>("name", new("Name", "名称"), variable => variable.Name)), [.. template.Variables.Select(name => new Variable(name))]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<Template> CompileAsync(string path, CancellationToken cancellationToken) =>
        new TemplateEngine(new TemplateOptions()).Compile(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), path);

    private static void Declare(ModelSchema schema, JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                    schema.Add(name);
                    Declare(schema, member.Value, name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Declare(schema, item, path);
                }

                break;
        }
    }
}
