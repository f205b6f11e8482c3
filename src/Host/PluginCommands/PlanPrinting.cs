using System.Globalization;
using Clientele.Plugins;

namespace Clientele.Host.PluginCommands;

/// <summary>A plan as people read it, section by section; sections without anything in them are left out.</summary>
internal sealed class PlanPrinting(Run run)
{
    public async Task WriteAsync(PluginPlan plan)
    {
        await run.LineAsync(run.Say($"Plan {plan.Fingerprint}{(plan.IsEmpty && plan.IsApplicable ? ": nothing to do" : "")}", $"计划 {plan.Fingerprint}{(plan.IsEmpty && plan.IsApplicable ? "：无需任何改动" : "")}")).ConfigureAwait(false);
        await SectionAsync(new("Plugins", "插件"), plan.Plugins.Select(Plugin)).ConfigureAwait(false);
        await SectionAsync(new("Registered", "注册内容"), plan.Changes.Select(Change)).ConfigureAwait(false);
        await SectionAsync(new("Migrations", "数据迁移"), plan.Migrations.SelectMany(Migration)).ConfigureAwait(false);
        await SectionAsync(new("Data", "数据"), plan.Data.Select(Effect)).ConfigureAwait(false);
        await SectionAsync(new("Conflicts", "冲突"), plan.Conflicts.Select(found => found.ToString())).ConfigureAwait(false);
        await SectionAsync(new("Cannot be applied", "无法执行"), plan.Refusals.Select(found => found.ToString())).ConfigureAwait(false);
    }

    /// <summary>What becomes of data, in words.</summary>
    public static LocalizedText Words(DataEffectKind kind) => kind switch
    {
        DataEffectKind.Unread => new("no longer read", "不再读取"),
        DataEffectKind.Misfit => new("does not fit", "不符合定义"),
        DataEffectKind.ReadAgain => new("read again", "恢复读取"),
        _ => new("removed", "删除"),
    };

    private string Plugin(PlannedPlugin plugin) => (plugin.From, plugin.To) switch
    {
        ("", var to) => $"+ {plugin.Id} {to}",
        (var from, "") => $"- {plugin.Id} {from}",
        var (from, to) => $"~ {plugin.Id} {from} -> {to}",
    };

    private string Change(CatalogueChange change)
    {
        var sign = change.Kind switch { ChangeKind.Added => '+', ChangeKind.Removed => '-', _ => '~' };
        return $"{sign} {run.Say(change.What, Chinese(change.What))} {change.Name}";
    }

    private IEnumerable<string> Migration(PlannedMigration migration) =>
    [
        $"{migration.PluginId} {migration.Name}{run.Say(": ", "：")}{run.Say(migration.Title)}",
        .. migration.Changes.Select(change => $"  {run.Say(change)}"),
        "  " + run.Say($"{Number(migration.Rows)} {(migration.Rows == 1 ? "row" : "rows")}", $"{Number(migration.Rows)} 行") + (migration.Lost > 0 ? run.Say($", {Number(migration.Lost)} of them losing something", $"，其中 {Number(migration.Lost)} 行有信息丢失") : ""),
    ];

    private string Effect(DataEffect effect)
    {
        var unit = Unit(effect.What, effect.Count == 1);
        return run.Say(
            $"{Words(effect.Kind).En}: {effect.What.Title().En} {effect.Name} ({Number(effect.Count)} {unit.En})",
            $"{Words(effect.Kind).Zh}：{effect.What.Title().Zh} {effect.Name}（{Number(effect.Count)} {unit.Zh}）");
    }

    private async Task SectionAsync(LocalizedText title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        await run.LineAsync().ConfigureAwait(false);
        await run.LineAsync(run.Say(title)).ConfigureAwait(false);
        foreach (var line in all)
        {
            await run.LineAsync($"  {line.ReplaceLineEndings(" ")}").ConfigureAwait(false);
        }
    }

    private static LocalizedText Unit(StoredName what, bool one) => what switch
    {
        StoredName.Attribute => new(one ? "value" : "values", "个值"),
        StoredName.TouchpointKind => new(one ? "touchpoint" : "touchpoints", "条触点"),
        StoredName.MatterType => new(one ? "matter" : "matters", "个事项"),
        StoredName.Scheme => new(one ? "membership" : "memberships", "条归属记录"),
        StoredName.Policy => new(one ? "follow-up" : "follow-ups", "条跟进事项"),
        _ => new(one ? "document" : "documents", "份文档"),
    };

    private static string Chinese(string what) => what switch
    {
        "attribute" => "属性",
        "touchpoint kind" => "触点类型",
        "matter type" => "事项类型",
        "measure" => "指标",
        "scheme" => "分类法",
        "insight" => "总体分析",
        "policy" => "跟进策略",
        "guard" => "发函规则",
        "letter" => "函件",
        "report" => "报告",
        "template" => "模板",
        _ => what,
    };

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
