using Clientele.Import;

namespace Clientele.Plugins;

/// <summary>Which capabilities a plugin has: those that its manifest declares and the operator grants.</summary>
internal static class Granting
{
    /// <summary>Rejects a plugin that asks for something this host has never heard of, and notes what it asks for and is not granted.</summary>
    public static void Judge(Candidate candidate, PluginManifest manifest, PluginOptions options)
    {
        foreach (var unknown in manifest.Capabilities.Where(capability => !IsKnown(capability)))
        {
            candidate.End(
                PluginState.Rejected,
                PluginCodes.CapabilityUnknown,
                PluginStage.Validate,
                $"It asks for the capability '{unknown}', which this host does not know; {Nearest.Hint(unknown, PluginCapabilities.Enforced)}",
                "Update the host, or correct the capabilities of its manifest.");
        }

        candidate.Granted = Of(manifest, options);
        var refused = manifest.Capabilities.Except(candidate.Granted, StringComparer.Ordinal).Where(IsKnown).ToList();
        if (refused.Count > 0)
        {
            candidate.Report(
                PluginCodes.CapabilityDenied,
                PluginSeverity.Warning,
                PluginStage.Validate,
                $"It asks for {string.Join(", ", refused)}, which it is not granted.",
                "Grant it, or expect what needs it to be refused.");
        }
    }

    private static IReadOnlyList<string> Of(PluginManifest manifest, PluginOptions options) => options.Grants is { } grants
        ? [.. manifest.Capabilities.Where(capability => Listed(grants, manifest.Id).Concat(Listed(grants, PluginOptions.Everybody)).Contains(capability, StringComparer.Ordinal))]
        : manifest.Capabilities;

    private static bool IsKnown(string capability) =>
        PluginCapabilities.Enforced.Contains(capability, StringComparer.Ordinal)
        || (capability.StartsWith(PluginCapabilities.NetworkPrefix, StringComparison.Ordinal) && Uri.CheckHostName(capability[PluginCapabilities.NetworkPrefix.Length..]) != UriHostNameType.Unknown);

    private static IEnumerable<string> Listed(IReadOnlyDictionary<string, IReadOnlyList<string>> grants, string id) =>
        grants.FirstOrDefault(grant => string.Equals(grant.Key, id, StringComparison.OrdinalIgnoreCase)).Value ?? [];
}
