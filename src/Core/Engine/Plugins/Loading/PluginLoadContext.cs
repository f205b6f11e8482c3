using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Clientele.Plugins;

/// <summary>A plugin's own world of assemblies: the contract and the framework are the host's, everything else is the plugin's.</summary>
internal sealed class PluginLoadContext(string name, string entryAssembly, SharedAssemblies shared, bool collectible, IReadOnlyList<PluginExports>? exports = null)
    : AssemblyLoadContext(name, collectible)
{
    private readonly AssemblyDependencyResolver _resolver = new(entryAssembly);
    private readonly ConcurrentDictionary<string, bool> _missed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The assemblies that were asked for and not found.</summary>
    public IEnumerable<string> Missed => _missed.Keys;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var simpleName = assemblyName.Name!;
        if (shared.Find(simpleName) is { } host)
        {
            return host;
        }

        // Null asks the default context, which has the framework. It also has the host's private libraries, so nothing else may fall through to it.
        if (FrameworkAssemblies.Contains(simpleName))
        {
            return null;
        }

        // Before the plugin's own copy: the types it exchanges with the plugin it depends on must be that plugin's.
        if (exports?.FirstOrDefault(provider => provider.Has(simpleName)) is { } exporter)
        {
            return exporter.Load(simpleName);
        }

        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        if (!string.IsNullOrEmpty(assemblyName.CultureName))
        {
            return null;
        }

        _missed.TryAdd(simpleName, true);
        throw new FileNotFoundException($"The assembly {simpleName} is neither in the plugin's folder nor shared by the host.", assemblyName.FullName);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
