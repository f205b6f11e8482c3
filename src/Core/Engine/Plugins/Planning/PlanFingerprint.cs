using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Plugins;

/// <summary>A short text that is another one as soon as a plan, or what it was made from, is another.</summary>
internal static class PlanFingerprint
{
    public static string Of(PluginPlan plan, IEnumerable<string> from)
    {
        var lines = from
            .Concat(plan.Plugins.Select(plugin => plugin.ToString()))
            .Concat(plan.Changes.Select(change => change.ToString()))
            .Concat(plan.Migrations.Select(migration => string.Create(CultureInfo.InvariantCulture, $"{migration.PluginId} {migration.Name} {string.Join("; ", migration.Changes.Select(change => change.En))} {migration.Rows} {migration.Lost}")))
            .Concat(plan.Data.Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Kind} {effect.What} {effect.Name} {effect.Count}")))
            .Concat(plan.Conflicts.Concat(plan.Refusals).Select(found => found.ToString()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))).AsSpan(0, 6));
    }
}
