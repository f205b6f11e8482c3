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
        var files = new TemplateFiles(runner);
        var data = new Option<string>("--data") { Description = runner.Say("A JSON file that has every member the model will have.", "包含模型全部成员的 JSON 文件。"), HelpName = "FILE" };
        return runner.Command("check", "Check a template without rendering: its syntax, its functions, and, with data, the names it reads.", "不渲染而检查模板：语法、函数；给出数据时还检查所读取的名称。", (run, token) => CheckAsync(run, files, run.Value(data), token), files.Template, data, files.Include);
    }

    public static Command Variables(CommandRunner runner)
    {
        var files = new TemplateFiles(runner);
        return runner.Command("variables", "List the names a template reads.", "列出模板读取的名称。", (run, token) => ListAsync(run, files, token), files.Template, files.Include);
    }

    private static async Task<int> CheckAsync(Run run, TemplateFiles files, string? data, CancellationToken cancellationToken)
    {
        var template = await files.CompileAsync(run, escaping: null, cancellationToken).ConfigureAwait(false);
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

    private static async Task<int> ListAsync(Run run, TemplateFiles files, CancellationToken cancellationToken)
    {
        var template = await files.CompileAsync(run, escaping: null, cancellationToken).ConfigureAwait(false);
        await run.ListAsync(new Listing<Variable>(new Column<Variable>("name", new("Name", "名称"), variable => variable.Name)), [.. template.Variables.Select(name => new Variable(name))]).ConfigureAwait(false);
        return 0;
    }

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
