using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Clientele.Host.Demo;

/// <summary>The demo's summary: per firm what went in, what came out, where it is, and what was invented.</summary>
internal static class DemoPrinting
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(Run run, DemoResult result)
    {
        await run.LineAsync($"{Say(run, result)} · {Day(result.AsOf)}").ConfigureAwait(false);
        if (result.MissingPlugin.Length > 0)
        {
            await run.LineAsync(run.Say($"  the plugin {result.MissingPlugin} was not found or does not run, so this industry is left out", $"  未找到插件 {result.MissingPlugin} 或其未能运行，略过该行业")).ConfigureAwait(false);
            await run.LineAsync().ConfigureAwait(false);
            return;
        }

        foreach (var (import, imported) in result.Imports)
        {
            await run.LineAsync(run.Say(
                $"  {import.File}{(import.Invented ? " (invented)" : "")}: {N(imported.TakenIn)} of {N(imported.Rows)} rows taken in{(imported.Rejected > 0 ? $", {N(imported.Rejected)} rejected" : "")}",
                $"  {import.File}{(import.Invented ? "（虚构）" : "")}:{N(imported.Rows)} 行中导入 {N(imported.TakenIn)} 行{(imported.Rejected > 0 ? $"，拒绝 {N(imported.Rejected)} 行" : "")}")).ConfigureAwait(false);
        }

        await run.LineAsync(run.Say($"  {N(result.Clients)} clients, {N(result.Touchpoints)} touchpoints", $"  客户 {N(result.Clients)} 家，触点 {N(result.Touchpoints)} 条")).ConfigureAwait(false);
        // A scheme that puts everybody into one segment tells an onlooker nothing; what data it lacks is in the workspace.
        var (telling, silent) = (result.Segments.Where(Tells).ToList(), result.Segments.Count(scheme => !Tells(scheme)));
        foreach (var scheme in telling)
        {
            await run.LineAsync($"  {run.Say(scheme.Title)}: {string.Join(", ", scheme.Segments.Select(segment => $"{run.Say(segment.Segment.Title)} {N(segment.Count)}"))}").ConfigureAwait(false);
        }

        if (silent > 0)
        {
            await run.LineAsync(run.Say($"  {silent} more schemes that these data do not tell clients apart by: clientele segments list", $"  另有 {silent} 个分类法，现有数据不足以据此区分客户：clientele segments list")).ConfigureAwait(false);
        }

        var refused = result.Letters.Count(letter => letter.Refusals.Count > 0);
        await run.LineAsync(run.Say($"  {result.FollowUpsDue} follow-ups due", $"  到期跟进 {result.FollowUpsDue} 项")).ConfigureAwait(false);
        await run.LineAsync(run.Say($"  {result.Letters.Count - refused} letters{(refused > 0 ? $" ({refused} more refused by a guard)" : "")}, {result.Reports.Count} reports: {Path.Combine(result.Folder, "output")}", $"  函件 {result.Letters.Count - refused} 封{(refused > 0 ? $"（另有 {refused} 封被把关规则拒绝）" : "")}，报告 {result.Reports.Count} 份：{Path.Combine(result.Folder, "output")}")).ConfigureAwait(false);
        await run.LineAsync(Invented(run, result)).ConfigureAwait(false);
        await run.LineAsync().ConfigureAwait(false);
    }

    public static async Task WriteEndAsync(Run run, IReadOnlyList<DemoResult> results, string folder)
    {
        if (results.FirstOrDefault(result => result.Reports.Count > 0) is { } first)
        {
            await run.LineAsync(run.Say($"Open a report in a browser: {first.Reports[0].Path}", $"可用浏览器打开报告：{first.Reports[0].Path}")).ConfigureAwait(false);
        }

        await run.LineAsync(run.Say($"Each firm is a workspace under {folder}; explore one with: clientele care due --workspace {Path.Combine(folder, results[^1].Case.Name)}", $"每家企业都是 {folder} 下的一个工作区，可继续查看：clientele care due --workspace {Path.Combine(folder, results[^1].Case.Name)}")).ConfigureAwait(false);
    }

    public static Task WriteJsonAsync(Run run, IReadOnlyList<DemoResult> results) => run.LineAsync(JsonSerializer.Serialize(
        results.Select(result => new
        {
            result.Case.Name,
            AsOf = Day(result.AsOf),
            result.MissingPlugin,
            Imports = result.Imports.Select(import => new { import.Import.File, import.Import.Invented, import.Result.Rows, import.Result.TakenIn, import.Result.NotSelected, import.Result.Rejected }),
            result.Clients,
            result.Touchpoints,
            Segments = result.Segments.ToDictionary(scheme => scheme.Scheme, scheme => scheme.Segments.ToDictionary(segment => segment.Segment.Name, segment => segment.Count)),
            result.FollowUpsDue,
            Letters = result.Letters.Select(letter => new { letter.Letter, letter.Client, letter.Culture, letter.Path, letter.Refusals }),
            Reports = result.Reports.Select(report => new { report.Report, report.Culture, report.Path }),
        }),
        Options));

    private static string Say(Run run, DemoResult result) => run.Say(result.Case.Title.ToText()!);

    private static bool Tells(Clientele.Segments.SchemeCounts scheme) => scheme.Segments.Count(segment => segment.Count > 0) > 1;

    private static string Invented(Run run, DemoResult result)
    {
        var facts = result.Imports.Where(import => import.Import.Invented).Sum(import => import.Result.Contacts.Total + import.Result.Touchpoints.Total + import.Result.Owners.Total);
        return result.Case.Sample
            ? run.Say("  everything here is invented, and every document says so", "  本例数据全部虚构，各文档均已标明")
            : facts == 0
            ? run.Say("  nothing is invented", "  无虚构内容")
            : run.Say($"  invented: {N(facts)} contacts, visits, payments and owners, marked in the files and in every document", $"  虚构内容：联系人、拜访、付款、负责人等共 {N(facts)} 条，已在文件及各文档中标明");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string N(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
