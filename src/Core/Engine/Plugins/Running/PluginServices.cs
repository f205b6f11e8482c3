using Microsoft.Extensions.DependencyInjection;

namespace Clientele.Plugins;

/// <summary>Builds a plugin's own container: what it registered and the few things the host offers, and no way to the host's own services.</summary>
internal static class PluginServices
{
    public static ServiceProvider Build(IEnumerable<ServiceDescriptor> services, TimeProvider time)
    {
        IServiceCollection collection = new ServiceCollection();
        collection.Add(ServiceDescriptor.Singleton(time));
        foreach (var service in services)
        {
            collection.Add(service);
        }

        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
