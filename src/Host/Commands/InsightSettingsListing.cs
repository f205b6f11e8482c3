using Clientele.Host.Printing;

namespace Clientele.Host.Commands;

/// <summary><c>clientele insights [NAME] --settings</c>.</summary>
internal static class InsightSettingsListing
{
    private sealed record Line(string Insight, ShownSetting Setting);

    public static async Task<int> RunAsync(Run run, string? insight, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<string> insights = string.IsNullOrEmpty(insight) ? crm.Catalogue.Insights.Keys : [insight];
        await run.ListAsync(
            new Listing<Line>(
                new("insight", new("Insight", "洞察"), line => line.Insight),
                new("setting", new("Setting", "设置"), line => line.Setting.Name),
                new("title", new("Title", "标题"), line => run.Say(line.Setting.Title)),
                new("value", new("Value", "取值"), line => line.Setting.Value),
                new("default", new("Default", "默认值"), line => line.Setting.Default),
                new("allowed", new("Allowed", "允许的取值"), line => run.Say(line.Setting.Allowed)),
                new("description", new("Description", "说明"), line => line.Setting.Description is { } text ? run.Say(text) : "")),
            [.. insights.SelectMany(name => crm.Insights.SettingsOf(name).Select(setting => new Line(name, setting)))]).ConfigureAwait(false);
        return 0;
    }
}
