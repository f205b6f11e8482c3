using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Clientele.Plugins;

/// <summary>The assemblies whose types the host and all plugins share: the contract, and what its public types are made of.</summary>
/// <remarks>Found by simple name and handed out as the host's own <see cref="Assembly"/>: binding by version was measured to fail or to depend on what was loaded before.</remarks>
internal sealed class SharedAssemblies
{
    private readonly ConcurrentDictionary<string, ContractSurface?> _surfaces = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _byName = new(StringComparer.OrdinalIgnoreCase);

    private SharedAssemblies(Assembly contract) => Add(contract, contract.GetName().Name!);

    public static SharedAssemblies Contract { get; } = Of(typeof(IPlugin).Assembly);

    public IEnumerable<string> Names => _byName.Keys;

    public static SharedAssemblies Of(Assembly contract) => new(contract);

    public Assembly? Find(string simpleName) => _byName.GetValueOrDefault(simpleName);

    /// <summary>What one of them offers. Read once, however many plugins are judged.</summary>
    public ContractSurface? Surface(string simpleName) =>
        Find(simpleName) is { } assembly ? _surfaces.GetOrAdd(assembly.GetName().Name!, static (_, shared) => ContractSurface.Of(shared), assembly) : null;

    private void Add(Assembly assembly, string chain)
    {
        if (!_byName.TryAdd(assembly.GetName().Name!, assembly))
        {
            return;
        }

        var host = AssemblyLoadContext.GetLoadContext(assembly)!;
        foreach (var reference in assembly.GetReferencedAssemblies().Where(reference => !FrameworkAssemblies.Contains(reference.Name!)))
        {
            Add(Load(host, reference.Name!, chain), $"{chain} → {reference.Name}");
        }
    }

    private static Assembly Load(AssemblyLoadContext host, string simpleName, string chain)
    {
        try
        {
            return host.LoadFromAssemblyName(new AssemblyName(simpleName));
        }
        catch (FileNotFoundException error)
        {
            throw new ClienteleException(PluginCodes.SharedClosureIncomplete, $"The host lacks {simpleName}, which plugins share through {chain}; publish the host again with all its files.", error);
        }
    }
}
