using System.Reflection;

namespace Clientele.Testing.Tests;

/// <summary>Where the plugins of the repository are built to.</summary>
internal static class Repository
{
    public static string Plugin(string industry) => Path.Combine(Metadata("RepoRoot"), "src", "Plugins", industry, "bin", Metadata("PluginOutput"));

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
