using System.Reflection;

namespace Clientele.Plugins;

/// <summary>The assemblies of a loaded plugin that the plugins depending on it share.</summary>
internal sealed class PluginExports(PluginLoadContext context, IReadOnlyList<string> files)
{
    public bool Has(string simpleName) => files.Contains(simpleName + ".dll", StringComparer.OrdinalIgnoreCase);

    public Assembly Load(string simpleName) => context.LoadFromAssemblyName(new AssemblyName(simpleName));
}
