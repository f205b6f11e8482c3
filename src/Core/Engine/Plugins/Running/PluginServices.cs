using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clientele.Plugins;

/// <summary>Builds a plugin's own container: what it registered and the few things the host offers, and no way to the host's own services.</summary>
internal static class PluginServices
{
    public static ServiceProvider Build(IEnumerable<ServiceDescriptor> services, TimeProvider time, PluginLogging logging)
    {
        IServiceCollection collection = new ServiceCollection();
        collection.Add(ServiceDescriptor.Singleton(time));
        collection.Add(ServiceDescriptor.Singleton<ILoggerFactory>(logging));
        collection.Add(ServiceDescriptor.Singleton(logging.Own()));
        collection.Add(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        foreach (var service in services)
        {
            collection.Add(service);
        }

        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
