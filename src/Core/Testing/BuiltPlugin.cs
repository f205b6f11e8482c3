using System.Reflection;
using Clientele.Plugins;

namespace Clientele.Testing;

/// <summary>Finds the plugin that a test project builds beside itself.</summary>
public static class BuiltPlugin
{
    private const string Key = "PluginFolder";

    /// <summary>The folder that a test project states as the assembly metadata <c>PluginFolder</c>.</summary>
    /// <param name="tests">The assembly of the tests.</param>
    /// <returns>The full path of the folder with <c>plugin.json</c>.</returns>
    /// <exception cref="ClienteleException">The project states none, or there is no plugin in it (<c>PLG1001</c>).</exception>
    public static string Folder(Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var stated = tests.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == Key)?.Value
            ?? throw new ClienteleException(PluginCodes.ManifestMissing, $"The test project does not say where the plugin is built to; add <AssemblyMetadata Include=\"{Key}\" Value=\"$(MSBuildProjectDirectory)/../YourPlugin/bin/$(Configuration)/$(TargetFramework)\" /> to it.");
        var folder = Path.GetFullPath(stated);
        return File.Exists(Path.Combine(folder, PluginManifest.FileName))
            ? folder
            : throw new ClienteleException(PluginCodes.ManifestMissing, $"There is no {PluginManifest.FileName} in '{folder}'; let the test project build the plugin first, with a ProjectReference that has ReferenceOutputAssembly=\"false\".");
    }
}
